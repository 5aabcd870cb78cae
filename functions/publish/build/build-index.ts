import { type Blob, encodeContent } from '../../dataset/content.ts';
import { type Entry, packNode } from '../../dataset/index-nodes.ts';
import { cutOf } from '../../dataset/tree/key-order.ts';
import type { Tree } from '../../dataset/tree/tree.ts';

/** The properties of a tree that building its index needs. */
export type DirectoryKind = Pick<Tree<never>, 'order' | 'pageEntries' | 'nodeEntries' | 'merge'>;

/**
 * Builds nodes above entries, one floor after the other, up to a single root. All pages are at the same depth. @returns
 * the root's hash
 */
export function buildIndex(entries: readonly Entry[], kind: DirectoryKind, emit: (blob: Blob) => void): string {
  let floor = entries;
  while (floor.length > mostEntries(floor, kind)) floor = nodesAbove(floor, kind, emit);
  return emitNode(floor, emit);
}

/**
 * Groups a run of entries into nodes, like rows into pages: a run that is too long is cut where its keys first differ.
 * If a page is added or removed, only the nodes above it change. @returns the entries of the nodes
 */
export function nodesAbove(entries: readonly Entry[], kind: DirectoryKind, emit: (blob: Blob) => void): Entry[] {
  if (entries.length === 0) return [];
  if (entries.length <= mostEntries(entries, kind)) return [nodeEntry(entries, kind, emit)];
  const cut = firstCut(entries, kind);
  return [...nodesAbove(entries.slice(0, cut), kind, emit), ...nodesAbove(entries.slice(cut), kind, emit)];
}

/**
 * Position at which a run of two or more entries is cut first: there the keys of neighbors differ in the earliest bit.
 */
export function firstCut(entries: readonly Entry[], { order }: Pick<DirectoryKind, 'order'>): number {
  let [cut, earliest] = [1, Number.POSITIVE_INFINITY];
  for (let at = 1; at < entries.length; at += 1) {
    const bit = cutOf(order.bitsOf(entries[at]?.firstKey ?? ''));
    if (bit < earliest) [cut, earliest] = [at, bit];
  }
  return cut;
}

/** Maximum number of entries in a node. Entries for pages and entries for other nodes have different limits. */
export const mostEntries = (entries: readonly Entry[], { pageEntries, nodeEntries }: DirectoryKind): number =>
  entries[0]?.leaf === false ? nodeEntries : pageEntries;

/** Creates a node. @returns the entry for it in the node above */
export function nodeEntry(entries: readonly Entry[], kind: DirectoryKind, emit: (blob: Blob) => void): Entry {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  const hash = emitNode(entries, emit);
  return { hash, leaf: false, count, firstKey: entries[0]?.firstKey ?? '', ...kind.merge(entries) };
}

/** Writes a node as an item. @returns the item's hash */
export function emitNode(entries: readonly Entry[], emit: (blob: Blob) => void): string {
  const blob = encodeContent({ kind: 'node', ...packNode(entries) });
  emit(blob);
  return blob.hash;
}
