import type { Meter } from '../dataset/dataset-reader.ts';

/** Counts about the searches of one request, without anything that was searched for. */
export interface Tally {
  searches: number;
  emptySearches: number;
  searchesWithUnknowns: number;
  cacheHits: number;
}

const tallies = new WeakMap<Meter, Tally>();

/** The counts of the request that a meter belongs to. Each request has its own meter. */
export function tallyOf(meter: Meter): Tally {
  let tally = tallies.get(meter);
  if (tally === undefined) {
    tally = { searches: 0, emptySearches: 0, searchesWithUnknowns: 0, cacheHits: 0 };
    tallies.set(meter, tally);
  }
  return tally;
}
