import { type Blob, encodePage } from '../../dataset/content.ts';
import type { Entry } from '../../dataset/index-nodes.ts';
import { boundaryAt, firstDifference, hasBit } from '../../dataset/tree/key-order.ts';
import type { Tree } from '../../dataset/tree/tree.ts';
import { firstNotBelow } from '../../domain/sorted.ts';
import { buildIndex } from './build-index.ts';
import type { KeyedRows } from './keyed-rows.ts';

/**
 * Highest compression factor that is tried. Real pages compress by a factor of 5 to 7. A run of rows that would need
 * more than this is split without compressing it.
 */
const BEST_COMPRESSION = 9;
/** Longest text in bytes that may fit one page. A run with longer text is split. */
export const mostPageText = ({ pageBytes }: Pick<Tree<never>, 'pageBytes'>): number => pageBytes * BEST_COMPRESSION;
/** Bytes that a row adds to a run's text, including its separator. */
export const textBytes = (rowBytes: number): number => rowBytes + 1;

export interface BuiltTree {
  readonly root: string;
  readonly pages: number;
}

/** Cuts rows into pages and builds an index above them. The result depends only on the rows. */
export function buildTree<Row>(rows: KeyedRows, tree: Tree<Row>, emit: (blob: Blob) => void): BuiltTree {
  const pages = buildPages(rows, tree, '', emit);
  return { root: buildIndex(pages, tree, emit), pages: pages.length };
}

/**
 * Cuts a run of rows into pages: a run that does not fit one page is cut at the first bit in which its keys differ.
 * @param startKey firstKey of the first page's entry.
 * @returns the entries of the pages
 */
export function buildPages<Row>(
  rows: KeyedRows,
  tree: Tree<Row>,
  startKey: string,
  emit: (blob: Blob) => void,
): Entry[] {
  const { bitsOf, keyOf } = tree.order;
  const before = bytesBefore(rows);
  const most = mostPageText(tree);
  const pages: Entry[] = [];

  function fitsPage(from: number, to: number, firstKey: string): boolean {
    if ((before[to] ?? 0) - (before[from] ?? 0) > most) return false;
    const text = rows.pageText(from, to);
    const blob = encodePage(text, tree.pageBytes);
    if (blob === null) return false;
    emit(blob);
    pages.push({ hash: blob.hash, leaf: true, count: to - from, firstKey, ...tree.describe(text, firstKey) });
    return true;
  }

  function build(from: number, to: number, firstKey: string): void {
    if (fitsPage(from, to, firstKey)) return;
    if (to - from === 1) throw new RangeError(`the record with key "${rows.keyAt(from)}" is too large for one page`);
    const last = bitsOf(rows.keyAt(to - 1));
    const bit = firstDifference(bitsOf(rows.keyAt(from)), last);
    const cut = from + firstNotBelow(to - from, (offset) => !hasBit(bitsOf(rows.keyAt(from + offset)), bit));
    build(from, cut, firstKey);
    build(cut, to, keyOf(boundaryAt(last, bit)));
  }

  if (rows.count > 0) build(0, rows.count, startKey);
  return pages;
}

/** For each position, the length in bytes of all rows before it. */
function bytesBefore({ count, bytesAt }: KeyedRows): Float64Array {
  const before = new Float64Array(count + 1);
  for (let at = 0; at < count; at += 1) before[at + 1] = (before[at] ?? 0) + textBytes(bytesAt(at));
  return before;
}
