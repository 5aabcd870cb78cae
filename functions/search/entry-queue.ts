import FlatQueue from 'flatqueue';
import type { KeyedEntry } from '../dataset/read/key-range.ts';
import type { Reach } from './reach.ts';

/** An index entry with a lower bound: no center under the entry is nearer. */
export interface BoundedEntry extends KeyedEntry {
  readonly boundKm: number;
}

/**
 * An index entry in the queue. If the index has the points of the entry's centers, the bound is computed again from
 * these points before the page is read.
 */
export interface Queued extends BoundedEntry {
  /**
   * Lower bound that orders the queue: no match under the entry is nearer. At first the bound of the entry's box;
   * higher once its centers' points are known.
   */
  readonly matchKm: number;
  /**
   * Distances of the centers under the entry that may match, without those on earlier pages of results; null if not
   * known.
   */
  readonly atKm: readonly number[] | null;
  /**
   * Length of `atKm` as a share of all centers of the page that may match, including those on earlier pages of results.
   */
  readonly share: number;
}

/**
 * A queue of entries, ordered by a lower bound: no match under an entry is nearer. The exact bound needs trigonometry,
 * so entries are queued under a cheap lower bound, and the exact one is computed only when they reach the front. Most
 * never do.
 */
export class EntryQueue {
  readonly #reach: Reach;
  readonly #radiusKm: number;
  readonly #queue = new FlatQueue<Queued | KeyedEntry>();

  /** @param radiusKm Entries that are certainly farther away are not queued. */
  constructor(reach: Reach, radiusKm: number) {
    this.#reach = reach;
    this.#radiusKm = radiusKm;
  }

  /** Queues an entry of an index node under its cheap lower bound. */
  add(child: KeyedEntry): void {
    if (child.entry.box === null) return;
    const roughKm = this.#reach.roughKm(child.entry.box);
    if (roughKm <= this.#radiusKm) this.#queue.push(child, roughKm);
  }

  /** Queues an entry whose exact bound is known. */
  put(entry: Queued): void {
    this.#queue.push(entry, entry.matchKm);
  }

  /** Bound of the first entry in the queue; undefined if the queue is empty. */
  get nearestKm(): number | undefined {
    for (let first = this.#queue.peek(); first !== undefined && !isMeasured(first); first = this.#queue.peek()) {
      this.#queue.pop();
      const measured = measure(first, this.#reach);
      if (measured.boundKm <= this.#radiusKm) this.put(measured);
    }
    return this.#queue.peekValue();
  }

  pop(): Queued | undefined {
    if (this.nearestKm === undefined) return undefined;
    const first = this.#queue.pop();
    if (first === undefined || isMeasured(first)) return first;
    throw new Error('an entry left the queue before it was measured');
  }

  /** Queued entries that may contain a center within `km`, in no particular order. */
  within(km: number): BoundedEntry[] {
    const { ids, values, length } = this.#queue;
    const found: BoundedEntry[] = [];
    for (let at = 0; at < length; at += 1) {
      const each = ids[at];
      if (each === undefined) continue;
      if (isMeasured(each)) found.push(each);
      else if ((values[at] ?? 0) <= km) found.push(measure(each, this.#reach));
    }
    return found.filter(({ boundKm }) => boundKm <= km);
  }
}

/** True if the entry has its exact bound. False if it has only the cheap one. */
const isMeasured = (entry: Queued | KeyedEntry): entry is Queued => 'matchKm' in entry;

/** Computes the exact bound of the entry's box. */
function measure(child: KeyedEntry, reach: Reach): Queued {
  const { box } = child.entry;
  const boundKm = box === null ? Infinity : reach.boundKm(box);
  return { ...child, boundKm, matchKm: boundKm, atKm: null, share: 1 };
}
