import { type ChangedRows, type Changes, noChanges, type PointerOrder } from '../changes.ts';
import type { DirectoryNode } from '../directory.ts';
import type { Head } from '../head.ts';
import type { Pointer } from '../pointer.ts';
import { type ContentReader, heldAt, read } from './content-reader.ts';
import { leavesWhere } from './leaves.ts';

/** The orders of a dataset, as lookups go through them: those of a {@link Head}, or of a dataset that is being made. */
export interface Orders {
  readonly roots: Head['roots'];
  /** What is laid over the orders of pointers: the item that holds it, or the changes themselves. */
  readonly changes?: string | Changes | undefined;
}

/** What an order of pointers begins with: its root, and the rows that differ from its pages. One round trip at most. */
export async function openOrder(
  order: PointerOrder,
  orders: Orders,
  reader: ContentReader,
): Promise<{ readonly top: DirectoryNode; readonly changed: ChangedRows }> {
  const [top, changed] = await Promise.all([
    read(reader, orders.roots[order], 'node'),
    changedRows(order, orders, reader),
  ]);
  return { top, changed };
}

/** Pointers of an order from `from` to below `to`, ascending by key. @throws TooBroadError */
export async function pointersBetween(
  order: PointerOrder,
  from: string,
  to: string,
  orders: Orders,
  reader: ContentReader,
): Promise<readonly Pointer[]> {
  // Both at once: what is laid over comes along with whatever is read first.
  const [rows, changed] = await Promise.all([
    rowsOfPages(orders.roots[order], from, to, reader),
    changedRows(order, orders, reader),
  ]);
  return changed.over(rows, from, to);
}

async function changedRows(order: PointerOrder, { changes = noChanges }: Orders, reader: ContentReader) {
  return (typeof changes === 'string' ? (await read(reader, changes, 'changes')).changes : changes)[order];
}

/** What the pages of an order have from `from` to below `to`. */
export async function rowsOfPages(root: string, from: string, to: string, reader: ContentReader): Promise<Pointer[]> {
  const pages = await leavesWhere(
    await read(reader, root, 'node'),
    ({ entry, endKey }) => entry.firstKey < to && (endKey === null || endKey > from),
    reader,
  );
  return pages.flatMap(({ entry }) =>
    (heldAt(reader, entry.hash, 'pointers')?.rows ?? []).filter(([key]) => key >= from && key < to),
  );
}
