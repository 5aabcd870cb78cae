import { type ChangedRows, type Changes, type LookupIndex, noChanges } from '../changes.ts';
import type { DirectoryNode } from '../directory.ts';
import type { Head } from '../head.ts';
import type { IndexRow } from '../index-row.ts';
import { type ContentReader, heldAt, read } from './content-reader.ts';
import { leavesWhere } from './leaves.ts';

/** The indexes that a lookup reads: those of a {@link Head}, or of a dataset that is being built. */
export interface Indexes {
  readonly roots: Head['roots'];
  /** Changed rows of the lookup indexes: the hash of their item, or the rows themselves. */
  readonly changes?: string | Changes | undefined;
}

/** Reads the root of a lookup index and the rows that differ from its pages, in one round trip at most. */
export async function openIndex(
  index: LookupIndex,
  indexes: Indexes,
  reader: ContentReader,
): Promise<{ readonly top: DirectoryNode; readonly changed: ChangedRows }> {
  const [top, changed] = await Promise.all([
    read(reader, indexes.roots[index], 'node'),
    changedRows(index, indexes, reader),
  ]);
  return { top, changed };
}

/** Current rows of a lookup index with from <= key < to, ascending by key. @throws TooBroadError */
export async function rowsBetween(
  index: LookupIndex,
  from: string,
  to: string,
  indexes: Indexes,
  reader: ContentReader,
): Promise<readonly IndexRow[]> {
  // Side by side, so that the item of changed rows costs no round trip of its own.
  const [rows, changed] = await Promise.all([
    rowsOfPages(indexes.roots[index], from, to, reader),
    changedRows(index, indexes, reader),
  ]);
  return changed.over(rows, from, to);
}

async function changedRows(index: LookupIndex, { changes = noChanges }: Indexes, reader: ContentReader) {
  return (typeof changes === 'string' ? (await read(reader, changes, 'changes')).changes : changes)[index];
}

/** Rows with from <= key < to in the pages alone, without changed rows. */
export async function rowsOfPages(root: string, from: string, to: string, reader: ContentReader): Promise<IndexRow[]> {
  const pages = await leavesWhere(
    await read(reader, root, 'node'),
    ({ entry, endKey }) => entry.firstKey < to && (endKey === null || endKey > from),
    reader,
  );
  return pages.flatMap(({ entry }) =>
    (heldAt(reader, entry.hash, 'pointers')?.rows ?? []).filter(([key]) => key >= from && key < to),
  );
}
