import type { State } from '../domain/state.ts';

/** Where the canary searches in each state: a place that everybody who lives there knows. */
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
