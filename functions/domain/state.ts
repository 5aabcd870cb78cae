/** The states with centers, by postal code. */
export const stateNames = {
  AZ: 'Arizona',
  CA: 'California',
  CO: 'Colorado',
  IL: 'Illinois',
  NV: 'Nevada',
  NJ: 'New Jersey',
  OK: 'Oklahoma',
  WA: 'Washington',
} as const;
export type State = keyof typeof stateNames;
export const stateCodes = Object.keys(stateNames) as [State, ...State[]];

export const isState = (code: unknown): code is State => typeof code === 'string' && Object.hasOwn(stateNames, code);
