import type { IndexRow } from '../index-row.ts';
import { type ContentReader, heldAt, read } from './content-reader.ts';
import { leavesWhere } from './leaves.ts';

/** Rows of a lookup tree with from <= key < to, ascending by key. @throws TooBroadError */
export async function rowsBetween(
  root: string,
  from: string,
  to: string,
  reader: ContentReader,
): Promise<readonly IndexRow[]> {
  const pages = await leavesWhere(
    await read(reader, root, 'node'),
    ({ entry, endKey }) => entry.firstKey < to && (endKey === null || endKey > from),
    reader,
  );
  return pages.flatMap(({ entry }) =>
    (heldAt(reader, entry.hash, 'pointers')?.rows ?? []).filter(([key]) => key >= from && key < to),
  );
}
