/** Words that are too common in names to tell centers apart. They are neither indexed nor searched for. */
const EMPTY_WORDS = new Set([
  'the',
  'of',
  'and',
  'at',
  'for',
  'in',
  'a',
  'an',
  'inc',
  'llc',
  'dba',
  'corp',
  'co',
  'ltd',
  'pllc',
  'pc',
]);
const LEAST_FUZZY_LENGTH = 4;
/** Most letters of a word that is also found by similar spellings. Longer words are found only as written. */
const MOST_FUZZY_LENGTH = 40;
/** Words that people both abbreviate and write in full, whichever form the name has. */
const SHORT_AND_FULL: ReadonlyMap<string, string> = new Map(
  [
    ['st', 'saint'],
    ['mt', 'mount'],
    ['ft', 'fort'],
  ].flatMap(([short = '', full = '']) => [
    [short, full],
    [full, short],
  ]),
);
/** Matches a name that the steps below would not change, which is most names. */
const PLAIN = /^[a-zA-Z0-9 &,/()-]*$/;
/** Matches initials with periods, which are one word: "N.A.T.I.V.E.", "Y.M.C.A". */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu;

/**
 * The words of a searched text, in the form in which they are compared: lower case, without accents and apostrophes,
 * only letters and digits.
 */
export function wordsOf(text: string): string[] {
  return [...new Set(allWordsOf(text).filter((word) => !EMPTY_WORDS.has(word)))];
}

/** Every word of a text, in order, including "the" and "inc". */
export function allWordsOf(text: string): string[] {
  const plain = PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/[\u0300-\u036f'’]/g, '')
        .replace(INITIALS, (initials) => `${initials.replaceAll('.', '')} `)
        .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** The words by which a name is found: its own words, with "saint" also for "st" and the other way around. */
export function wordsOfName(name: string): string[] {
  const words = wordsOf(name);
  const others = words.flatMap((word) => SHORT_AND_FULL.get(word) ?? []);
  return [...new Set([...words, ...others])];
}

/**
 * True for a word that may be misspelled. False for words of one or two letters, very long words, and words with a
 * digit: a different number is not a slip.
 */
export function mayHaveSlip(word: string): boolean {
  const { length } = [...word];
  return length >= LEAST_FUZZY_LENGTH - 1 && length <= MOST_FUZZY_LENGTH && !/\p{N}/u.test(word);
}

/**
 * True if a searched word may be a misspelling of the other: they are {@link oneStepApart}, and the longer one has at
 * least four letters.
 */
export function isOneSlipApart(a: string, b: string): boolean {
  const longer = Math.max([...a].length, [...b].length);
  return longer >= LEAST_FUZZY_LENGTH && mayHaveSlip(a) && mayHaveSlip(b) && oneStepApart(a, b);
}

/** True if two different words are one slip apart: a letter added, left out or changed, or two neighbors swapped. */
export function oneStepApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const rest = (text: string, at: number) => text.slice(at);
  if (short.length < long.length) return rest(short, from) === rest(long, from + 1);
  if (rest(short, from + 1) === rest(long, from + 1)) return true;
  return (
    short[from] === long[from + 1] && short[from + 1] === long[from] && rest(short, from + 2) === rest(long, from + 2)
  );
}
