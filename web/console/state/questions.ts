import { factKind, type OpenLists } from '../../../functions/domain/fact.ts';
import { fields, isClosed, type ListField, listFields } from '../../../functions/domain/fields.ts';
import type { Fields, Offering } from '../engine/found.ts';

/** One thing to ask on the phone: what the caller needs and the listing does not say. */
export interface Question {
  /** The fact's key, such as `schedule.evening`. */
  readonly key: string;
  readonly field: string;
  readonly value: string;
  /** What the listing says: it was denied, or nobody knows. */
  readonly says: 'no' | 'unknown';
}

/** Each question has a key of its own, so there are no more than these. */
export const questionKeys = ['E', 'R', 'T', 'I', 'P', 'G'] as const;

/**
 * What to ask, in the table's order. @param listed What the center lists of the level; null where it cannot speak of it.
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

/** Insurers and languages that the listings name may be recorded too; what was searched is one of them. */
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
