import { factKind, type OpenLists } from '../../../functions/domain/fact.ts';
import { fields, isClosed, type ListField, listFields } from '../../../functions/domain/fields.ts';
import type { Fields, Offering } from '../engine/found.ts';

/** A question for the call, about something that the caller needs and the listing does not confirm. */
export interface Question {
  /** Key of the fact, such as `schedule.evening`. */
  readonly key: string;
  readonly field: string;
  readonly value: string;
  /** What the listing says about the fact: `no`, or nothing. */
  readonly says: 'no' | 'unknown';
}

/** Letters for questions, one for each, so this is also the maximum number of questions. */
export const questionKeys = ['E', 'R', 'T', 'I', 'P', 'G'] as const;

/**
 * Lists the questions in the order of the field table.
 * @param listed The offering that the caller asks about. Null if the listing does not say whether the center offers
 * that level.
 */
export function questionsOf(asked: Fields, listed: Offering | null): readonly Question[] {
  const found = Object.entries(asked).flatMap(([field, value]): Question[] => {
    if (field === 'level') return [];
    if (field === 'housing' && typeof value === 'boolean')
      return listed?.housing === value ? [] : [ask('housing', field, 'true')];
    if (typeof value !== 'object' || !isListField(field)) return [];
    return value.flatMap((one) => {
      const key = `${field}.${one}`;
      if (factKind(key, openLists(field, one)) !== 'finding' || valuesIn(listed, field).includes(one)) return [];
      return [ask(key, field, one, listed?.admissions?.denied?.includes(key))];
    });
  });
  return found.slice(0, questionKeys.length);
}

const ask = (key: string, field: string, value: string, isDenied = false): Question => ({
  ...{ key, field, value },
  says: isDenied ? 'no' : 'unknown',
});

const isListField = (field: string): field is ListField => listFields.some((name) => name === field);

/** Makes fields with open lists accept a value that the search names. */
const openLists = (field: ListField, value: string): OpenLists => ({
  insurers: field === 'payer' ? [value] : [],
  languages: isClosed(field) ? [] : [value],
});

function valuesIn(listed: Offering | null, field: ListField): readonly string[] {
  if (listed === null) return [];
  if (field === 'schedule') return listed.schedule?.tracks ?? [];
  const row = fields[field];
  const values: unknown = 'answer' in row ? (listed as unknown as Record<string, unknown>)[row.member] : undefined;
  return Array.isArray(values) ? values : [];
}
