import type { IndexRow } from '../index-row.ts';
import { type ContentReader, heldAt, read } from './content-reader.ts';
import { keyedEntries } from './key-range.ts';
import { leavesWhere } from './leaves.ts';

/** The rows of a lookup tree with from <= key < to, ascending by key. @throws TooBroadError */
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

/** Counts the rows with from <= key < to. Reads only the nodes and pages at the ends of the range. */
export async function countBetween(root: string, from: string, to: string, reader: ContentReader): Promise<number> {
  let count = 0;
  let floor = keyedEntries(await read(reader, root, 'node'), null);
  while (floor.length > 0) {
    const partly = floor.filter(({ entry, endKey }) => {
      if (entry.firstKey >= to || (endKey !== null && endKey <= from)) return false;
      const isWithin = entry.firstKey >= from && endKey !== null && endKey <= to;
      if (isWithin) count += entry.count;
      return !isWithin;
    });
    const missing = partly.map(({ entry }) => entry.hash).filter((hash) => reader.at(hash) === undefined);
    if (missing.length > 0) await reader.fetch(missing);
    const below = await Promise.all(
      partly.map(async ({ entry: { hash, leaf }, endKey }) => {
        if (!leaf) return keyedEntries(await read(reader, hash, 'node'), endKey);
        const { rows } = await read(reader, hash, 'pointers');
        count += rows.filter(([key]) => key >= from && key < to).length;
        return [];
      }),
    );
    floor = below.flat();
  }
  return count;
}
