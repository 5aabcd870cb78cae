import { type Blob, type Content, encodeContent, PAGE_BODY_BYTES } from '../search/content.ts';
import { type Entry, packNode } from '../search/directory.ts';

/** Room of a directory node as JSON text, before compression to about a quarter. */
const NODE_TEXT_BYTES = 40_000;
/** Real pages compress five to seven times; runs longer than this are split without trying. */
const BEST_COMPRESSION = 9;

/** What an entry says beside where it leads. */
export type Described = Pick<Entry, 'box' | 'levels' | 'organizations'>;

/** How one order of the centers is cut into pages: each order is made by this one mechanism. */
export interface OrderSpec<Row> {
  /** Rows in ascending order of key; keys are unique. */
  readonly keys: readonly string[];
  readonly rows: readonly Row[];
  /** The key as it is cut: runs split at the first bit in which their first and last key differ. */
  readonly bitsOf: (key: string) => string;
  readonly page: (rows: readonly Row[]) => Content;
  /** What an entry says of a page's rows. */
  readonly describe: (rows: readonly Row[]) => Described;
  /** What an entry says of a node's entries. */
  readonly merge: (entries: readonly Entry[]) => Described;
}

export interface BuiltOrder {
  readonly root: string;
  readonly pages: number;
}

interface Child {
  readonly entry: Entry;
  readonly textBytes: number;
}

/**
 * Cuts an order into pages and puts a directory on top. Where a run is cut depends only on the keys in it,
 * so a changed center changes its own page and the nodes above, and nothing beside them.
 */
export function buildOrder<Row>(spec: OrderSpec<Row>, emit: (blob: Blob) => void): BuiltOrder {
  const { entries, pages } = buildEntries(spec, emit);
  return { root: emitNode(entries, emit), pages };
}

/** Cuts an order, or a run of one, into pages: the entries that stand for it, few enough for one node. */
export function buildEntries<Row>(
  spec: OrderSpec<Row>,
  emit: (blob: Blob) => void,
): { readonly entries: Entry[]; readonly pages: number } {
  const bits = spec.keys.map(spec.bitsOf);
  const lengths = new Float64Array(spec.rows.length + 1);
  for (const [index, row] of spec.rows.entries()) {
    lengths[index + 1] = (lengths[index] ?? 0) + JSON.stringify(row).length + 1;
  }
  let pages = 0;

  const child = (entry: Entry): Child => ({ entry, textBytes: JSON.stringify(packNode([entry])).length });

  function leaf(from: number, to: number): Child | null {
    if ((lengths[to] ?? 0) - (lengths[from] ?? 0) > PAGE_BODY_BYTES * BEST_COMPRESSION) return null;
    const rows = spec.rows.slice(from, to);
    const content = spec.page(rows);
    const blob = encodeContent(content);
    if (blob.body.length > PAGE_BODY_BYTES) return null;
    emit(blob);
    pages += 1;
    const firstKey = spec.keys[from] ?? '';
    return child({ hash: blob.hash, leaf: true, count: rows.length, firstKey, ...spec.describe(rows) });
  }

  function close(children: readonly Child[]): Child {
    const [only] = children;
    if (children.length === 1 && only !== undefined) return only;
    const entries = children.map(({ entry }) => entry);
    return child(nodeEntry(emitNode(entries, emit), entries, spec.merge));
  }

  /** The children that stand for the run, few enough for one node. */
  function build(from: number, to: number): Child[] {
    const page = leaf(from, to);
    if (page !== null) return [page];
    if (to - from === 1) throw new RangeError(`the record with key "${spec.keys[from]}" is too large for one page`);
    const middle = splitPoint(bits, from, to);
    let left = build(from, middle);
    let right = build(middle, to);
    if (textBytes(left) + textBytes(right) > NODE_TEXT_BYTES) {
      if (textBytes(left) >= textBytes(right)) left = [close(left)];
      else right = [close(right)];
    }
    if (textBytes(left) + textBytes(right) > NODE_TEXT_BYTES) {
      left = [close(left)];
      right = [close(right)];
    }
    return [...left, ...right];
  }

  const top = spec.rows.length === 0 ? [] : build(0, spec.rows.length);
  return { entries: top.map(({ entry }) => entry), pages };
}

/** @returns the node's hash */
export function emitNode(entries: readonly Entry[], emit: (blob: Blob) => void): string {
  const blob = encodeContent({ kind: 'node', ...packNode(entries) });
  emit(blob);
  return blob.hash;
}

/** What stands for a node in the node above it. */
export function nodeEntry(hash: string, entries: readonly Entry[], merge: OrderSpec<never>['merge']): Entry {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  return { hash, leaf: false, count, firstKey: entries[0]?.firstKey ?? '', ...merge(entries) };
}

function textBytes(children: readonly Child[]): number {
  return children.reduce((sum, child) => sum + child.textBytes, 0);
}

/** First position whose key has a one at the first bit in which the run's first and last key differ. */
function splitPoint(bits: readonly string[], from: number, to: number): number {
  const first = bits[from] ?? '';
  const last = bits[to - 1] ?? '';
  let at = 0;
  while (at < first.length && at < last.length && first.charCodeAt(at) === last.charCodeAt(at)) at += 1;
  const differing = codeAt(first, at) ^ codeAt(last, at);
  if (differing === 0) throw new RangeError('two records share one key');
  const bit = 1 << (31 - Math.clz32(differing));
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((codeAt(bits[middle] ?? '', at) & bit) === 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Past its end a key counts as zero: no key goes on with U+0000 where another ends. */
function codeAt(key: string, at: number): number {
  return at < key.length ? key.charCodeAt(at) : 0;
}
