import type { Meter } from '../dataset/dataset-reader.ts';
import { TooBroadError } from '../dataset/read/too-broad.ts';

/** Pages and directory nodes that one request may look at, read or cached. */
export const MOST_ITEMS = 300;
/** Waits for the table that one request may make, one after the other. A plain search makes one or two. */
export const MOST_ROUND_TRIPS = 40;

/**
 * What one request may look at, over all that it asks: the search itself, its alternatives and unknown centers, every
 * level of a continuum, what a page includes. It counts cached items too, so an answer does not depend on which
 * container gives it.
 */
export class Budget {
  #items = new Set<string>();
  #roundTrips = 0;

  /** How many more items may be looked at. */
  get left(): number {
    return MOST_ITEMS - this.#items.size;
  }

  /** Counts an item; again is free. @returns whether it may be looked at. */
  look(hash: string): boolean {
    if (!this.#items.has(hash) && this.left <= 0) return false;
    this.#items.add(hash);
    return true;
  }

  /** Counts a round trip and what it reads. @throws TooBroadError where that is more than is left. */
  fetch(hashes: readonly string[]): void {
    const more = hashes.filter((hash) => !this.#items.has(hash)).length;
    if (more > this.left) throw new TooBroadError(`more than ${MOST_ITEMS} items to look at`);
    if (this.#roundTrips >= MOST_ROUND_TRIPS) throw new TooBroadError(`more than ${MOST_ROUND_TRIPS} round trips`);
    this.#roundTrips += 1;
    for (const hash of hashes) this.#items.add(hash);
  }

  /** @returns Takes back what was counted since: the dataset changed meanwhile and the question starts over. */
  mark(): () => void {
    const [items, roundTrips] = [new Set(this.#items), this.#roundTrips];
    return () => {
      this.#items = items;
      this.#roundTrips = roundTrips;
    };
  }
}

const budgets = new WeakMap<Meter, Budget>();

/** The budget of the request that a meter belongs to; one meter is one request. */
export function budgetOf(meter: Meter): Budget {
  const budget = budgets.get(meter) ?? new Budget();
  budgets.set(meter, budget);
  return budget;
}
