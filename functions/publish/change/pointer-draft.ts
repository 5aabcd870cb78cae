import {
  type ChangedRow,
  ChangedRows,
  type Changes,
  eachOrder,
  noChanges,
  type PointerOrder,
  pointerOrders,
} from '../../dataset/changes.ts';
import type { Head } from '../../dataset/head.ts';
import { KEY_SEPARATOR, type Pointer } from '../../dataset/pointer.ts';
import { read } from '../../dataset/read/content-reader.ts';
import { type Orders, rowsOfPages } from '../../dataset/read/pointers.ts';
import { type ChangesOptions, changedRow, changesItem, isEmpty } from './changes-item.ts';
import type { Draft } from './draft.ts';
import { editOrder, firstBeginning } from './edit-order.ts';
import { type Edits, orders } from './order-rows.ts';

type Roots = Pick<Head['roots'], PointerOrder>;

/** The orders of pointers while some of their rows change: their pages stay, and what differs is laid over. */
export class PointerDraft {
  /** What differs from the pages, at any time. */
  readonly changes: Changes;
  readonly #roots: Roots;
  readonly #draft: Draft;
  readonly #lists: Readonly<Record<PointerOrder, ChangedRow[]>>;

  private constructor(roots: Roots, changes: Changes, draft: Draft) {
    this.#roots = eachOrder((order) => roots[order]);
    this.#draft = draft;
    this.#lists = eachOrder((order) => [...changes[order].list]);
    this.changes = eachOrder((order) => new ChangedRows(this.#lists[order]));
  }

  static async of({ roots, changes }: Orders, draft: Draft): Promise<PointerDraft> {
    const known = typeof changes === 'string' ? (await read(draft, changes, 'changes')).changes : changes;
    return new PointerDraft(roots, known ?? noChanges, draft);
  }

  /** Changes rows of an order. What becomes as the pages have it is no change any more. */
  async edit(order: PointerOrder, { puts, removes }: Edits<Pointer>): Promise<void> {
    const rows = [...puts, ...[...removes].map((key): [string, null] => [key, null])];
    await read(this.#draft, this.#roots[order], 'node');
    const pages = await Promise.all(
      rows.map(([key]) => rowsOfPages(this.#roots[order], key, key + KEY_SEPARATOR, this.#draft)),
    );
    for (const [at, [key, row]] of rows.entries()) this.#set(order, key, row, pages[at]?.[0] ?? null);
  }

  /** The first key of an order that begins so; null where none does. */
  async firstBeginning(order: PointerOrder, start: string): Promise<string | null> {
    const changed = this.changes[order];
    const laidOver = changed.list.slice(changed.placeOf(start)).find(({ row }) => row !== null)?.key;
    const inPages = await firstBeginning(start, this.#roots[order], orders[order], this.#draft, (key) =>
      changed.lacks(key),
    );
    if (laidOver?.startsWith(start) !== true) return inPages;
    return inPages !== null && inPages < laidOver ? inPages : laidOver;
  }

  /** The orders as they are published: with an item of changes, or with pages made anew where it would be too large. */
  async settled(options: ChangesOptions): Promise<{ readonly roots: Roots; readonly changes: string | null }> {
    if (isEmpty(this.changes)) return { roots: this.#roots, changes: null };
    const item = changesItem(this.changes, options);
    if (item !== null) {
      this.#draft.emit(item);
      return { roots: this.#roots, changes: item.hash };
    }
    const roots = { ...this.#roots };
    for (const order of pointerOrders) {
      roots[order] = (await editOrder(roots[order], orders[order], this.#edits(order), this.#draft)) ?? roots[order];
    }
    return { roots, changes: null };
  }

  #set(order: PointerOrder, key: string, row: Pointer | null, inPages: Pointer | null): void {
    const list = this.#lists[order];
    const at = this.changes[order].placeOf(key);
    const known = list[at]?.key === key ? 1 : 0;
    const changed = changedRow(order, key, row, inPages);
    list.splice(at, known, ...(changed === null ? [] : [changed]));
  }

  #edits(order: PointerOrder): Edits<Pointer> {
    const list = this.#lists[order];
    return {
      puts: new Map(list.flatMap(({ key, row }): [string, Pointer][] => (row === null ? [] : [[key, row]]))),
      removes: new Set(list.filter(({ row }) => row === null).map(({ key }) => key)),
    };
  }
}
