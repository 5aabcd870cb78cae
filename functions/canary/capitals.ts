import type { State } from '../domain/state.ts';

/** One well-known place in each state, near which the canary searches. */
export const capitals: Readonly<Record<State, string>> = {
  AZ: 'Phoenix, AZ',
  CA: 'Sacramento, CA',
  CO: 'Denver, CO',
  IL: 'Springfield, IL',
  NV: 'Carson City, NV',
  NJ: 'Trenton, NJ',
  OK: 'Oklahoma City, OK',
  WA: 'Olympia, WA',
};
