import { plainForm } from './word-form.ts';

/** Fewest letters of a word in "o" that also gets a feminine form. Shorter ones are often joining words. */
const SHORTEST_OF_TWO_GENDERS = 6;
/** Most forms of one phrase. A phrase with more is a whole sentence, which people type in one way only. */
const MOST = 12;

/**
 * The forms in which people type a phrase: masculine and feminine, singular and plural. A final "s" needs no form of
 * its own (word-form.ts), but "adicción, adicciones" and "luz, luces" do.
 */
export function spanishForms(phrase: string): readonly string[] {
  let forms = [''];
  for (const word of phrase.split(/\s+/).filter((one) => one !== '')) {
    const next = forms.flatMap((form) => formsOf(plainForm(word)).map((one) => (form === '' ? one : `${form} ${one}`)));
    // If a phrase has too many forms, the next word is added as it is. The words of a long phrase agree, so mixed forms
    // are rare.
    forms = next.length > MOST ? forms.map((form) => (form === '' ? word : `${form} ${word}`)) : next;
  }
  return forms;
}

function formsOf(word: string): readonly string[] {
  if (/[aeiou]s?$/.test(word)) {
    const isGendered = /os?$/.test(word) && word.length >= SHORTEST_OF_TWO_GENDERS;
    // The plural of such words needs its own form, because the comparison removes "es" from "noches" as from
    // "churches".
    const plurals = /(?:ch|sh|x)e$/.test(word) ? [`${word}s`] : [];
    return isGendered ? [word, word.replace(/o(s?)$/, 'a$1')] : [word, ...plurals];
  }
  if (/[lrndz]$/.test(word) && word.length > 3) return [word, `${word.replace(/z$/, 'c')}es`];
  return [word];
}
