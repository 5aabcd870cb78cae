import type { CenterRecord } from '../../domain/record.ts';
import type { Head } from '../head.ts';
import type { IndexRow } from '../index-row.ts';

/**
 * An index of rows that point at centers, one of those in a tree (tree/lookup-trees.ts). To add one, write such an object
 * and name it there: builds and edits follow.
 */
export interface LookupIndex {
  /** First character of each of its keys. */
  readonly mark: string;
  /** Rows that depend on this center alone. */
  readonly rowsOf: (record: CenterRecord) => readonly IndexRow[];
  /** Rows that several centers share. */
  readonly sharedRowsOf?: (record: CenterRecord) => readonly SharedRows[];
}

/**
 * Rows that several centers share. They exist as long as some row of their tree has a key that begins with `witness`.
 */
export interface SharedRows {
  readonly witness: string;
  readonly rows: readonly IndexRow[];
}

/** The roots of a {@link Head}, or of a dataset that is being changed. */
export type Roots = Pick<Head, 'roots'>;
