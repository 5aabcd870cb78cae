import { firstNotBelow } from '../../domain/sorted.ts';
import type { Entry, IndexNode } from '../index-nodes.ts';
import { idOfWhereKey } from '../keys.ts';

/** An entry with the end of its range of keys: the first key after it, or null at the end of the index. */
export interface KeyedEntry {
  readonly entry: Entry;
  readonly endKey: string | null;
}

/** The node's children with their ranges; the last child ends where the node does. */
export function keyedEntries(node: IndexNode, endKey: string | null): KeyedEntry[] {
  return node.entries.map((entry, index) => ({ entry, endKey: node.entries[index + 1]?.firstKey ?? endKey }));
}

/** A set of keys of the index "where" that can be counted by range and looked up by center. */
export class KeySet {
  /** Ascending, each once. */
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

  /** Number of keys in the entry's range. */
  countIn({ entry, endKey }: KeyedEntry): number {
    const from = lowerBound(this.keys, entry.firstKey);
    return (endKey === null ? this.keys.length : lowerBound(this.keys, endKey)) - from;
  }
}

/** First position whose key is >= `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  return firstNotBelow(keys.length, (at) => (keys[at] ?? '') < key);
}
