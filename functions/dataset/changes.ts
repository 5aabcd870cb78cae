import { firstNotBelow } from '../domain/sorted.ts';
import { type IndexRow, type PackedIndexRow, packIndexRow, unpackIndexRow } from './index-row.ts';

/**
 * Lookup indexes: their rows only point at centers. One center has rows in about a dozen of their pages. To avoid
 * rewriting all of those for a small change, the changed rows are kept in one item that is applied over the pages.
 */
export const lookupIndexes = ['id', 'organization', 'word', 'spelling'] as const;
export type LookupIndex = (typeof lookupIndexes)[number];

/** A row that differs from the pages of its index. */
export interface ChangedRow {
  readonly key: string;
  /** The current row; null if it was removed. */
  readonly row: IndexRow | null;
  /** True if the pages have this row as the first of an organization, so the directory's count includes it. */
  readonly counted: boolean;
}

/** The rows of each index that differ from its pages. */
export type Changes = Readonly<Record<LookupIndex, ChangedRows>>;

interface PackedRows {
  readonly puts: readonly PackedIndexRow[];
  readonly removes: readonly string[];
  /** Keys of the rows that the pages have as the first of an organization. */
  readonly counted: readonly string[];
}
/** The stored form. Equal changes have equal bytes: rows are sorted by key, and each differs from its page. */
export type PackedChanges = Readonly<Record<LookupIndex, PackedRows>>;

/** The changed rows of one index. */
export class ChangedRows {
  /** Ascending by key, each once. */
  readonly list: readonly ChangedRow[];

  constructor(list: readonly ChangedRow[]) {
    this.list = list;
  }

  /** Changed rows with from <= key < to; a `to` of null means the end of the index. */
  within(from: string, to: string | null): readonly ChangedRow[] {
    return this.list.slice(this.placeOf(from), to === null ? undefined : this.placeOf(to));
  }

  /** Current rows with from <= key < to. @param rows The pages' rows in that range, ascending by key. */
  over(rows: readonly IndexRow[], from: string, to: string | null): readonly IndexRow[] {
    const changed = this.within(from, to);
    if (changed.length === 0) return rows;
    const keys = new Set(changed.map(({ key }) => key));
    const puts = changed.flatMap(({ row }) => (row === null ? [] : [row]));
    return [...rows.filter(([key]) => !keys.has(key)), ...puts].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Number to add to the directory's count of organizations with from <= key < to; may be negative. */
  organizationsWithin(from: string, to: string | null): number {
    const begins = ({ row }: ChangedRow): number => (row?.[2] === undefined ? 0 : 1);
    return this.within(from, to).reduce((sum, changed) => sum + begins(changed) - (changed.counted ? 1 : 0), 0);
  }

  /** True if this key's row was removed, although the pages still have it. */
  lacks(key: string): boolean {
    const changed = this.list[this.placeOf(key)];
    return changed?.key === key && changed.row === null;
  }

  /** First position whose key is >= `key`. */
  placeOf(key: string): number {
    return firstNotBelow(this.list.length, (at) => (this.list[at]?.key ?? '') < key);
  }
}

export const noChanges: Changes = eachLookupIndex(() => new ChangedRows([]));

export function packChanges(changes: Changes): PackedChanges {
  return eachLookupIndex((index) => {
    const { list } = changes[index];
    return {
      puts: list.flatMap(({ row }) => (row === null ? [] : [packIndexRow(row)])),
      removes: list.filter(({ row }) => row === null).map(({ key }) => key),
      counted: list.filter(({ counted }) => counted).map(({ key }) => key),
    };
  });
}

export function unpackChanges(packed: PackedChanges): Changes {
  return eachLookupIndex((index) => {
    const { puts, removes, counted } = packed[index];
    const wasCounted = new Set(counted);
    const rows: [string, IndexRow | null][] = [
      ...puts.map(unpackIndexRow).map((row): [string, IndexRow] => [row[0], row]),
      ...removes.map((key): [string, null] => [key, null]),
    ];
    return new ChangedRows(
      rows.map(([key, row]) => ({ key, row, counted: wasCounted.has(key) })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  });
}

export function eachLookupIndex<Value>(of: (index: LookupIndex) => Value): Record<LookupIndex, Value> {
  return { id: of('id'), organization: of('organization'), word: of('word'), spelling: of('spelling') };
}
