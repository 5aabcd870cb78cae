import type { FieldValue } from '../locator/read/answer.ts';

/** The fields of a search as a form sends them. A field with several values appears several times. */
export type Pairs = readonly (readonly [string, string])[];

export function pairsOf(fields: Readonly<Record<string, FieldValue | undefined>>): Pairs {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : (typeof value === 'object' ? value : [value]).map((one) => [name, String(one)] as const),
  );
}

/** Applies a change to the fields: a new value replaces the old one, null removes the field. */
export function changed(pairs: Pairs, change: Readonly<Record<string, unknown>>): Pairs {
  const kept = pairs.filter(([name]) => !(name in change));
  const added = Object.entries(change).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return [...kept, ...added];
}
