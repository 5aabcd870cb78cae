import type { Decoded } from '../dataset/content.ts';
import type { Meter } from '../dataset/dataset-reader.ts';
import { TooBroadError } from '../dataset/read/too-broad.ts';

/** Pages and index nodes that one request may look at, read or cached. */
export const MOST_ITEMS = 300;
/** Largest number of sequential waits for the table in one request. A plain search makes one or two. */
export const MOST_ROUND_TRIPS = 40;

/**
 * The limits of one request, shared by all its parts: the search itself, its alternatives and unknown centers, every
 * level of a continuum, and the records that a page includes. Cached items count too, so that an answer does not depend
 * on the container.
 */
export class Budget {
  #items = new Set<string>();
  #roundTrips = 0;
  /**
   * Content that the request used, by its hash. It stays until the request ends, even if the cache evicts it, so that no
   * part of the request reads it again.
   */
  readonly content = new Map<string, Decoded>();

  /** Number of further items that may be read. */
  get left(): number {
    return MOST_ITEMS - this.#items.size;
  }

  /** Counts an item once. @returns false if it is beyond the limit and must not be used. */
  look(hash: string): boolean {
    if (!this.#items.has(hash) && this.left <= 0) return false;
    this.#items.add(hash);
    return true;
  }

  /** Counts a round trip and the items that it reads. @throws TooBroadError if that exceeds the budget. */
  fetch(hashes: readonly string[]): void {
    const more = hashes.filter((hash) => !this.#items.has(hash)).length;
    if (more > this.left) throw new TooBroadError(`more than ${MOST_ITEMS} items to look at`);
    if (this.#roundTrips >= MOST_ROUND_TRIPS) throw new TooBroadError(`more than ${MOST_ROUND_TRIPS} round trips`);
    this.#roundTrips += 1;
    for (const hash of hashes) this.#items.add(hash);
  }

  /** @returns a function that undoes all counting since. Used if the dataset changed and the question starts over. */
  mark(): () => void {
    const [items, roundTrips] = [new Set(this.#items), this.#roundTrips];
    return () => {
      this.#items = items;
      this.#roundTrips = roundTrips;
      for (const hash of this.content.keys()) if (!items.has(hash)) this.content.delete(hash);
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
