/**
 * Matches a word (Latin letters and digits, decomposed and in lower case), or one punctuation mark that ends a clause.
 */
const WORD = /[a-z\d\u00df-\u024f][a-z\d\u00df-\u024f@$]*|[.,;:!?\n()]/g;
const STOPS = '.,;:!?\n()';
/**
 * Accents and invisible characters. They are removed before decomposing too, because many of them would make
 * normalization slow.
 */
const MARKS = /[\p{M}\p{Cf}]/gu;
const APOSTROPHES = /['’‘`´ʼ′＇*]/gu;
/**
 * Letters of other scripts. They only separate words, because no class contains them. Full-width and mathematical
 * letters count as Latin.
 */
const OTHER_SCRIPTS = /[^\0-\u024f\u1e00-\u1eff\u2018\u2019\u2032\u2100-\u214f\uff00-\uffef\u{1d400}-\u{1d7ff}]+/gu;
/** Matches 988 inside a phone number such as 602-988-0100, where it is not the lifeline's number. */
const EXCHANGE_988 = /(?<=\d[-. )]{1,2})988[-. ]\d{4}(?!\d)/g;
/** Digits after a decimal point, as in 29.988. They are removed, so that they are not read as a number. */
const DECIMALS = /(?<=\d)\.\d+/g;

/** The periods of "o.d." and "s.i.", which are each one word. */
const INITIALS = /(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu;

/**
 * Pairs of words that are read as one: "do not" becomes "dont". The key is the second word; the value lists possible
 * first words.
 */
const JOINS = new Map(
  Object.entries({
    not: 'can do does did is are was would could has have',
    self: 'my your him her',
    selves: 'them',
    harm: 'self',
    harming: 'self',
    more: 'any',
    dose: 'over',
    dosed: 'over',
    dosing: 'over',
    alive: 'un',
    d: 'o',
  }).map(([second, firsts]) => [second, new Set(firsts.split(' '))]),
);

function joined(first: string, second: string): string | undefined {
  if (!JOINS.get(second)?.has(first)) return undefined;
  return second === 'not' && first !== 'can' ? `${first}nt` : first + second;
}

/** Stands for the punctuation between two clauses in a list of words. */
export const STOP = ',';

/**
 * The words of a text and the stops between its clauses. Words are in lower case, without accents, apostrophes and
 * invisible characters.
 */
export function wordsOf(text: string): string[] {
  const latin = text.replace(MARKS, '').replace(OTHER_SCRIPTS, ' ');
  const letters = latin.normalize('NFKD').replace(MARKS, '').toLowerCase();
  const numbers = letters.replace(APOSTROPHES, '').replace(EXCHANGE_988, ' ').replace(DECIMALS, '');
  const plain = numbers.replace(INITIALS, '');
  const words: string[] = [];
  for (const found of plain.match(WORD) ?? []) {
    const word = STOPS.includes(found) ? STOP : found;
    const last = words.at(-1);
    const whole = last === undefined ? undefined : joined(last, word);
    if (whole !== undefined) words[words.length - 1] = whole;
    else if (word !== STOP || last !== STOP) words.push(word);
  }
  return words;
}

/**
 * Matches a word that is only a number in a ZIP, a point or a distance, with its unit: "33.45 N, 112.07 W",
 * "85004|50|mi".
 */
const NUMBER = /^(?!988|911)(\d*(mi|km|[nsew])?|geo)$/;

/** True if a text contains anything besides numbers. The lifelines' own numbers count as words. */
export const hasWords = (words: readonly string[]): boolean =>
  words.some((word) => word !== STOP && !NUMBER.test(word));
