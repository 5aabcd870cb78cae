import { hash } from 'node:crypto';

/**
 * Number of hexadecimal digits of a record's number. With 60 bits, two of a million records have the same number in one
 * of two million datasets.
 */
export const NUMBER_DIGITS = 15;

/**
 * The number of a center (by id) or of an organization (by slug). It is a hash of the id, so it changes only with the
 * id. Identifiers of other standards (UUIDs, short ids) begin with the number, and the dataset finds records by it.
 */
export function recordNumber(kind: 'center' | 'organization', id: string): string {
  return hash('sha256', `program-locator ${kind} ${id}`, 'hex').slice(0, NUMBER_DIGITS);
}
