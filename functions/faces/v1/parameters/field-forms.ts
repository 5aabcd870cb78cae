import { type Age, bandOf } from '../../../domain/age.ts';
import { type Kind, mapFields } from '../../../domain/fields.ts';
import { vocabularies } from '../../../domain/vocabularies.ts';
import type { Vocabulary } from '../../../domain/vocabulary.ts';
import type { Synonym } from '../../../http/faults.ts';

// The search on devices also uses this file, so it must not import zod.

export const DEFAULT_LIMIT = 10;
export const MOST_RESULTS = 50;

export function synonymsOf({ codes, terms }: Vocabulary<string>): Synonym[] {
  return codes.flatMap((value) => (terms[value]?.synonyms ?? []).map((word) => ({ word, value })));
}

const bands = vocabularies.age;

/** The age bands that a search names, given in years or as bands, without duplicates. */
export function bandsOf(given: readonly (string | number)[]): Age[] {
  return [...new Set(given.map((value) => bands.codes.find((band) => band === value) ?? bandOf(Number(value))))];
}

type TextForm = 'text' | 'list' | 'number' | 'boolean';

/** Converts the text of a query string to the values of the schema. */
const textForms = {
  level: 'list',
  list: 'list',
  accepted: 'list',
  payers: 'list',
  times: 'list',
  languages: 'list',
  organizations: 'list',
  states: 'list',
  'yes-no': 'boolean',
  'at-most': 'number',
  confirmed: 'boolean',
  accepting: 'boolean',
} as const satisfies Record<Kind, TextForm>;

/** Every field of a search, in the order of answers and error messages. */
export const fieldKinds = {
  near: 'text',
  cell: 'text',
  state: 'text',
  q: 'text',
  name: 'text',
  within: 'text',
  ...mapFields(({ kind }) => textForms[kind]),
  include: 'text',
  limit: 'number',
  cursor: 'text',
} as const satisfies Readonly<Record<string, TextForm>>;
