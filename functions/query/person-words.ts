import type { Gender } from '../domain/gender.ts';
import { relatives } from './sayings/people.ts';
import type { Token } from './tokenize.ts';
import { plainForm } from './word-form.ts';
import { wordsOf } from './word-set.ts';

/** Words for a person. Next to an age, they describe who has that age, not whom a program is made for. */
const personWords =
  wordsOf(`teen teenager adolescent kid child youth senior adult caller client patient pt person individual
  joven adolescente persona paciente cliente adulto adulta nb enby student cl pat friend buddy roommate coworker neighbor amigo amiga vecino vecina toddler infant newborn`);

const womanWords = wordsOf(
  'clienta jovencita alumna chavala chiquilla senorita widow viuda woman female lady gal girl f fem mujer femenino senora nina muchacha chica',
);

const manWords = wordsOf(
  'alumno chaval chiquillo widower viudo man male guy dude gentleman boy m masc hombre varon masculino senor nino muchacho chico',
);

/**
 * Removes "mi" from words for relatives, and leaves out longer phrases. "Vieja" is used after a possessive ("mi vieja")
 * and next to an age.
 */
const oneWord = (words: readonly string[]) =>
  words.map((word) => plainForm(word).replace(/^m[iy] /, '')).filter((word) => !word.includes(' '));

const relativesOf = (sex: Gender): ReadonlySet<string> =>
  new Set([...oneWord(relatives[sex].english), ...oneWord(relatives[sex].spanish)]);

const relatedWomen = relativesOf('women');

const relatedMen = relativesOf('men');

/** Words for children. Somebody's son or daughter may also be an adult. */
export const childWords = wordsOf(
  `kid kids child children boy boys girl girls nino nina ninos ninas chiquito chiquita son daughter stepson stepdaughter nephew
  niece grandson granddaughter hijo hija hijos mijo mija sobrino sobrina nieto nieta ahijado ahijada nene nena chamaco chamaca cipote cipota patojo patoja huerco chavo chavito bichito plebe godson goddaughter`,
);

const isWoman = (word: string): boolean => womanWords.has(word) || relatedWomen.has(word);

const isMan = (word: string): boolean => manWords.has(word) || relatedMen.has(word);

/** Words that mean a relative only after a possessive: "Mi mujer" is a wife, "mujer" is any woman. */
const notAlone = /^(?:mujer|hombre|muchach[ao]|chic[ao]|dude)$/;

export const isRelative = (word: string): boolean =>
  (relatedWomen.has(word) || relatedMen.has(word)) && !notAlone.test(word);

export const isPerson = (word: string): boolean => personWords.has(word) || isWoman(word) || isMan(word);

export function sexesOf(tokens: readonly Token[]): readonly Gender[] {
  const words = tokens.map(({ plain }) => plain);
  return [...(words.some(isWoman) ? (['women'] as const) : []), ...(words.some(isMan) ? (['men'] as const) : [])];
}

/**
 * True if there is a word for a person at this position.
 * @param gapAt Token before which a comma is allowed, but not the end of a sentence.
 */
export function isPersonAt(tokens: readonly Token[], at: number, gapAt: number): boolean {
  return isPerson(tokens[at]?.plain ?? '') && !/[;.!?\n]/.test(tokens[gapAt]?.gap ?? '');
}
