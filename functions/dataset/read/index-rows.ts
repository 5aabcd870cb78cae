import { type ChangedRows, type Changes, type LookupIndex, noChanges } from '../changes.ts';
import type { DirectoryNode } from '../directory.ts';
import type { Head } from '../head.ts';
import type { IndexRow } from '../index-row.ts';
import { type ContentReader, heldAt, read } from './content-reader.ts';
import { leavesWhere } from './leaves.ts';

/** The indexes of a dataset, as lookups go through them: those of a {@link Head}, or of a dataset that is being made. */
export interface Indexes {
  readonly roots: Head['roots'];
  /** What is laid over the lookup indexes: the item that holds it, or the changes themselves. */
  readonly changes?: string | Changes | undefined;
}

/** What a lookup index begins with: its root, and the rows that differ from its pages. One round trip at most. */
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

/** Index rows of an index from `from` to below `to`, ascending by key. @throws TooBroadError */
export async function rowsBetween(
  index: LookupIndex,
  from: string,
  to: string,
  indexes: Indexes,
  reader: ContentReader,
): Promise<readonly IndexRow[]> {
  // Both at once: what is laid over comes along with whatever is read first.
  const [rows, changed] = await Promise.all([
    rowsOfPages(indexes.roots[index], from, to, reader),
    changedRows(index, indexes, reader),
  ]);
  return changed.over(rows, from, to);
}

async function changedRows(index: LookupIndex, { changes = noChanges }: Indexes, reader: ContentReader) {
  return (typeof changes === 'string' ? (await read(reader, changes, 'changes')).changes : changes)[index];
}

/** What the pages of an index have from `from` to below `to`. */
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
