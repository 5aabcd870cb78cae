/** How many slips are forgiven in a word of a length: a short word is one step from too many others. */
export function slipsAllowed(length: number): number {
  return length >= 8 ? 2 : length >= 5 ? 1 : 0;
}
