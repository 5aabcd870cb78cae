import { answerers, phonePurposes } from '../../../functions/domain/contact.ts';
import {
  type FieldName,
  fields,
  isAccepted,
  isClosed,
  type MemberField,
  memberFields,
  yesNoFields,
} from '../../../functions/domain/fields.ts';
import { knownLanguages } from '../../../functions/domain/language.ts';
import { levels } from '../../../functions/domain/level-of-care.ts';
import { onlys } from '../../../functions/domain/only.ts';
import { knownInsurers } from '../../../functions/domain/payer.ts';
import { tracks } from '../../../functions/domain/schedule.ts';
import { vocabularyOf } from '../../../functions/domain/vocabularies.ts';
import type { Center, Offering } from '../../client/types.ts';
import { leadsWords as w } from '../../words/leads.ts';

/** The input for a corrected value. */
type Control =
  | {
      readonly kind: 'text';
      readonly form: 'line' | 'zip' | 'phone' | 'digits' | 'web';
      readonly isNeeded: boolean;
      readonly hint: string;
    }
  | { readonly kind: 'one'; readonly options: readonly Option[] }
  /** @property none What an empty choice means: an empty list, or `null` for "nobody says". */
  | { readonly kind: 'many'; readonly options: readonly Option[]; readonly none: 'empty' | 'null' };

interface Option {
  /** The option's value as JSON text: `true`, `"main"`. */
  readonly value: string;
  readonly label: string;
}

/** A fact that an editor can correct. */
export interface Correctable {
  readonly path: string;
  /** Heading of the fact in the list of choices: the center, or the level of its offering. */
  readonly group: string;
  readonly label: string;
  readonly control: Control;
  /** The current public value. */
  readonly now: unknown;
}

const { fields: names, values, only: onlyNames } = w.corrections;
const line = (isNeeded: boolean, hint = ''): Control => ({ kind: 'text', form: 'line', isNeeded, hint });
const option = (value: unknown, label: string): Option => ({ value: JSON.stringify(value), label });
const oneOf = (codes: readonly string[], label: (code: string) => string): Control => ({
  kind: 'one',
  options: codes.map((code) => option(code, label(code))),
});
const yesOrNo: Control = { kind: 'one', options: [option(true, w.corrections.yes), option(false, w.corrections.no)] };
const yesNoUnknown: Control = { kind: 'one', options: [...yesOrNo.options, option(null, w.corrections.unknown)] };

/**
 * Lists every fact of a center that this form can correct: the center's own, then those of each offering, in the order
 * of the field table.
 */
export function correctables(center: Center, offerings: readonly Offering[]): readonly Correctable[] {
  return [...centerFacts(center), ...offerings.flatMap(offeringFacts)];
}

function centerFacts({ name, address, phones, website }: Center): readonly Correctable[] {
  const fact = (path: string, label: string, control: Control, now: unknown): Correctable => ({
    ...{ path, label, control, now },
    group: w.corrections.groups.center,
  });
  return [
    ...phones.flatMap(({ number, extension, purpose, answeredBy }, at) => [
      fact(
        `phones.${at}.number`,
        names.phone(at),
        { kind: 'text', form: 'phone', isNeeded: true, hint: w.corrections.phone },
        number,
      ),
      fact(
        `phones.${at}.extension`,
        names.extension(at),
        { kind: 'text', form: 'digits', isNeeded: false, hint: w.corrections.digits },
        extension,
      ),
      fact(
        `phones.${at}.purpose`,
        names.purpose(at),
        oneOf(phonePurposes, (code) => values[code] ?? code),
        purpose,
      ),
      fact(
        `phones.${at}.answeredBy`,
        names.answeredBy(at),
        oneOf(answerers, (code) => values[code] ?? code),
        answeredBy,
      ),
    ]),
    fact('name', names.name, line(true), name),
    fact('address.street', names['address.street'], line(false, w.corrections.street), address.street),
    fact('address.city', names['address.city'], line(true), address.city),
    fact(
      'address.zip',
      names['address.zip'],
      { kind: 'text', form: 'zip', isNeeded: true, hint: w.corrections.zip },
      address.zip,
    ),
    fact(
      'website',
      names.website,
      { kind: 'text', form: 'web', isNeeded: false, hint: w.corrections.website },
      website,
    ),
    fact('closed', names.closed, yesOrNo, false),
  ];
}

function offeringFacts(offering: Offering): readonly Correctable[] {
  const { id, level, schedule } = offering;
  const fact = (below: string, label: string, control: Control, now: unknown): Correctable => ({
    ...{ label, control, now },
    path: `offerings.${id}.${below}`,
    group: w.level(level),
  });
  const members = offering as unknown as Readonly<Record<string, unknown>>;
  const lists = memberFields.map((field) => {
    const { member } = fields[field];
    const now = members[member];
    const none = isAccepted(field) ? 'null' : 'empty';
    return fact(member, w.fieldName(field), { kind: 'many', options: optionsOf(field, now), none }, now);
  });
  const yesNo = yesNoFields.map((field) => {
    const { member } = fields[field];
    return fact(member, w.fieldName(field), yesNoUnknown, members[member]);
  });
  const times: Control = {
    kind: 'many',
    options: tracks.codes.map((code) => option(code, w.valueName('schedule', code))),
    none: 'null',
  };
  return [
    ...lists,
    ...yesNo,
    // An unknown schedule has no times to correct. An editor sets times together with the whole schedule.
    fact(schedule === null ? 'schedule' : 'schedule.tracks', names.tracks, times, schedule?.tracks ?? null),
    fact(
      'only',
      names.only,
      { kind: 'many', options: onlys.codes.map((code) => option(code, onlyNames[code] ?? code)), none: 'empty' },
      offering.only,
    ),
    fact('level', names.level, oneOf(levels.codes, w.level), level),
  ];
}

/**
 * Options of a field: those of its closed list; for an open list, the known values and those that the offering already
 * has.
 */
function optionsOf(field: MemberField, now: unknown): readonly Option[] {
  const there = Array.isArray(now) ? (now as string[]) : [];
  return [...new Set([...codesOf(field), ...there])].map((code) => option(code, w.valueName(field, code)));
}

function codesOf(field: MemberField & FieldName): readonly string[] {
  if (!isClosed(field)) return [...knownLanguages.keys()];
  const { codes } = vocabularyOf(field);
  return fields[field].kind === 'payers' ? [...codes, ...knownInsurers] : codes;
}

/** The editor's value in the API's form, or a message about what is wrong with it. */
export type Given = { readonly value: unknown } | { readonly fault: string };

/**
 * Reads what the editor entered.
 * @param text The typed text, or the JSON of a single choice.
 * @param chosen The chosen items of a list, each as JSON.
 */
export function readGiven({ path, control }: Correctable, text: string, chosen: readonly string[]): Given {
  switch (control.kind) {
    case 'one':
      return text === '' ? { fault: w.corrections.needed } : { value: JSON.parse(text) };
    case 'many': {
      const list = chosen.map((one) => JSON.parse(one) as string);
      const value = list.length === 0 && control.none === 'null' ? null : list;
      if (!path.endsWith('.schedule')) return { value };
      const unknown = { sessionsPerWeek: null, hoursPerSession: null, hoursPerWeek: null, weeks: null };
      return { value: value === null ? null : { ...unknown, tracks: value } };
    }
    case 'text':
      return readText(control, text.trim());
  }
}

function readText({ form, isNeeded }: Extract<Control, { kind: 'text' }>, text: string): Given {
  if (text === '') return isNeeded ? { fault: w.corrections.needed } : { value: null };
  switch (form) {
    case 'line':
      return { value: text };
    case 'zip':
      return /^\d{5}$/.test(text) ? { value: text } : { fault: w.corrections.zip };
    case 'digits':
      return /^\d{1,8}$/.test(text) ? { value: text } : { fault: w.corrections.digits };
    case 'web':
      return /^https?:$/.test(URL.parse(text)?.protocol ?? '') ? { value: text } : { fault: w.corrections.website };
    case 'phone': {
      const number = readPhone(text);
      return number === null ? { fault: w.corrections.phone } : { value: number };
    }
  }
}

/** Converts `(602) 555-0123` to `+16025550123`. Returns null if the text is not a United States phone number. */
export function readPhone(text: string): string | null {
  if (!/^\+?[\d\s().-]+$/.test(text)) return null;
  const [, ten] = /^1?([2-9]\d{2}[2-9]\d{6})$/.exec(text.replaceAll(/\D/g, '')) ?? [];
  return ten === undefined ? null : `+1${ten}`;
}
