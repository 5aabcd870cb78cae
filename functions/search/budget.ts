import type { Decoded } from '../dataset/content.ts';
import type { Meter } from '../dataset/dataset-reader.ts';
import { TooBroadError } from '../dataset/read/too-broad.ts';

/** Maximum number of pages and index nodes that one request may use. Cached ones count too. */
export const MOST_ITEMS = 300;
/** Maximum number of round trips to the table in one request, one after the other. A plain search makes one or two. */
export const MOST_ROUND_TRIPS = 40;

/**
 * The limits of one request, shared by all its parts: the search itself, its alternatives, the centers in doubt, every
 * level of a continuum, and related records on the page of results. Cached items count too, so that an answer does not
 * depend on what the container has cached.
 */
export class Budget {
  #items = new Set<string>();
  #roundTrips = 0;
  /**
   * Content that the request used, by its hash. It is kept until the request ends, so that no part of the request reads
   * it again, even if the container's cache drops it.
   */
  readonly content = new Map<string, Decoded>();

  /** Number of items that the request may still use. */
  get left(): number {
    return MOST_ITEMS - this.#items.size;
  }

  /**
   * Counts an item, but only once.
   * @returns false if it exceeds the limit and must not be used
   */
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

  /**
   * Remembers the current counts.
   * @returns a function that restores them, for a request that starts over because the dataset changed
   */
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

/** The budget of the request that a meter belongs to. Each request has its own meter. */
export function budgetOf(meter: Meter): Budget {
  const budget = budgets.get(meter) ?? new Budget();
  budgets.set(meter, budget);
  return budget;
}
