import { createHash } from 'node:crypto';
import { recordNumber } from '../../../domain/record-number.ts';

/** Our name in `external_identifier_type`, `identifier_scheme` and `link_type`. */
export const scheme = 'program-locator';

/**
 * Kinds of HSDS objects whose UUID contains their center's number. An organization's objects have its number instead.
 */
export type CenterThing =
  | 'location'
  | 'service'
  | 'service_at_location'
  | 'address'
  | 'phone'
  | 'language'
  | 'attribute';

/**
 * HSDS requires UUIDs. We derive version 8 UUIDs (RFC 9562) from our own ids, so each export and answer has the same
 * ones. The first 60 bits are the number of the center (domain/record-number.ts), by which the dataset finds it; the
 * others are a hash of the object's kind and id.
 * @param id Distinguishes the center's objects of one kind.
 */
export function uuidOfCenter(centerId: string, thing: CenterThing, id: string): string {
  return uuid(recordNumber('center', centerId), `${thing} ${id}`);
}

export function uuidOfOrganization(
  slug: string,
  thing: 'organization' | 'organization_identifier' = 'organization',
): string {
  return uuid(recordNumber('organization', slug), `${thing} ${slug}`);
}

/** UUID of a taxonomy's term. Terms are the same in every dataset, so the UUID contains no record number. */
export function uuidOfTerm(taxonomy: string, code: string): string {
  const text = `taxonomy ${taxonomy} ${code}`;
  return uuid(createHash('sha256').update(text).digest('hex').slice(0, 15), text);
}

const UUID = /^([0-9a-f]{8})-([0-9a-f]{4})-8([0-9a-f]{3})-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The record number in a UUID; null if we did not create the UUID. */
export function numberOfUuid(text: string): string | null {
  const match = UUID.exec(text.toLowerCase());
  return match === null ? null : match.slice(1).join('');
}

function uuid(number: string, text: string): string {
  const rest = createHash('sha256').update(`${scheme} ${text}`).digest().subarray(0, 8);
  rest.writeUInt8((rest.readUInt8(0) & 0x3f) | 0x80, 0);
  const hex = rest.toString('hex');
  return `${number.slice(0, 8)}-${number.slice(8, 12)}-8${number.slice(12, 15)}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}
