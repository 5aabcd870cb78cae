import type { IndexNode } from '../index-nodes.ts';
import { type ContentReader, read } from './content-reader.ts';
import { type KeyedEntry, keyedEntries } from './key-range.ts';
import { MOST_PAGES, TooBroadError } from './too-broad.ts';

/**
 * Finds and fetches all pages for which the predicate is true, with one round trip per floor of the index.
 * @param top Root of the index.
 * @throws TooBroadError if there are more than {@link MOST_PAGES}.
 */
export async function leavesWhere(
  top: IndexNode,
  admits: (child: KeyedEntry) => boolean,
  reader: ContentReader,
): Promise<KeyedEntry[]> {
  const leaves: KeyedEntry[] = [];
  let floor = keyedEntries(top, null).filter(admits);
  while (floor.length > 0) {
    if (leaves.length + floor.length > MOST_PAGES) throw new TooBroadError(`more than ${MOST_PAGES} pages to read`);
    const missing = floor.map(({ entry }) => entry.hash).filter((hash) => reader.at(hash) === undefined);
    if (missing.length > 0) await reader.fetch(missing);
    const below: KeyedEntry[] = [];
    for (const child of floor) {
      if (child.entry.leaf) leaves.push(child);
      else below.push(...keyedEntries(await read(reader, child.entry.hash, 'node'), child.endKey).filter(admits));
    }
    floor = below;
  }
  return leaves;
}
