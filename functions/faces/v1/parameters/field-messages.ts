import { OLDEST } from '../../../domain/age.ts';
import { stateCodes, stateNames } from '../../../domain/state.ts';
import { vocabularies } from '../../../domain/vocabularies.ts';
import type { Vocabulary } from '../../../domain/vocabulary.ts';
import { notAccepted, quoted, type Synonym } from '../../../http/faults.ts';
import { MOST_RESULTS, synonymsOf } from './field-forms.ts';

/**
 * Why a value of a field is refused. The API's schemas (fields.ts) and the device's reader (functions/device) share
 * these messages; this file must not import zod.
 */
export const messages = {
  within: 'must be a distance such as "25mi", "40km" or 25 (miles)',
  yesNo: 'must be true or false',
  confirmed: 'must be true, or a longest age in days such as 30d',
  accepting: 'must be true, or left out',
  limit: `must be a whole number from 1 to ${MOST_RESULTS}`,
  longCursor: 'is too long to be a cursor',
  notABody: 'must be one JSON object',
} as const;

export const CONFIRMED_AGE = /^[1-9]\d{0,3}d$/;
/** Ages in years as text: a query string has no numbers. */
export const AGE_IN_YEARS = /^(?:\d|[1-9]\d|1[01]\d|120)$/;

export const notOneOf = (input: unknown, vocabulary: Vocabulary<string>): string =>
  notAccepted(input, `a ${vocabulary.name}`, vocabulary.codes, synonymsOf(vocabulary));

const namedStates: readonly Synonym[] = stateCodes.map((value) => ({ word: stateNames[value].toLowerCase(), value }));

export const notAState = (input: unknown): string =>
  notAccepted(input, 'a state that we serve', stateCodes, namedStates);

const bands = vocabularies.age;

export const notAnAge = (input: unknown): string =>
  notAccepted(input, `an age in years from 0 to ${OLDEST} or a band`, bands.codes, synonymsOf(bands));

export const notASlug = (input: unknown): string =>
  `${quoted(input)} is not an organization's slug, such as "open-door-health"`;

export const notIncluded = (input: unknown): string => notAccepted(input, 'something to include', ['unknown']);

export const ofAtMost = (unit: string, most: number) => ({
  notANumber: `must be a number of ${unit}`,
  tooFew: `must be more than 0 ${unit}`,
  tooMany: `must be at most ${most} ${unit}`,
});
