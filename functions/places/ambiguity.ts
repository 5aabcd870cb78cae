import type { Place } from './place.ts';

/** A city this many times larger than the next of its name is the one that people mean. */
const DWARFED = 20;
/** Places without a known population count as this many: the sources know every city from here up. */
const UNKNOWN_POPULATION = 1000;

/**
 * Whether a name without a state must be asked back: several cities bear it, and the largest does not have at least
 * 20 times as many people as the next. So Phoenix, Chicago and Las Vegas stand on their own in spite of namesakes, while
 * Portland (Oregon has nine times the people of Maine's), Columbus and Kansas City do not. A wrong town is a worse
 * answer than a question, hence the wide margin. The order of the candidates does not matter.
 */
export function isAmbiguous(candidates: readonly Pick<Place, 'population' | 'elsewhere'>[]): boolean {
  if (candidates.some(({ elsewhere }) => elsewhere)) return true;
  const [largest, next] = candidates
    .map(({ population }) => Math.max(population, UNKNOWN_POPULATION))
    .sort((a, b) => b - a);
  return largest !== undefined && next !== undefined && largest < next * DWARFED;
}
