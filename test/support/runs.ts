/** True if the tests try every case, and not only a part. */
export const isAll = process.env.ALL === '1';

/**
 * Number of cases that a long property test tries: a quarter of the given number, or all of them under `ALL=1`. A
 * property with its own seed tries the first quarter of its cases.
 */
export const runs = (number: number): number => (isAll ? number : Math.ceil(number / 4));

/**
 * Takes every `every`-th value of a long list; under `ALL=1` the whole list.
 * @param every 1 or more. If this number shares no factor with a pattern in the list, every kind of value is taken.
 * @param turn Where to begin. Tests that begin at different places together take the whole list.
 */
export const sampled = <One>(list: readonly One[], every: number, turn = 0): readonly One[] =>
  isAll ? list : list.filter((_, at) => (at + turn) % every === 0);
