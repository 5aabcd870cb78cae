import { LEAST_OF_BEST, leastFound, type NameReading } from './score.ts';
import type { Tier, TypedWord } from './typed-word.ts';

/** Tolerance for rounded scores: a center's score may exceed its computed upper bound by this much. */
const ROUNDING = 0.0001;
/** Until rows are read, the best score is assumed to be this share of the highest possible score. */
const LIKELY_BEST = 0.85;

const nameOf = ({ word, beginnings }: Tier): string => (beginnings ? '<' : '=') + word;

/**
 * The index rows to read next, rarest words first. Empty if no center outside of the rows read can score enough to be
 * found.
 * @param read Rows read so far; the returned ones are added.
 * @param best Best score so far; 0 before anything is read.
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

/** Highest score of a center that is in none of the rows read so far. */
function boundOf({ words, quality }: NameReading, read: ReadonlySet<string>): number {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : (quality * words.reduce((sum, word) => sum + openGain(word, read), 0)) / all;
}

/** The most that unread rows of a word can add to a center's score. */
function openGain({ tiers, stateGain }: TypedWord, read: ReadonlySet<string>): number {
  return Math.max(stateGain, ...tiers.filter((tier) => !read.has(nameOf(tier))).map(({ gain }) => gain));
}

/** The unread rows whose reading would lower the highest score of the other centers most. */
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
