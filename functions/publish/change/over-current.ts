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

/** More differing pages of one index than an item of changes has rows for: then there is no need to read them. */
const MOST_PAGES_COMPARED = 2_000;

/** The index rows of a new dataset, published as those of the current one with what differs laid over. */
export interface OverCurrent {
  readonly roots: Pick<Head['roots'], LookupIndex>;
  /** Null where nothing differs. */
  readonly changes: Blob | null;
  /** Items that were built for the new dataset's own indexes, and that it does not need. */
  readonly unused: readonly string[];
  /** How many items of the current dataset stand in their place. */
  readonly instead: number;
}

/**
 * Lays the index rows of a new dataset over those of the current one. Depends on nothing but the current indexes' pages and
 * the new rows: so publishing the same again, or the same changes one by one, gives the same.
 * @param roots Of the new dataset's own indexes.
 * @param items Of these indexes.
 * @returns null where too much differs, or where the current dataset is damaged.
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

/** Pages are cut otherwise where a row more or less fits no more, so a row may be in pages of both and be the same. */
function changesBetween(
  index: LookupIndex,
  before: ReadonlyMap<string, IndexRow>,
  after: ReadonlyMap<string, IndexRow>,
): ChangedRow[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => changedRow(index, key, after.get(key) ?? null, before.get(key) ?? null) ?? []);
}
