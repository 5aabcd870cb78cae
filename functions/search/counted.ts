import type { Mask } from '../dataset/masks.ts';
import type { LevelCounts } from '../dataset/summary.ts';

/**
 * How many centers with a level answer yes to a field, and how many may answer unknown. Both come from the dataset's
 * counts; the second number may be too high.
 */
export interface Counted {
  readonly yes: number;
  readonly unknown: number;
}

/** Adds up the counts of the mask's bits. The sum is too high if a center has several of these values. */
export function havingAny(mask: Mask, counts: readonly number[] = []): number {
  return counts.reduce((sum, count, bit) => sum + ((mask & (1 << bit)) !== 0 ? count : 0), 0);
}

export function totalOf(counts: LevelCounts['insurers'], values: ReadonlySet<string>): number {
  let total = 0;
  for (const value of values) total += Object.hasOwn(counts, value) ? (counts[value] ?? 0) : 0;
  return total;
}
