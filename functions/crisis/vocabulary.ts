import { CLASSES } from './classes.ts';
import { isSlipOf } from './slips.ts';
import { STOP } from './words.ts';

/**
 * Templates are regular expressions over a string that has one character for each word of a text. The characters of
 * known words begin at this code.
 */
const FIRST_CODE = 0xe000;
const UNKNOWN = '?';
/** Kinds of numbers, by size. Each has its own code: up to 2, a year, up to four digits. */
const numbers: readonly (readonly [RegExp, string])[] = [
  [/^[0-2]$/, '1'],
  [/^(?:19|20)\d\d$/, '4'],
  [/^\d{1,4}$/, '3'],
];
const NAMED: Readonly<Record<string, string>> = { NUM: '3', YEAR: '4', $: STOP };

const SHORTEST_MISSPELLED = 5;
/** Classes whose words are recognized when misspelled. */
const MISSPELLED = ['SUICIDE', 'OVERDOSE', 'HARM', 'KMS', 'SELF', 'BREATH', 'DIEES', 'HARMES', 'WANTES'];
/** Fewest letters of an unknown word that is split into known ones ("killmyself"). */
const SHORTEST_JOINED = 9;
const LONGEST_JOINED = 32;
/** Fewest letters of the longest part if a joined word is split: "another" is not "a not her". */
const LONG_PART = 4;

const codes = new Map<string, string>();
/** Words that are long enough to be recognized when misspelled, grouped by their first letter. */
const long = new Map<string, string[]>();

/**
 * Adds a word to the vocabulary.
 * @returns its character
 */
function codeOf(word: string): string {
  const known = codes.get(word);
  if (known !== undefined) return known;
  const code = String.fromCharCode(FIRST_CODE + codes.size);
  codes.set(word, code);
  return code;
}

const classes = new Map<string, string>();
for (const [, name = '', words = ''] of CLASSES.replace(/\n {2,}/g, ' ').matchAll(/^(\w+): (.*)$/gm))
  classes.set(name, words);
for (const words of classes.values()) words.split(' ').flatMap(spread).forEach(charsOf);

for (const word of MISSPELLED.flatMap((name) => (classes.get(name) ?? '').split(' ').flatMap(spread)))
  if (word.length >= SHORTEST_MISSPELLED) long.set(word.slice(0, 1), [...(long.get(word.slice(0, 1)) ?? []), word]);

/**
 * The characters of a word, of a class or of a kind of number.
 * @throws if a class is not known
 */
export function charsOf(name: string): string {
  if (!/^[A-Z$]/.test(name)) return codeOf(name);
  const words = classes.get(name);
  const chars = NAMED[name] ?? words?.split(' ').flatMap(spread).map(charsOf).join('');
  if (chars === undefined) throw new Error(`no class "${name}"`);
  return chars;
}

/** Expands "cut{,s}" to "cut" and "cuts". */
function spread(word: string): string[] {
  const [, before, inside, after] = /^(.*?)\{(.*?)\}(.*)$/.exec(word) ?? [];
  if (inside === undefined) return word === '' ? [] : [word];
  return inside.split(',').flatMap((part) => spread(`${before}${part}${after}`));
}

/**
 * Corrects words: fixes slips, removes masks such as "su1cide", and splits joined words. Call
 * after all words are known.
 */
export function asMeant(words: readonly string[]): string[] {
  const done = new Map<string, readonly string[]>();
  return words.flatMap((word) => {
    const found = done.get(word) ?? meantBy(word);
    done.set(word, found);
    return found;
  });
}

/** Encodes words as a string, one character for each word. */
export function encode(words: readonly string[]): string {
  const done = new Map<string, string>();
  return words
    .map((word) => {
      const code = done.get(word) ?? codeOfWord(word);
      done.set(word, code);
      return code;
    })
    .join('');
}

function codeOfWord(word: string): string {
  if (word === STOP) return STOP;
  return codes.get(word) ?? numbers.find(([pattern]) => pattern.test(word))?.[1] ?? UNKNOWN;
}

function meantBy(word: string): readonly string[] {
  if (codeOfWord(word) !== UNKNOWN) return [word];
  const plain = unmasked(word);
  if (codes.has(plain)) return [plain];
  const slip = slipOf(plain);
  return slip === undefined ? (joined(plain) ?? [word]) : [slip];
}

/** Replaces digits and signs that stand for letters, and shortens repeated letters: "su1cide", "diiiie". */
function unmasked(word: string): string {
  // Digits of a number are not read as letters, and repeated ones stay: 98888 is not 988.
  if (/^\d*$/.test(word)) return word;
  const letters = word.replace(
    /[013457@$]/g,
    (mask) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' })[mask] ?? '',
  );
  const short = letters.replace(/(.)\1{2,}/g, '$1');
  return codes.has(short) ? short : letters.replace(/(.)\1{2,}/g, '$1$1');
}

function slipOf(word: string): string | undefined {
  if (word.length < SHORTEST_MISSPELLED) return undefined;
  return long.get(word.slice(0, 1))?.find((known) => isSlipOf(known, word));
}

/** Splits an unknown word into known words, trying the longest first. */
function joined(word: string): readonly string[] | undefined {
  if (word.length < SHORTEST_JOINED || word.length > LONGEST_JOINED) return undefined;
  const found: string[] = [];
  for (let at = 0; at < word.length; ) {
    let end = Math.min(word.length, at + 14);
    while (end > at && !codes.has(word.slice(at, end))) end--;
    if (end === at) return undefined;
    found.push(word.slice(at, end));
    at = end;
  }
  return found.some((part) => part.length >= LONG_PART) ? found : undefined;
}
