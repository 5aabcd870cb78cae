import type { Meaning } from './meaning.ts';
import { charsOf, encode } from './vocabulary.ts';
import { STOP } from './words.ts';

/** Number of first letters of a word that form its sign, so that its forms and many misspellings are one sign. */
const BEGINNING = 5;
/** Number of words after a negation that are marked as negated. */
const NEGATED = 3;
/** Number of words from which all texts share one sign for their length. Each shorter length has its own. */
const SHORT = 6;
/** Classes of words. In signs that are pairs of words, all words of a class count as the same word. */
const CLASSES = ['DRUG', 'KIN', 'TREAT', 'MONTH', 'POISON'].map((name) => [charsOf(name), name[0]] as const);
const negations = charsOf('NEG');
const persons = charsOf('PERSON');
const joins = new Set([STOP, 'but', 'pero', 'and', 'y']);

/** Signs of the whole text: the reading of its templates, its length, and whether it names a person. */
export function signsOfAll({ kind, words }: Meaning): readonly string[] {
  const person = [...encode(words)].some((code) => persons.includes(code)) ? 'p' : 'n';
  return [`@${kind}`, `@${person}`, `@${kind}${person}`, `@${Math.min(words.length, SHORT)}`];
}

/**
 * Signs of each word: the word's beginning (once more with "!" if it is negated), and its pairs with the two words
 * before it and with the beginning and end of the text. In pairs, a word of a class is replaced by the class.
 */
export function signsOfWords(words: readonly string[]): readonly (readonly string[])[] {
  const codes = encode(words);
  let negated = 0;
  let before = '^';
  let second = '';
  return words.map((word, at) => {
    if (joins.has(word)) negated = 0;
    const code = codes[at] ?? '';
    const sign = /^\d/.test(word) ? `#${Math.min(word.length, 5)}` : word.slice(0, BEGINNING);
    const token = CLASSES.find(([chars]) => chars.includes(code))?.[1] ?? sign;
    const signs = word === STOP ? [] : [sign, token, `${before} ${token}`, `${second}_${token}`];
    if (at === words.length - 1) signs.push(`${token} $`);
    if (negated > 0 && word !== STOP) signs.push(`!${sign}`);
    negated = negations.includes(code) ? NEGATED : negated - 1;
    [second, before] = [before, token];
    return signs;
  });
}
