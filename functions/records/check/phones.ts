import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { displayPhone } from '../../domain/contact.ts';
import type { Path } from '../positions.ts';
import type { Check, Remark } from './finding.ts';

/** 555-0100 to 555-0199 are reserved for fiction: valid for a fictional center, wrong for all others. */
const fictional = /^\+1\d{3}55501\d\d$/;

/** Checks that every number can be called: assigned by the numbering plan, and in the United States. */
export const checkPhones: Check = ({ center, private: fields }) => {
  const remarks = center.phones.flatMap(({ number }, index) =>
    remarksOn(number, ['center', 'phones', index, 'number'], center.sample),
  );
  const direct = fields?.directIntakeLine?.number;
  if (direct === undefined) return remarks;
  return [...remarks, ...remarksOn(direct, ['private', 'directIntakeLine', 'number'], center.sample)];
};

function remarksOn(number: string, path: Path, sample: boolean): Remark[] {
  const fault = phoneFault(number, sample);
  return fault === null ? [] : [{ severity: 'fault', path, message: fault }];
}

/**
 * Why a number cannot be called; null if it can. The check and the importers share this.
 * @param number E.164.
 * @param sample True if the center is fictional, which requires fictional numbers.
 */
export function phoneFault(number: string, sample: boolean): string | null {
  const shown = displayPhone({ number, extension: null });
  if (fictional.test(number)) {
    return sample ? null : `${shown} is kept for fiction and reaches nobody: give the center's own number`;
  }
  if (sample) return `${shown} may belong to somebody: a sample's numbers end in 555-0100 to 555-0199`;
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined || !parsed.isValid()) return `${shown} is not a number that exists: check its digits`;
  // Toll-free numbers belong to all countries of the numbering plan. For them, the package returns its first country,
  // the United States.
  if (parsed.country !== undefined && parsed.country !== 'US') {
    return `${shown} is a number of ${countryName(parsed.country)}, not of the United States: check its area code`;
  }
  return null;
}

function countryName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}
