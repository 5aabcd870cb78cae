import { type Decoded, PAGE_BODY_BYTES } from '../content.ts';
import type { Described, Entry } from '../index-nodes.ts';
import type { KeyOrder } from './key-order.ts';

/**
 * A sorted list of rows, cut into pages, with an index above the pages. HEAD has the hash of each tree's root. Code
 * that builds a tree (publish/build) or changes it (publish/change) depends on this description alone.
 */
export interface Tree<Row> {
  readonly order: KeyOrder;
  readonly keyOf: (row: Row) => string;
  /** The text of a row. `pageText` makes a page from such texts. */
  readonly textOf: (row: Row) => string;
  readonly pageText: (rows: readonly Buffer[]) => Buffer;
  /** The rows of a page. @throws ContentError if the page is of another kind */
  readonly rowsIn: (page: Decoded) => readonly Row[];
  /** Largest compressed size of a page, in bytes. */
  readonly pageBytes: number;
  /**
   * Largest number of entries of a node whose children are pages (`pageEntries`), and of a node whose children are
   * nodes (`nodeEntries`).
   */
  readonly pageEntries: number;
  readonly nodeEntries: number;
  /**
   * Summarizes a page for its entry in the index.
   * @param firstKey The firstKey of that entry.
   */
  readonly describe: (text: Buffer, firstKey: string) => Described;
  /** Combines the entries of a node into the node's own entry. */
  readonly merge: (entries: readonly Entry[]) => Described;
}

/** Properties of a tree whose entries have neither a box nor levels. */
export const undescribed = {
  describe: (): Described => ({ box: null, states: [], levels: [] }),
  merge: (): Described => ({ box: null, states: [], levels: [] }),
};

/** Limits for pages that cost half a read unit. */
export const halfUnitPages = { pageBytes: PAGE_BODY_BYTES } as const;
