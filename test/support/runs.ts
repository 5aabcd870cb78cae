const full = process.env.PROPERTY_RUNS === 'full';

/**
 * How often a long property test tries: a quarter of its full number, and all of it under `PROPERTY_RUNS=full`.
 * Properties with a seed of their own try the first quarter of the same cases.
 */
export const runs = (number: number): number => (full ? number : Math.ceil(number / 4));
