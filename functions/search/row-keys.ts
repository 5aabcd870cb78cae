import { listingKeyOf, nameKeyOf } from '../dataset/keys.ts';
import { type PackedCenter, packed } from '../dataset/packed-center.ts';

/** Key of a row in the index "listing". */
export function listingKeyOfRow(row: PackedCenter): string {
  return listingKeyOf(row[packed.state], row[packed.city], row[packed.name], row[packed.id]);
}

/** Sort key for the results of a search by name: the name, then the id. */
export function nameKeyOfRow(row: PackedCenter): string {
  return nameKeyOf(row[packed.name], row[packed.id]);
}
