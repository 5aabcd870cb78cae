import { firstNotBelow } from '../../domain/sorted.ts';
import type { Entry, IndexNode } from '../index-nodes.ts';
import { idOfWhereKey } from '../keys.ts';

/** An entry and the end of its key range: the first key that is no longer in it, or null at the end of the index. */
export interface KeyedEntry {
  readonly entry: Entry;
  readonly endKey: string | null;
}

/** The children of a node with their key ranges. The range of the last child ends with that of the node. */
export function keyedEntries(node: IndexNode, endKey: string | null): KeyedEntry[] {
  return node.entries.map((entry, index) => ({ entry, endKey: node.entries[index + 1]?.firstKey ?? endKey }));
}

/** A set of keys of the index "where". It can count the keys in a range, and tell if it contains a center. */
export class KeySet {
  /** The keys in ascending order, without duplicates. */
  readonly keys: readonly string[];
  readonly #ids: ReadonlySet<string>;

  constructor(keys: Iterable<string>) {
    this.keys = [...new Set(keys)].sort((a, b) => (a < b ? -1 : 1));
    this.#ids = new Set(this.keys.map(idOfWhereKey));
  }

  has(key: string): boolean {
    return this.keys[lowerBound(this.keys, key)] === key;
  }

  hasId(id: string): boolean {
    return this.#ids.has(id);
  }

  and(other: KeySet): KeySet {
    const theirs = new Set(other.keys);
    return new KeySet(this.keys.filter((key) => theirs.has(key)));
  }

  /** Number of keys of the set that are in the entry's range. */
  countIn({ entry, endKey }: KeyedEntry): number {
    const from = lowerBound(this.keys, entry.firstKey);
    return (endKey === null ? this.keys.length : lowerBound(this.keys, endKey)) - from;
  }
}

/** First position whose key is >= `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  return firstNotBelow(keys.length, (at) => (keys[at] ?? '') < key);
}
