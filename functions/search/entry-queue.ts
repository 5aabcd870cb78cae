import FlatQueue from 'flatqueue';
import type { KeyedEntry } from '../dataset/read/key-range.ts';
import type { Reach } from './reach.ts';

/** An entry with its bound: no center in its pages is nearer. */
export interface BoundedEntry extends KeyedEntry {
  readonly boundKm: number;
}

/** An entry in the queue. If the index has its centers' points, it is measured a second time before it is read. */
export interface Queued extends BoundedEntry {
  /** No match under the entry is nearer; orders the queue. Usually the box's bound, or more once points are known. */
  readonly matchKm: number;
  /** Distances of centers that may match and were on no earlier page of results; null if not known. */
  readonly atKm: readonly number[] | null;
  /** The number of those, as a share of all centers on the page that may match. */
  readonly share: number;
}

/**
 * A queue of entries, ordered by a bound: no match under an entry is nearer. The exact bound needs trigonometry, so
 * entries are queued under a cheap lower bound and measured when they reach the front. Most never do.
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

  /** Queues a node's entry under its cheap lower bound. */
  add(child: KeyedEntry): void {
    if (child.entry.box === null) return;
    const roughKm = this.#reach.roughKm(child.entry.box);
    if (roughKm <= this.#radiusKm) this.#queue.push(child, roughKm);
  }

  /** Queues a measured entry: one that was popped before, or whose distance is known better now. */
  put(entry: Queued): void {
    this.#queue.push(entry, entry.matchKm);
  }

  /** Bound of the nearest entry; undefined if the queue is empty. */
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

/** True if the entry has its exact bound. The others are queued under the cheap one. */
const isMeasured = (entry: Queued | KeyedEntry): entry is Queued => 'matchKm' in entry;

/** The entry with the exact bound of its box. */
function measure(child: KeyedEntry, reach: Reach): Queued {
  const { box } = child.entry;
  const boundKm = box === null ? Infinity : reach.boundKm(box);
  return { ...child, boundKm, matchKm: boundKm, atKm: null, share: 1 };
}
