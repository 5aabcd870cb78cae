import { plainForm } from './word-form.ts';

/** Shorter words that end in "o" are often joining words, which have no feminine form. */
const SHORTEST_OF_TWO_GENDERS = 6;
/** Limit on the forms of one phrase. A phrase with more is a sentence, and people type it only one way. */
const MOST = 12;

/**
 * The forms in which people type a phrase: masculine and feminine, singular and plural. A final "s" needs no form of
 * its own (word-form.ts), but "adicción, adicciones" and "luz, luces" do.
 */
export function spanishForms(phrase: string): readonly string[] {
  let forms = [''];
  for (const word of phrase.split(/\s+/).filter((one) => one !== '')) {
    const next = forms.flatMap((form) => formsOf(plainForm(word)).map((one) => (form === '' ? one : `${form} ${one}`)));
    // In a long phrase all words agree, so only the first forms are combined.
    forms = next.length > MOST ? forms.map((form) => (form === '' ? word : `${form} ${word}`)) : next;
  }
  return forms;
}

function formsOf(word: string): readonly string[] {
  if (/[aeiou]s?$/.test(word)) {
    const isGendered = /os?$/.test(word) && word.length >= SHORTEST_OF_TWO_GENDERS;
    // The comparison removes two letters from "noches", as from "churches".
    const plurals = /(?:ch|sh|x)e$/.test(word) ? [`${word}s`] : [];
    return isGendered ? [word, word.replace(/o(s?)$/, 'a$1')] : [word, ...plurals];
  }
  if (/[lrndz]$/.test(word) && word.length > 3) return [word, `${word.replace(/z$/, 'c')}es`];
  return [word];
}
