import type { CenterRecord } from '../domain/record.ts';
import { recordNumber } from '../domain/record-number.ts';
import { encodeGeohash, FULL_PRECISION, geohashBits } from '../geo/geohash.ts';

/**
 * Where something stands: `[key in its own order, key in the order "where"]`. In the order "spelling" the second is a
 * known word, in the order "id" the slug where an organization is pointed at. The third is in the order "word" the
 * center's name in lower case, and in the order "organization" the organization's name, on the first of its centers only.
 */
export type Pointer = readonly [key: string, target: string, name?: string];

/**
 * A pointer as a page holds it: keys end with what they point at, so a geohash is all that must be added to a center's
 * id, and nothing where the target is the very end of the key.
 */
export type PackedPointer = readonly [key: string, geohash?: string, name?: string];

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

/** The name in lower case, as it stands in a listing's key. */
export function nameInListingKey(key: string): string {
  return key.split(KEY_SEPARATOR)[2] ?? '';
}

/** What stands after the last separator: an id, a slug, a word. */
export function endOfKey(key: string): string {
  return key.slice(key.lastIndexOf(KEY_SEPARATOR) + 1);
}

export function packPointer([key, target, name]: Pointer): PackedPointer {
  const end = endOfKey(key);
  if (target === end && name === undefined) return [key];
  if (idOfWhereKey(target) !== end) throw new RangeError(`the key "${key}" does not end with the id in "${target}"`);
  const geohash = target.slice(0, FULL_PRECISION);
  return name === undefined ? [key, geohash] : [key, geohash, name];
}

export function unpackPointer([key, geohash = '', name]: PackedPointer): Pointer {
  const target = geohash + endOfKey(key);
  return name === undefined ? [key, target] : [key, target, name];
}

export function organizationKey({ center }: CenterRecord): string {
  return center.organization.slug + KEY_SEPARATOR + center.id;
}
