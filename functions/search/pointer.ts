import type { CenterRecord } from '../domain/record.ts';
import { recordNumber } from '../domain/record-number.ts';
import { encodeGeohash, FULL_PRECISION, geohashBits } from '../geo/geohash.ts';

/**
 * Where something stands: `[key in its own order, key in the order "where"]`, and in the order "word" the key that a
 * search by name alone sorts by. In the order "spelling" the second is a known word. In the order "id" it is the slug
 * where an organization is pointed at. In the order "organization" the third is the organization's name, on the first
 * of its centers only.
 */
export type Pointer = readonly [key: string, target: string, sortKey?: string];

/** Joins the parts of a key; sorts before every character that a part may hold. */
export const KEY_SEPARATOR = '\u0000';

/** Geohash at full precision, then the id, so that centers at one point still have keys of their own. */
export function whereKey({ center }: CenterRecord): string {
  return encodeGeohash(center.location) + center.id;
}

/** The same key with five bits a character, so that cutting at a differing bit cuts geohash cells in half. */
export function whereBits(key: string): string {
  return geohashBits(key.slice(0, FULL_PRECISION)) + key.slice(FULL_PRECISION);
}

/** The center's id in a key of the order "where". */
export function idOfWhereKey(key: string): string {
  return key.slice(FULL_PRECISION);
}

/** By state, then city, name and id, as lower-case text. */
export function listingKey({ center }: CenterRecord): string {
  return listingKeyOf(center.address.state, center.address.city, center.name, center.id);
}

export function listingKeyOf(state: string, city: string, name: string, id: string): string {
  return [state, city.toLowerCase(), name.toLowerCase(), id].join(KEY_SEPARATOR);
}

/** By name and id, as lower-case text: the order of a search by name alone. */
export function nameKeyOf(name: string, id: string): string {
  return name.toLowerCase() + KEY_SEPARATOR + id;
}

/** By number, then what the number is of: found by either. */
export function idKeyOf(kind: 'center' | 'organization', id: string): string {
  return recordNumber(kind, id) + KEY_SEPARATOR + id;
}

/** The name's key in a listing's: what stands after state and city. */
export function nameKeyIn(listing: string): string {
  return listing.slice(listing.indexOf(KEY_SEPARATOR, listing.indexOf(KEY_SEPARATOR) + 1) + 1);
}

export function organizationKey({ center }: CenterRecord): string {
  return center.organization.slug + KEY_SEPARATOR + center.id;
}
