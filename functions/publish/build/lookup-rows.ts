import type { IndexRow } from '../../dataset/index-row.ts';
import type { LookupIndex } from '../../dataset/lookup/lookup-index.ts';
import type { LookupTree } from '../../dataset/tree/lookup-trees.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { type KeyedRows, sortedPositions } from './keyed-rows.ts';

/**
 * The rows of a lookup tree while a dataset is built. Keys, targets and names are in separate arrays to save memory: a
 * million centers have six million rows, and rows of one center share its key and name.
 */
export class LookupRows {
  readonly #tree: LookupTree;
  readonly #keys: string[] = [];
  readonly #targets: string[] = [];
  readonly #names: (string | undefined)[] = [];
  readonly #shared = new Set<string>();

  constructor(tree: LookupTree) {
    this.#tree = tree;
  }

  add(record: CenterRecord): void {
    for (const index of this.#tree.indexes) {
      this.#push(index.rowsOf(record));
      for (const { witness, rows } of index.sharedRowsOf?.(record) ?? []) {
        if (this.#isFirst(index, witness)) this.#push(rows);
      }
    }
  }

  /** Adds rows that belong to no center, such as those of former ids. */
  addRows(rows: readonly IndexRow[]): void {
    this.#push(rows);
  }

  sorted(): KeyedRows {
    const order = sortedPositions(this.#keys);
    const keyAt = (position: number): string => this.#keys[order[position] ?? -1] ?? '';
    const textAt = (position: number): Buffer => {
      const at = order[position] ?? -1;
      const [target = '', name] = [this.#targets[at], this.#names[at]];
      return Buffer.from(
        this.#tree.textOf(name === undefined ? [keyAt(position), target] : [keyAt(position), target, name]),
      );
    };
    return {
      count: order.length,
      keyAt,
      bytesAt: (position) => textAt(position).length,
      pageText: (from, to) =>
        this.#tree.pageText(Array.from({ length: to - from }, (_, offset) => textAt(from + offset))),
    };
  }

  #isFirst({ mark }: LookupIndex, witness: string): boolean {
    const size = this.#shared.size;
    return this.#shared.add(mark + witness).size > size;
  }

  #push(rows: readonly IndexRow[]): void {
    for (const [key, target, name] of rows) {
      this.#keys.push(key);
      this.#targets.push(target);
      this.#names.push(name);
    }
  }
}
