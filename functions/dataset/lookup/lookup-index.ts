import type { CenterRecord } from '../../domain/record.ts';
import type { Head } from '../head.ts';
import type { IndexRow } from '../index-row.ts';

/**
 * Describes an index whose rows point at centers. It is stored in one of the lookup trees (tree/lookup-trees.ts). To
 * add an index, write such an object and name it there. Builds and edits then include it.
 */
export interface LookupIndex {
  /** The first character of every key of this index. */
  readonly mark: string;
  /** The rows that depend on the given center alone. */
  readonly rowsOf: (record: CenterRecord) => readonly IndexRow[];
  /** The rows that the given center shares with others. */
  readonly sharedRowsOf?: (record: CenterRecord) => readonly SharedRows[];
}

/**
 * Rows that several centers share, such as that of an organization. They are removed when no key of the tree begins
 * with `witness` any more.
 */
export interface SharedRows {
  readonly witness: string;
  readonly rows: readonly IndexRow[];
}

/** The roots of the trees, of a published dataset ({@link Head}) or one that is being changed. */
export type Roots = Pick<Head, 'roots'>;
