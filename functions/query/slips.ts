export const MOST_SLIPS = 2;

/** How many slips are forgiven in a word of a length: a short word is one step from too many others. */
export function slipsAllowed(length: number): number {
  return length >= 8 ? MOST_SLIPS : length >= 5 ? 1 : 0;
}
