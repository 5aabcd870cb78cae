import type { CenterRecord } from '../domain/record.ts';
import { encodeGeohash, FULL_PRECISION } from '../geo/geohash.ts';

/** Separates the parts of a key. It sorts before every character that a part may contain. */
export const KEY_SEPARATOR = '\u0000';
/** With this character after a part, a text sorts after every key that has the part. */
export const AFTER_SEPARATOR = '\u0001';
/** With this character after a prefix, a text sorts after every key that begins with the prefix. */
export const AFTER_ALL = '\uffff';

/**
 * Key of a center by place: its geohash at full precision, then the id, so that two centers at one point have different
 * keys.
 */
export function whereKey({ center }: CenterRecord): string {
  return encodeGeohash(center.location) + center.id;
}

/** The center's id in a key of the index "where". */
export function idOfWhereKey(key: string): string {
  return key.slice(FULL_PRECISION);
}

/** Key of a center by state, then city, name and id, in lower case. */
export function listingKey({ center }: CenterRecord): string {
  return listingKeyOf(center.address.state, center.address.city, center.name, center.id);
}

export function listingKeyOf(state: string, city: string, name: string, id: string): string {
  return [state, city.toLowerCase(), name.toLowerCase(), id].join(KEY_SEPARATOR);
}

/** Key of a center by name and id, in lower case. A search by name alone sorts by it. */
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
