import type { Mask } from '../dataset/masks.ts';
import type { LevelCounts } from '../dataset/summary.ts';

/**
 * Number of centers of a level that give each answer to a field, by the dataset's counts; "unknown" is an upper bound.
 */
export interface Counted {
  readonly yes: number;
  readonly unknown: number;
}

/** Sum of the counts of the mask's bits: too high if a center has several of them. */
export function havingAny(mask: Mask, counts: readonly number[] = []): number {
  return counts.reduce((sum, count, bit) => sum + ((mask & (1 << bit)) !== 0 ? count : 0), 0);
}

export function totalOf(counts: LevelCounts['insurers'], values: ReadonlySet<string>): number {
  let total = 0;
  for (const value of values) total += Object.hasOwn(counts, value) ? (counts[value] ?? 0) : 0;
  return total;
}
