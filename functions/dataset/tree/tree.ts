import { type Decoded, PAGE_BODY_BYTES } from '../content.ts';
import type { Described, Entry } from '../index-nodes.ts';
import type { KeyOrder } from './key-order.ts';

/**
 * A sorted list of rows, cut into pages, with an index above them. HEAD names the root of each tree. How a tree is
 * built and changed depends on this description alone (publish/tree).
 */
export interface Tree<Row> {
  readonly order: KeyOrder;
  readonly keyOf: (row: Row) => string;
  /** A row as text; `pageText` makes the text of a page from such rows. */
  readonly textOf: (row: Row) => string;
  readonly pageText: (rows: readonly Buffer[]) => Buffer;
  /** The rows of a page. @throws ContentError if it is a page of another kind. */
  readonly rowsIn: (page: Decoded) => readonly Row[];
  /** Largest compressed size of a page. */
  readonly pageBytes: number;
  /** Largest number of entries of a node above pages, and of a node above nodes. */
  readonly pageEntries: number;
  readonly nodeEntries: number;
  /**
   * Summarizes a page for the index.
   * @param firstKey Of the page's entry.
   */
  readonly describe: (text: Buffer, firstKey: string) => Described;
  /** Combines the entries of a node into the node's own entry. */
  readonly merge: (entries: readonly Entry[]) => Described;
}

/** A tree whose entries have no box and no levels. */
export const undescribed = {
  describe: (): Described => ({ box: null, states: [], levels: [] }),
  merge: (): Described => ({ box: null, states: [], levels: [] }),
};

/** A page of half a read unit. */
export const halfUnitPages = { pageBytes: PAGE_BODY_BYTES } as const;
