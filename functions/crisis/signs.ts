import type { Meaning } from './meaning.ts';
import { charsOf, encode } from './vocabulary.ts';
import { STOP } from './words.ts';

/** A word counts by its beginning, so that its forms and many of its slips count as one. */
const BEGINNING = 5;
/** How many words after a negation are marked as negated. */
const NEGATED = 3;
/** The longest text, in words, whose length is a sign. */
const SHORT = 6;
/** Classes whose words count as one where they are beside another word. */
const CLASSES = ['DRUG', 'KIN', 'TREAT', 'MONTH', 'POISON'].map((name) => [charsOf(name), name[0]] as const);
const negations = charsOf('NEG');
const persons = charsOf('PERSON');
const joins = new Set([STOP, 'but', 'pero', 'and', 'y']);

/** Signs of the whole text: how its templates read, its length, and whether it names a person. */
export function signsOfAll({ kind, words }: Meaning): readonly string[] {
  const person = [...encode(words)].some((code) => persons.includes(code)) ? 'p' : 'n';
  return [`@${kind}`, `@${person}`, `@${kind}${person}`, `@${Math.min(words.length, SHORT)}`];
}

/**
 * Each word's signs: its beginning, once more with "!" where it is negated, and its pairs with the two words before it
 * and with the text's beginning and end. In pairs, a word of a class is its class.
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
