import { ContentError, decodeText, lookupPageText, PAGE_BODY_BYTES, PAGE_ITEM_BYTES } from '../content.ts';
import { type IndexRow, packIndexRow } from '../index-row.ts';
import type { LookupIndex } from '../lookup/lookup-index.ts';
import { numbers } from '../lookup/numbers.ts';
import { organizations, organizationsOn } from '../lookup/organizations.ts';
import { spellings } from '../lookup/spellings.ts';
import { words } from '../lookup/words.ts';
import { plainOrder } from './key-order.ts';
import { halfUnitPages, type Tree, undescribed } from './tree.ts';

/** A tree that stores the rows of several lookup indexes. All keys of one index begin with its mark. */
export interface LookupTree extends Tree<IndexRow> {
  readonly indexes: readonly LookupIndex[];
}

const lookups: Omit<Tree<IndexRow>, 'pageBytes' | 'pageEntries' | 'nodeEntries'> = {
  ...undescribed,
  order: plainOrder,
  keyOf: ([key]) => key,
  textOf: (row) => JSON.stringify(packIndexRow(row)),
  pageText: (rows) => lookupPageText(rows.map(String)),
  rowsIn: (page) => {
    if (page.kind !== 'pointers') throw new ContentError(`a page of ${page.kind}, not of index rows`);
    return page.rows;
  },
};

/** Tree to find a center, an organization, or an organization's centers. */
export const records: LookupTree = {
  ...lookups,
  ...halfUnitPages,
  indexes: [numbers, organizations],
  pageEntries: 1_200,
  nodeEntries: 1_200,
  describe: (text, firstKey) => {
    const found = organizationsOn(lookups.rowsIn(decodeText(text)), firstKey).length;
    return found === 0 ? undescribed.merge() : { ...undescribed.merge(), organizations: found };
  },
  merge: (entries) => {
    const found = entries.reduce((sum, { organizations: count = 0 }) => sum + count, 0);
    return found === 0 ? undescribed.merge() : { ...undescribed.merge(), organizations: found };
  },
};

/**
 * Finds centers by their names. A center has one row for each word, usually on as many different pages. Pages and nodes
 * are large, so that a changed name rewrites few items.
 */
export const names: LookupTree = {
  ...lookups,
  indexes: [spellings, words],
  pageBytes: 4 * PAGE_ITEM_BYTES - (PAGE_ITEM_BYTES - PAGE_BODY_BYTES),
  pageEntries: 3_500,
  nodeEntries: 3_500,
};

/** The lookup trees, under the names that their roots have in {@link Head}. */
export const lookupTrees = { records, names } as const;
