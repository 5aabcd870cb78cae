import { firstNotBelow } from '../domain/sorted.ts';
import { type PackedPointer, type Pointer, packPointer, unpackPointer } from './pointer.ts';

/**
 * Orders that hold only pointers. A center has a row in each of a dozen of their pages, so a few changed rows do not
 * rewrite those pages: they are kept together in one item that is applied over the pages.
 */
export const pointerOrders = ['id', 'organization', 'word', 'spelling'] as const;
export type PointerOrder = (typeof pointerOrders)[number];

/** A row that differs from the pages of its order. */
export interface ChangedRow {
  readonly key: string;
  /** The current row; null if it was removed. */
  readonly row: Pointer | null;
  /** Whether the pages have it as the first of an organization, so that their directory counts it as one. */
  readonly counted: boolean;
}

/** The rows of each order that differ from its pages. */
export type Changes = Readonly<Record<PointerOrder, ChangedRows>>;

interface PackedRows {
  readonly puts: readonly PackedPointer[];
  readonly removes: readonly string[];
  /** Keys of the rows that the pages have as the first of an organization. */
  readonly counted: readonly string[];
}
/** As an item holds them. The same changes have one form: rows are sorted by key, and each really differs. */
export type PackedChanges = Readonly<Record<PointerOrder, PackedRows>>;

/** The changed rows of one order. */
export class ChangedRows {
  /** Ascending by key, each once. */
  readonly list: readonly ChangedRow[];

  constructor(list: readonly ChangedRow[]) {
    this.list = list;
  }

  /** Those with keys from `from` to below `to`; null is the end of the order. */
  within(from: string, to: string | null): readonly ChangedRow[] {
    return this.list.slice(this.placeOf(from), to === null ? undefined : this.placeOf(to));
  }

  /** The rows of a stretch of the order. @param rows What the pages have there, ascending by key. */
  over(rows: readonly Pointer[], from: string, to: string | null): readonly Pointer[] {
    const changed = this.within(from, to);
    if (changed.length === 0) return rows;
    const keys = new Set(changed.map(({ key }) => key));
    const puts = changed.flatMap(({ row }) => (row === null ? [] : [row]));
    return [...rows.filter(([key]) => !keys.has(key)), ...puts].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** How many more organizations begin in a stretch than the directory counts there. */
  organizationsWithin(from: string, to: string | null): number {
    const begins = ({ row }: ChangedRow): number => (row?.[2] === undefined ? 0 : 1);
    return this.within(from, to).reduce((sum, changed) => sum + begins(changed) - (changed.counted ? 1 : 0), 0);
  }

  /** Whether the pages have a row that is gone. */
  lacks(key: string): boolean {
    const changed = this.list[this.placeOf(key)];
    return changed?.key === key && changed.row === null;
  }

  /** First position whose key is not below `key`. */
  placeOf(key: string): number {
    return firstNotBelow(this.list.length, (at) => (this.list[at]?.key ?? '') < key);
  }
}

export const noChanges: Changes = eachOrder(() => new ChangedRows([]));

export function packChanges(changes: Changes): PackedChanges {
  return eachOrder((order) => {
    const { list } = changes[order];
    return {
      puts: list.flatMap(({ row }) => (row === null ? [] : [packPointer(row)])),
      removes: list.filter(({ row }) => row === null).map(({ key }) => key),
      counted: list.filter(({ counted }) => counted).map(({ key }) => key),
    };
  });
}

export function unpackChanges(packed: PackedChanges): Changes {
  return eachOrder((order) => {
    const { puts, removes, counted } = packed[order];
    const wasCounted = new Set(counted);
    const rows: [string, Pointer | null][] = [
      ...puts.map(unpackPointer).map((row): [string, Pointer] => [row[0], row]),
      ...removes.map((key): [string, null] => [key, null]),
    ];
    return new ChangedRows(
      rows.map(([key, row]) => ({ key, row, counted: wasCounted.has(key) })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  });
}

export function eachOrder<Value>(of: (order: PointerOrder) => Value): Record<PointerOrder, Value> {
  return { id: of('id'), organization: of('organization'), word: of('word'), spelling: of('spelling') };
}
