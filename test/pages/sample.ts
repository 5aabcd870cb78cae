import { seeded } from '../support/random.ts';

/** Picks some values from a list and keeps their order. The same seed gives the same values. */
export function sampleOf<Value>(list: readonly Value[], count: number, seed: number): Value[] {
  const random = seeded(seed);
  return list
    .map((value, at) => ({ value, at, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
