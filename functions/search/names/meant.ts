import { KM_PER_MILE } from '../../geo/distance.ts';

/** Leftover words are a name only if some center matches this share of them. */
const LEAST_SCORE = 0.7;
/** If more than this share of centers match, the words identify none of them. */
const MOST_SHARE = 0.02;
const ALWAYS_FEW = 10;
/** A name next to a place means a center within this distance of the place. */
export const NAME_REACH_KM = 50 * KM_PER_MILE;

/**
 * Decides if leftover words are a name.
 * @param scores Scores of the centers that match them.
 * @param centers Number in the dataset.
 */
export function isMeant(scores: readonly number[], centers: number): boolean {
  return isFew(scores.length, centers) && Math.max(0, ...scores) >= LEAST_SCORE;
}

export const isFew = (found: number, centers: number): boolean => found <= Math.max(ALWAYS_FEW, centers * MOST_SHARE);
