import { FULL_PRECISION } from '../geo/geohash.ts';
import { endOfKey, idOfWhereKey } from './keys.ts';

/**
 * Where something stands: `[key in its own index, key in the index "where"]`. In the index "spelling" the second is a
 * known word, in the index "id" the slug where an organization is pointed at. The third is in the index "word" the
 * center's name in lower case, and in the index "organization" the organization's name, on the first of its centers only.
 */
export type IndexRow = readonly [key: string, target: string, name?: string];

/**
 * An index row as a page holds it: keys end with what they point at, so a geohash is all that must be added to a center's
 * id, and nothing where the target is the very end of the key.
 */
export type PackedIndexRow = readonly [key: string, geohash?: string, name?: string];

export function packIndexRow([key, target, name]: IndexRow): PackedIndexRow {
  const end = endOfKey(key);
  if (target === end && name === undefined) return [key];
  if (idOfWhereKey(target) !== end) throw new RangeError(`the key "${key}" does not end with the id in "${target}"`);
  const geohash = target.slice(0, FULL_PRECISION);
  return name === undefined ? [key, geohash] : [key, geohash, name];
}

export function unpackIndexRow([key, geohash = '', name]: PackedIndexRow): IndexRow {
  const target = geohash + endOfKey(key);
  return name === undefined ? [key, target] : [key, target, name];
}
