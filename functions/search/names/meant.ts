import { KM_PER_MILE } from '../../geo/distance.ts';

/** Left words of a typed text are a name only if a center has so much of them. */
const LEAST_SCORE = 0.7;
/** Words that more centers have tell none of them apart. */
const MOST_SHARE = 0.02;
const ALWAYS_FEW = 10;
/** A name beside a place is one of a center about there. */
export const NAME_REACH_KM = 50 * KM_PER_MILE;

/** Whether words that nothing else explains are the name of the centers found by them. @param centers In the dataset. */
export function isMeant(scores: readonly number[], centers: number): boolean {
  return isFew(scores.length, centers) && Math.max(0, ...scores) >= LEAST_SCORE;
}

export const isFew = (found: number, centers: number): boolean => found <= Math.max(ALWAYS_FEW, centers * MOST_SHARE);
