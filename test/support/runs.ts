/** Whether everything is tried, and not a part. */
export const isAll = process.env.ALL === '1';

/**
 * How often a long property test tries: a quarter of its full number, and all of it under `ALL=1`.
 * Properties with a seed of their own try the first quarter of the same cases.
 */
export const runs = (number: number): number => (isAll ? number : Math.ceil(number / 4));

/**
 * Every so many of a long list, spread over all of it; under `ALL=1` the whole list.
 * @param every 1 or more; a number that shares no factor with a pattern in the list keeps every kind.
 * @param turn Begins elsewhere: tests that take a list's parts in turn have all of it together.
 */
export const sampled = <One>(list: readonly One[], every: number, turn = 0): readonly One[] =>
  isAll ? list : list.filter((_, at) => (at + turn) % every === 0);
