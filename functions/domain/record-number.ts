import { hash } from 'node:crypto';

/**
 * Hexadecimal digits of a record's number: 60 bits, so that two of a million records share a number in one of two
 * million datasets.
 */
export const NUMBER_DIGITS = 15;

/**
 * The number of a center (by id) or of an organization (by slug): a hash, so it is as stable as the id. Identifiers of
 * other standards (UUIDs, short ids) begin with it, and the dataset finds records by it.
 */
export function recordNumber(kind: 'center' | 'organization', id: string): string {
  return hash('sha256', `program-locator ${kind} ${id}`, 'hex').slice(0, NUMBER_DIGITS);
}
