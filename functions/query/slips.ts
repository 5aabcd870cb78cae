export const MOST_SLIPS = 2;

/** Number of slips forgiven in a word of this length: a short word is one step from too many others. */
export function slipsAllowed(length: number): number {
  return length >= 8 ? MOST_SLIPS : length >= 5 ? 1 : 0;
}
