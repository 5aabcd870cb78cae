import type { NameTerms } from '../../dataset/name-text.ts';
import { gainOf, stateGainOf, type TypedWord } from './typed-word.ts';

/** One way to read a typed name, with some words perhaps joined or split. */
export interface NameReading {
  readonly words: readonly TypedWord[];
  /** Factor for the score: 1 for the text as typed, less if words were joined or split. */
  readonly quality: number;
}

/** Lowest score of a result, as a share of the best score. It must also be at least {@link LEAST_SCORE}. */
export const LEAST_OF_BEST = 0.7;
const LEAST_SCORE = 0.35;
/** How much of the score depends on the share of the center's own name that was typed. */
const OWN_NAME = 0.03;
/** Scores are rounded to this many steps, so that server and devices compute the same score. */
const STEPS = 100_000;

/** Score of a center from 0 to 1: the share of the typed words' weight that its names, city or state match. */
export function scoreOf(terms: NameTerms, readings: readonly NameReading[]): number {
  let best = 0;
  for (const { words, quality } of readings) {
    let [named, gained, all] = [0, 0, 0];
    for (const word of words) {
      const gain = gainOf(word, terms);
      named += gain;
      gained += Math.max(gain, stateGainOf(word, terms));
      all += word.weight;
    }
    // Words that only match the state do not make a name.
    if (all === 0 || named === 0) continue;
    const asked = words.filter(
      ({ text, alike }) => terms.own.includes(text) || alike.some(({ word }) => terms.own.includes(word)),
    );
    const ownShare = Math.min(1, asked.length / Math.max(1, terms.own.length));
    best = Math.max(best, (gained / all) * quality * (1 - OWN_NAME + OWN_NAME * ownShare));
  }
  return Math.round(best * STEPS) / STEPS;
}

/** Lowest score of a result. @param best The best score. */
export const leastFound = (best: number): number => Math.max(LEAST_SCORE, LEAST_OF_BEST * best);

/** Sort key of a result: best score first, ties by name and id. */
export function scoreKey(score: number, nameKey: string): string {
  return String(STEPS - Math.round(score * STEPS)).padStart(6, '0') + nameKey;
}
