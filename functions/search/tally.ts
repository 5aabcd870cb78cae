import type { Meter } from '../dataset/dataset-reader.ts';

/** Counts about one request's searches, without anything that was searched for. */
export interface Tally {
  searches: number;
  emptySearches: number;
  searchesWithUnknowns: number;
  cacheHits: number;
}

const tallies = new WeakMap<Meter, Tally>();

/** The tally of the request that a meter belongs to. */
export function tallyOf(meter: Meter): Tally {
  let tally = tallies.get(meter);
  if (tally === undefined) {
    tally = { searches: 0, emptySearches: 0, searchesWithUnknowns: 0, cacheHits: 0 };
    tallies.set(meter, tally);
  }
  return tally;
}
