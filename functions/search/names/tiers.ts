import { LEAST_OF_BEST, leastFound, type NameReading } from './score.ts';
import type { Tier, TypedWord } from './typed-word.ts';

/** Scores are rounded: no center without a read row scores more than its bound plus this. */
const ROUNDING = 0.0001;
/** Before any row is read, the best center is taken to have so much of what is possible. */
const LIKELY_BEST = 0.85;

const nameOf = ({ word, beginnings }: Tier): string => (beginnings ? '<' : '=') + word;

/**
 * The rows to read next so that no center is missed; none if every center that is not read yet scores too little to be
 * found. Takes the rarest words first.
 * @param read Names of the tiers that were read; those returned are added.
 * @param best The best score so far, 0 before anything is read.
 */
export function tiersToRead(readings: readonly NameReading[], read: Set<string>, best: number): Tier[] {
  const isFirst = read.size === 0;
  const bounds = readings.map((reading) => boundOf(reading, read));
  const least = isFirst ? LEAST_OF_BEST * LIKELY_BEST * Math.max(0, ...bounds) : leastFound(best) - ROUNDING;
  const tiers: Tier[] = [];
  for (const reading of readings) {
    while (boundOf(reading, read) >= least) {
      const next = nextTier(reading, read);
      if (next === undefined) break;
      tiers.push(next);
      read.add(nameOf(next));
      if (next.beginnings) read.add(nameOf({ ...next, beginnings: false }));
    }
  }
  return tiers;
}

/** The most that a center scores of which no row was read. */
function boundOf({ words, quality }: NameReading, read: ReadonlySet<string>): number {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : (quality * words.reduce((sum, word) => sum + openGain(word, read), 0)) / all;
}

/** The most that a center gains by a word without one of the rows read. */
function openGain({ tiers, stateGain }: TypedWord, read: ReadonlySet<string>): number {
  return Math.max(stateGain, ...tiers.filter((tier) => !read.has(nameOf(tier))).map(({ gain }) => gain));
}

/** The tier that lowers the bound the most. */
function nextTier({ words }: NameReading, read: ReadonlySet<string>): Tier | undefined {
  return words
    .flatMap((word) => {
      const [first] = word.tiers.filter((tier) => !read.has(nameOf(tier))).sort((a, b) => b.gain - a.gain);
      return first === undefined || first.gain <= word.stateGain
        ? []
        : [{ first, lowers: first.gain - word.stateGain }];
    })
    .sort((a, b) => b.lowers - a.lowers)[0]?.first;
}
