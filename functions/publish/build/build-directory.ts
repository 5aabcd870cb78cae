import { type Blob, encodeContent } from '../../dataset/content.ts';
import { type Entry, packNode } from '../../dataset/directory.ts';

/** The members of an entry that describe its contents. */
export type Described = Pick<Entry, 'box' | 'states' | 'levels' | 'organizations' | 'spots'>;

/** Settings for building the floors of a directory. */
export interface DirectoryKind {
  /**
   * Largest number of entries of a node. It is large enough that two floors of nodes suffice for a million centers:
   * each further floor is one more item to write when a center changes.
   */
  readonly nodeEntries: number;
  /** Limit for nodes of pages, if their entries are longer: a new container reads one in at most ten read units. */
  readonly pageEntries?: number;
  /** Combines the entries of a node into the description in its own entry. */
  readonly merge: (entries: readonly Entry[]) => Described;
}

/** Builds floors of nodes above an index's pages. All pages are equally deep. @returns the root's hash */
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

/** The entry for a node in the node above it. */
export function nodeEntry(hash: string, entries: readonly Entry[], merge: DirectoryKind['merge']): Entry {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  return { hash, leaf: false, count, firstKey: entries[0]?.firstKey ?? '', ...merge(entries) };
}

/** Splits the entries, in order, into groups of at most `most`. */
function grouped(entries: readonly Entry[], most: number): (readonly Entry[])[] {
  if (entries.length <= most) return [entries];
  const cut = cutOf(entries);
  return [...grouped(entries.slice(0, cut), most), ...grouped(entries.slice(cut), most)];
}

/**
 * Position at which to cut a run of entries: in its middle third, at the shortest firstKey, which marks the widest step
 * between neighbors. It depends on keys alone, and one added or removed entry hardly ever moves it. A changed center
 * therefore leaves the other nodes unchanged.
 */
function cutOf(entries: readonly Entry[]): number {
  const third = Math.floor(entries.length / 3);
  let best = third;
  for (let at = third + 1; at < entries.length - third; at += 1) {
    if (before(entries[at]?.firstKey ?? '', entries[best]?.firstKey ?? '')) best = at;
  }
  return best;
}

/** Orders by length. Equally long keys are ordered by a hash; any order that favors neither end would do. */
function before(a: string, b: string): boolean {
  return a.length === b.length ? mixed(a) < mixed(b) : a.length < b.length;
}

/** FNV-1a. */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
