import { KM_PER_MILE } from '../../geo/distance.ts';

/** Words that were not understood are a name only if some center's score is at least this. */
const LEAST_SCORE = 0.7;
/** If a larger share of all centers matches, the words identify none of them. */
const MOST_SHARE = 0.02;
const ALWAYS_FEW = 10;
/** In a search near a place, a name can only mean a center within this distance. */
export const NAME_REACH_KM = 50 * KM_PER_MILE;

/**
 * Decides if words that were not understood are a name.
 * @param scores Scores of the centers that match the words.
 * @param centers Number of centers in the dataset.
 */
export function isMeant(scores: readonly number[], centers: number): boolean {
  return isFew(scores.length, centers) && Math.max(0, ...scores) >= LEAST_SCORE;
}

export const isFew = (found: number, centers: number): boolean => found <= Math.max(ALWAYS_FEW, centers * MOST_SHARE);
