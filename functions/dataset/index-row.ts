import { FULL_PRECISION } from '../geo/geohash.ts';
import { endOfKey, idOfWhereKey } from './keys.ts';

/**
 * A row of a lookup index (lookup/).
 * - `key`: the row's key in the tree.
 * - `target`: what the row points at: a center's key in the tree "where", or a slug or word, which is then also the end
 *   of the row's own key.
 * - `name`: further text that the index stores, such as a name.
 */
export type IndexRow = readonly [key: string, target: string, name?: string];

/**
 * An index row as pages store it. The key ends with the id, slug or word that the row points at. So of a center's key
 * in the tree "where" only the geohash is stored, and nothing if the target equals the end of the key.
 */
export type PackedIndexRow = readonly [key: string, geohash?: string, name?: string];

export function packIndexRow([key, target, name]: IndexRow): PackedIndexRow {
  const end = endOfKey(key);
  if (target === end) return name === undefined ? [key] : [key, '', name];
  if (idOfWhereKey(target) !== end) throw new RangeError(`the key "${key}" does not end with the id in "${target}"`);
  const geohash = target.slice(0, FULL_PRECISION);
  return name === undefined ? [key, geohash] : [key, geohash, name];
}

export function unpackIndexRow([key, geohash = '', name]: PackedIndexRow): IndexRow {
  const target = geohash + endOfKey(key);
  return name === undefined ? [key, target] : [key, target, name];
}
