import {
  type ChangedRow,
  ChangedRows,
  type Changes,
  eachLookupIndex,
  type LookupIndex,
  lookupIndexes,
} from '../../dataset/changes.ts';
import { type Blob, ContentError, decodeContent } from '../../dataset/content.ts';
import { type DatasetReader, MissingContentError } from '../../dataset/dataset-reader.ts';
import type { Head } from '../../dataset/head.ts';
import type { IndexRow } from '../../dataset/index-row.ts';
import { readInGroups } from '../../dataset/read/reachable.ts';
import { type ChangesOptions, changedRow, changesItem, isEmpty } from './changes-item.ts';
import { differingItems, type ReadItems } from './differing-items.ts';

/** If more pages of one index differ, their rows cannot fit in an item of changes, so the pages are not read. */
const MOST_PAGES_COMPARED = 2_000;

/** The lookup indexes of a new dataset, published as the current dataset's pages plus the rows that differ. */
export interface OverCurrent {
  readonly roots: Pick<Head['roots'], LookupIndex>;
  /** Null if no row differs. */
  readonly changes: Blob | null;
  /** Items that were built for the new dataset's own indexes and are not needed. */
  readonly unused: readonly string[];
  /** Number of items of the current dataset that are used instead. */
  readonly instead: number;
}

/**
 * Expresses the lookup indexes of a new dataset as changes to the current one. The result depends only on the pages of
 * the current indexes and on the new rows, so publishing again, or the same changes one by one, gives the same dataset.
 * @param roots Roots of the new dataset's own indexes.
 * @param items The items of these indexes.
 * @returns null if too much differs, or if the current dataset is damaged.
 */
export async function overCurrent(
  roots: Head['roots'],
  items: ReadonlyMap<string, Blob>,
  current: Head,
  store: DatasetReader,
  options: ChangesOptions,
): Promise<OverCurrent | null> {
  const before: ReadItems = (hashes) => readInGroups(hashes, store);
  const after: ReadItems = async function* (hashes) {
    for (const hash of hashes) {
      const blob = items.get(hash);
      if (blob === undefined) throw new RangeError(`item ${hash} was not built`);
      yield blob;
    }
  };
  const lists = eachLookupIndex((): readonly ChangedRow[] => []);
  const unused: string[] = [];
  let instead = 0;
  try {
    for (const index of lookupIndexes) {
      const own = await differingItems(
        { root: current.roots[index], read: before },
        { root: roots[index], read: after },
        MOST_PAGES_COMPARED,
      );
      if (own === null) return null;
      const [old, now] = own;
      lists[index] = changesBetween(index, await rowsIn(old.pages, before), await rowsIn(now.pages, after));
      unused.push(...now.nodes, ...now.pages);
      instead += old.nodes.length + old.pages.length;
    }
  } catch (error) {
    if (error instanceof MissingContentError || error instanceof ContentError) return null;
    throw error;
  }
  const changes: Changes = eachLookupIndex((index) => new ChangedRows(lists[index]));
  const kept = { roots: eachLookupIndex((index) => current.roots[index]), unused, instead };
  if (isEmpty(changes)) return { ...kept, changes: null };
  const item = changesItem(changes, options);
  return item === null ? null : { ...kept, changes: item };
}

async function rowsIn(pages: readonly string[], read: ReadItems): Promise<Map<string, IndexRow>> {
  const rows = new Map<string, IndexRow>();
  for await (const blob of read(pages)) {
    const content = decodeContent(blob);
    if (content.kind !== 'pointers') throw new ContentError(`item ${blob.hash} holds ${content.kind}, not index rows`);
    for (const row of content.rows) rows.set(row[0], row);
  }
  return rows;
}

/** Rows that differ. One added row may shift where pages are cut, so differing pages may also hold equal rows. */
function changesBetween(
  index: LookupIndex,
  before: ReadonlyMap<string, IndexRow>,
  after: ReadonlyMap<string, IndexRow>,
): ChangedRow[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => changedRow(index, key, after.get(key) ?? null, before.get(key) ?? null) ?? []);
}
