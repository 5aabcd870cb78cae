import FlatQueue from 'flatqueue';
import type { KeyedEntry } from '../dataset/read/key-range.ts';
import type { Reach } from './reach.ts';

/** An entry with its bound: no center in its pages is nearer. */
export interface BoundedEntry extends KeyedEntry {
  readonly boundKm: number;
}

/** An entry in the queue: a page of which the directory knows where its centers stand is looked at again before it is read. */
export interface Queued extends BoundedEntry {
  /** No match below it is nearer: its place in the queue. The bound of its box as a rule, more where more is known. */
  readonly matchKm: number;
  /** Distances of centers that may match and were not given before; null where that is not known. */
  readonly atKm: readonly number[] | null;
  /** How many those are of all that may match on the page. */
  readonly share: number;
}

/**
 * Entries by the distance that no match below them can undercut. To tell it takes some trigonometry, which most entries
 * of a node never need: so each waits at a rougher distance, no more than that, until its turn comes.
 */
export class EntryQueue {
  readonly #reach: Reach;
  readonly #radiusKm: number;
  readonly #queue = new FlatQueue<Queued | KeyedEntry>();

  /** @param radiusKm What is surely farther is passed over. */
  constructor(reach: Reach, radiusKm: number) {
    this.#reach = reach;
    this.#radiusKm = radiusKm;
  }

  /** An entry of a node, as it is. */
  add(child: KeyedEntry): void {
    if (child.entry.box === null) return;
    const roughKm = this.#reach.roughKm(child.entry.box);
    if (roughKm <= this.#radiusKm) this.#queue.push(child, roughKm);
  }

  /** An entry that was here, or one of which more is known by now. */
  put(entry: Queued): void {
    this.#queue.push(entry, entry.matchKm);
  }

  /** How far the nearest is; undefined where there is none. */
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

  /** What waits and may hold something no farther than `km`, in no order. */
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

/** Others wait at a distance that their latitudes alone tell. */
const isMeasured = (entry: Queued | KeyedEntry): entry is Queued => 'matchKm' in entry;

/** An entry at the bound of its box. */
export function measure(child: KeyedEntry, reach: Reach): Queued {
  const { box } = child.entry;
  const boundKm = box === null ? Infinity : reach.boundKm(box);
  return { ...child, boundKm, matchKm: boundKm, atKm: null, share: 1 };
}
