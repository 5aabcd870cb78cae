import { plainForm } from './word-form.ts';

/** Shorter words that end in "o" are joining words as often as they have a gender. */
const SHORTEST_OF_TWO_GENDERS = 6;
/** More forms than this of one phrase are those of a sentence, which nobody turns round. */
const MOST = 12;

/**
 * The forms in which a phrase is typed: feminine as well as masculine, plural as well as singular. A final "s" needs no
 * form of its own (word-form.ts); "adicción, adicciones" and "luz, luces" do.
 */
export function spanishForms(phrase: string): readonly string[] {
  let forms = [''];
  for (const word of phrase.split(/\s+/).filter((one) => one !== '')) {
    const next = forms.flatMap((form) => formsOf(plainForm(word)).map((one) => (form === '' ? one : `${form} ${one}`)));
    // In a long phrase all words agree, so the first forms of each are enough.
    forms = next.length > MOST ? forms.map((form) => (form === '' ? word : `${form} ${word}`)) : next;
  }
  return forms;
}

function formsOf(word: string): readonly string[] {
  if (/[aeiou]s?$/.test(word)) {
    const isGendered = /os?$/.test(word) && word.length >= SHORTEST_OF_TWO_GENDERS;
    // "Noches" loses two letters as "churches" does.
    const plurals = /(?:ch|sh|x)e$/.test(word) ? [`${word}s`] : [];
    return isGendered ? [word, word.replace(/o(s?)$/, 'a$1')] : [word, ...plurals];
  }
  if (/[lrndz]$/.test(word) && word.length > 3) return [word, `${word.replace(/z$/, 'c')}es`];
  return [word];
}
