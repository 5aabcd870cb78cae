/** Countries, provinces, and foreign cities whose U.S. namesakes are small towns. */
const abroad: ReadonlySet<string> = new Set(
  (
    'canada mexico england uk britain bc alberta quebec germany france india philippines ' +
    'calgary guadalajara london mexicali montreal tijuana toronto'
  ).split(' '),
);

/**
 * True if a lowercase word names a foreign place. The word, and the name before it, is then no
 * place in the United States.
 */
export const isAbroad = (word: string): boolean => abroad.has(word);
