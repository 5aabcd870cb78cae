import type { FieldName } from '../domain/fields.ts';
import { fieldNames } from '../domain/fields.ts';

/** Centers in doubt are counted up to this many, nearest first or in the order of the results. */
export const MOST_UNKNOWN = 50;

/** Centers that may match, but whose sources cannot tell. */
export interface Unknown {
  /** Exact up to {@link MOST_UNKNOWN}; with `more`, a lower bound. */
  readonly count: number;
  readonly more: boolean;
  /** Number of centers in doubt because of each field; a center counts for every field that one must ask about. */
  readonly because: Readonly<Partial<Record<FieldName, number>>>;
}

export const noneUnknown: Unknown = { count: 0, more: false, because: {} };

/**
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
