export const MOST_SLIPS = 2;

/** Most slips in a word of this length that are corrected. A short word is one step from too many others. */
export function slipsAllowed(length: number): number {
  return length >= 8 ? MOST_SLIPS : length >= 5 ? 1 : 0;
}
