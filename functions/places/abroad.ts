/** Countries, provinces, and cities whose namesakes here are small towns. */
const abroad: ReadonlySet<string> = new Set(
  (
    'canada mexico england uk britain bc alberta quebec germany france india philippines ' +
    'calgary guadalajara london mexicali montreal tijuana toronto'
  ).split(' '),
);

/** Whether a word, in lower case, is a place in another country: it, and what it follows, is no place of the United States. */
export const isAbroad = (word: string): boolean => abroad.has(word);
