import type { Meaning } from './meaning.ts';
import { STOP } from './words.ts';

/** A word counts by its beginning, so that its forms and many of its slips count as one. */
const BEGINNING = 5;
/** How many words after a negation are marked as negated. */
const NEGATED = 3;
const negations = new Set(
  'not no never dont doesnt didnt isnt arent wasnt wont wouldnt hasnt havent without neither nor deny denies denied nunca sin ni'.split(
    ' ',
  ),
);
const joins = new Set([STOP, 'but', 'pero', 'and', 'y']);

/** The letters of the weights, the lowest first. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** The place of weight 0 in LETTERS. */
export const ZERO = 12;

/** The sign that every part of a text has: how its templates read. */
export const signsOfKind = (kind: Meaning['kind']): readonly string[] => (kind === 'none' ? [] : [`@${kind}`]);

/** Each word's signs: its beginning, and once more with "!" where it is negated. None for a stop. */
export function signsOfWords(words: readonly string[]): readonly (readonly string[])[] {
  let negated = 0;
  return words.map((word) => {
    if (joins.has(word)) negated = 0;
    if (word === STOP) return [];
    const sign = /^\d/.test(word) ? `#${Math.min(word.length, 5)}` : word.slice(0, BEGINNING);
    const signs = negated > 0 ? [sign, `!${sign}`] : [sign];
    negated = negations.has(word) ? NEGATED : negated - 1;
    return signs;
  });
}
