import type { Head } from '../head.ts';
import { type PackedCenter, packed } from '../packed-center.ts';
import { type ContentReader, heldAt, read } from './content-reader.ts';
import type { KeyedEntry, KeySet } from './key-range.ts';
import { leavesWhere } from './leaves.ts';

/**
 * The centers with these keys of the tree "where".
 * @param admits Returns false for an index entry without a wanted center.
 * @throws TooBroadError if the centers are on too many pages.
 */
export async function centersAt(
  keys: KeySet,
  { roots }: Pick<Head, 'roots'>,
  reader: ContentReader,
  admits: (child: KeyedEntry) => boolean = () => true,
): Promise<PackedCenter[]> {
  const wanted = (child: KeyedEntry) => keys.countIn(child) > 0 && admits(child);
  const pages = await leavesWhere(await read(reader, roots.where, 'node'), wanted, reader);
  const rows: PackedCenter[] = [];
  for (const { entry } of pages) {
    for (const row of heldAt(reader, entry.hash, 'centers')?.rows ?? []) if (keys.hasId(row[packed.id])) rows.push(row);
  }
  return rows;
}
