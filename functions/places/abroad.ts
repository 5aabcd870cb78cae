const countries: ReadonlySet<string> = new Set(
  'canada mexico england uk britain bc alberta quebec germany france india philippines'.split(' '),
);

/** Whether a word, in lower case, is a country or a province: what it follows is no place of the United States. */
export const isAbroad = (word: string): boolean => countries.has(word);
