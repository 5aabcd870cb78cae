/** Countries, provinces, and foreign cities whose namesakes in the United States are small towns. */
const abroad: ReadonlySet<string> = new Set(
  (
    'canada mexico england uk britain bc alberta quebec germany france india philippines ' +
    'calgary guadalajara london mexicali montreal tijuana toronto'
  ).split(' '),
);

/**
 * True if a lower-case word names a foreign place. Neither the word nor the name before it is then read as a place in
 * the United States.
 */
export const isAbroad = (word: string): boolean => abroad.has(word);
