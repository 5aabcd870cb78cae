import { hash } from 'node:crypto';

/** Hexadecimal digits of a record's number: 60 bits, so that two of a million records share one once in two million datasets. */
export const NUMBER_DIGITS = 15;

/**
 * The number of a center (by id) or of an organization (by slug): a hash, so it is as stable as what it is made of. It
 * leads the identifiers that other standards want (UUIDs, short ids), and the dataset finds records by it.
 */
export function recordNumber(kind: 'center' | 'organization', id: string): string {
  return hash('sha256', `program-locator ${kind} ${id}`, 'hex').slice(0, NUMBER_DIGITS);
}
