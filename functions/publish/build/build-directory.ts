import { type Blob, encodeContent } from '../../dataset/content.ts';
import { type Entry, packNode } from '../../dataset/directory.ts';

/** What an entry says beside where it leads. */
export type Described = Pick<Entry, 'box' | 'levels' | 'organizations' | 'spots'>;

/** What the floors of a directory are made by. */
export interface DirectoryKind {
  /**
   * Most entries of a node. So many that two floors of nodes lead to the pages of a million centers: each floor is one
   * item more to write when a center changes.
   */
  readonly nodeEntries: number;
  /** The same of a node of pages, where their entries are longer: a new container reads one in at most ten read units. */
  readonly pageEntries?: number;
  /** What an entry says of a node's entries. */
  readonly merge: (entries: readonly Entry[]) => Described;
}

/** Puts floors of nodes on an index's pages, all pages equally deep. @returns the root's hash */
export function buildDirectory(pages: readonly Entry[], kind: DirectoryKind, emit: (blob: Blob) => void): string {
  let floor = pages;
  let most = kind.pageEntries ?? kind.nodeEntries;
  while (floor.length > most) {
    floor = grouped(floor, most).map((group) => nodeEntry(emitNode(group, emit), group, kind.merge));
    most = kind.nodeEntries;
  }
  return emitNode(floor, emit);
}

/** @returns the node's hash */
export function emitNode(entries: readonly Entry[], emit: (blob: Blob) => void): string {
  const blob = encodeContent({ kind: 'node', ...packNode(entries) });
  emit(blob);
  return blob.hash;
}

/** What stands for a node in the node above it. */
export function nodeEntry(hash: string, entries: readonly Entry[], merge: DirectoryKind['merge']): Entry {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  return { hash, leaf: false, count, firstKey: entries[0]?.firstKey ?? '', ...merge(entries) };
}

/** The entries in order, in groups of at most so many. */
function grouped(entries: readonly Entry[], most: number): (readonly Entry[])[] {
  if (entries.length <= most) return [entries];
  const cut = cutOf(entries);
  return [...grouped(entries.slice(0, cut), most), ...grouped(entries.slice(cut), most)];
}

/**
 * Where to cut a run of entries: in its middle third, at the shortest first key, which stands for the widest step from
 * one entry to the next. Where that is depends on keys alone, and an entry more or less hardly ever moves it: so a
 * changed center leaves the other nodes as they are.
 */
function cutOf(entries: readonly Entry[]): number {
  const third = Math.floor(entries.length / 3);
  let best = third;
  for (let at = third + 1; at < entries.length - third; at += 1) {
    if (before(entries[at]?.firstKey ?? '', entries[best]?.firstKey ?? '')) best = at;
  }
  return best;
}

/** Keys of one length go by a mixed number, as any order that does not favour one end would do. */
function before(a: string, b: string): boolean {
  return a.length === b.length ? mixed(a) < mixed(b) : a.length < b.length;
}

/** FNV-1a. */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
