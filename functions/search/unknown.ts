import type { FieldName } from '../domain/fields.ts';
import { fieldNames } from '../domain/fields.ts';

/**
 * Maximum number of centers in doubt that are counted, beginning with the nearest, or with the first in the order of
 * results.
 */
export const MOST_UNKNOWN = 50;

/** Counts of the centers in doubt: they may match, but their sources cannot tell. */
export interface Unknown {
  /** Number of centers in doubt, exact up to {@link MOST_UNKNOWN}. With `more`, there may be more. */
  readonly count: number;
  readonly more: boolean;
  /**
   * Number of centers in doubt for each unknown field. A center with several unknown fields counts for each of them.
   */
  readonly because: Readonly<Partial<Record<FieldName, number>>>;
}

export const noneUnknown: Unknown = { count: 0, more: false, because: {} };

/**
 * Counts centers in doubt.
 * @param asks For each center in doubt, the fields to ask about.
 * @param more True if not all of them were examined.
 */
export function unknownOf(asks: readonly (readonly FieldName[])[], more: boolean): Unknown {
  const counted = asks.slice(0, MOST_UNKNOWN);
  const because: Partial<Record<FieldName, number>> = {};
  for (const field of fieldNames) {
    const count = counted.filter((ask) => ask.includes(field)).length;
    if (count > 0) because[field] = count;
  }
  return { count: counted.length, more: more || asks.length > MOST_UNKNOWN, because };
}
