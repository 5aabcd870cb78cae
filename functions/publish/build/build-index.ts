import { type Blob, encodePage, PAGE_BODY_BYTES } from '../../dataset/content.ts';
import type { Entry } from '../../dataset/directory.ts';
import { firstNotBelow } from '../../domain/sorted.ts';
import { buildDirectory, type Described, type DirectoryKind } from './build-directory.ts';
import type { KeyedRows } from './keyed-rows.ts';

/** Real pages compress by a factor of 5 to 7. Runs that need more than this factor are split without trying. */
const BEST_COMPRESSION = 9;

/** Settings for building an index, including how its directory describes a page. */
export interface IndexKind extends DirectoryKind {
  /** Describes a page for its entry. @param text The text of the page. */
  readonly describe: (text: Buffer) => Described;
}

export interface BuiltIndex {
  readonly root: string;
  readonly pages: number;
}

/**
 * Cuts an index into pages and builds a directory above them. The cut of a run depends only on its keys, so a changed
 * center changes its own page and the nodes above it, and no others.
 */
export function buildIndex(rows: KeyedRows, kind: IndexKind, emit: (blob: Blob) => void): BuiltIndex {
  const pages = buildPages(rows, kind, '', emit);
  return { root: buildDirectory(pages, kind, emit), pages: pages.length };
}

/**
 * Cuts an index, or the rows of one former page, into pages.
 * @param startKey firstKey of the first page's entry.
 * @returns the entries of the pages
 */
export function buildPages(rows: KeyedRows, kind: IndexKind, startKey: string, emit: (blob: Blob) => void): Entry[] {
  const before = bytesBefore(rows);
  const pages: Entry[] = [];

  function fitsPage(from: number, to: number, firstKey: string): boolean {
    if ((before[to] ?? 0) - (before[from] ?? 0) > PAGE_BODY_BYTES * BEST_COMPRESSION) return false;
    const text = rows.pageText(from, to);
    const blob = encodePage(text);
    if (blob === null) return false;
    emit(blob);
    pages.push({ hash: blob.hash, leaf: true, count: to - from, firstKey, ...kind.describe(text) });
    return true;
  }

  function build(from: number, to: number, firstKey: string): void {
    if (fitsPage(from, to, firstKey)) return;
    if (to - from === 1) throw new RangeError(`the record with key "${rows.keyAt(from)}" is too large for one page`);
    const cut = cutOf(rows, from, to);
    build(from, cut.at, firstKey);
    build(cut.at, to, cut.firstKey);
  }

  if (rows.count > 0) build(0, rows.count, startKey);
  return pages;
}

/** For each position, the total length in bytes of all rows before it, plus one comma each. */
function bytesBefore({ count, bytesAt }: KeyedRows): Float64Array {
  const before = new Float64Array(count + 1);
  for (let at = 0; at < count; at += 1) before[at + 1] = (before[at] ?? 0) + bytesAt(at) + 1;
  return before;
}

/**
 * The first position whose key has a 1 in the first bit at which the run's first and last key differ, and the shortest
 * prefix of that key that sorts after all earlier keys.
 */
function cutOf(
  { keyAt, bitsOf }: KeyedRows,
  from: number,
  to: number,
): { readonly at: number; readonly firstKey: string } {
  const [first, last] = [bitsOf(keyAt(from)), bitsOf(keyAt(to - 1))];
  let same = 0;
  while (same < first.length && same < last.length && first.charCodeAt(same) === last.charCodeAt(same)) same += 1;
  const differing = codeAt(first, same) ^ codeAt(last, same);
  if (differing === 0) throw new RangeError('two records share one key');
  const bit = 1 << (31 - Math.clz32(differing));
  const at = from + firstNotBelow(to - from, (offset) => (codeAt(bitsOf(keyAt(from + offset)), same) & bit) === 0);
  return { at, firstKey: keyAt(at).slice(0, same + 1) };
}

/** Character code at a position, 0 after the end. No key has U+0000 where another one ends. */
function codeAt(key: string, at: number): number {
  return at < key.length ? key.charCodeAt(at) : 0;
}
