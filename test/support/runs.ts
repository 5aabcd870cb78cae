const full = process.env.PROPERTY_RUNS === 'full';

/**
 * Number of cases of a long property test: a quarter of its full number, or all of it under `PROPERTY_RUNS=full`.
 * Properties with their own seed run the first quarter of the same cases.
 */
export const runs = (number: number): number => (full ? number : Math.ceil(number / 4));
