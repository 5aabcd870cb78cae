import type { CenterRecord } from '../domain/record.ts';
import { encodeGeohash, FULL_PRECISION } from '../geo/geohash.ts';

/** Joins the parts of a key; sorts before every character that a part may hold. */
export const KEY_SEPARATOR = '\u0000';
/** Appended to a part of a key, sorts after every key with that part. */
export const AFTER_SEPARATOR = '\u0001';
/** Appended to a prefix, sorts after every key with that prefix. */
export const AFTER_ALL = '\uffff';

/** Geohash at full precision, then the id: two centers at the same point have different keys. */
export function whereKey({ center }: CenterRecord): string {
  return encodeGeohash(center.location) + center.id;
}

/** The center's id in a key of the index "where". */
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

/** The part of a key after its last separator: an id, a slug or a word. */
export function endOfKey(key: string): string {
  return key.slice(key.lastIndexOf(KEY_SEPARATOR) + 1);
}

export function organizationKey({ center }: CenterRecord): string {
  return center.organization.slug + KEY_SEPARATOR + center.id;
}
