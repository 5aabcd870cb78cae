import type { Language } from './lexicon.ts';
import { isSpanishWord } from './spanish-words.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/**
 * Joining words of one language that are rare in the other language and in names of places. Words that both languages
 * use ("no", "me", "a", "son") are left out.
 */
const joining: Readonly<Record<Language, ReadonlySet<string>>> = {
  english:
    wordsOf(`the and or of for with without in on at by to from near my i im is are who that takes take accepts need needs
    want wants looking find help has have program programs treatment center centers who he she his her our`),
  spanish: wordsOf(`de en para por con sin y o que un una mi mis su sus se le lo al donde cuando como quien esta es
    cerca busco necesito necesita quiero quiere tiene tengo ayuda tratamiento programa programas centro centros clinica
    clinicas hay aceptan acepta habla hable hablen tambien pero muy mas`),
};

/** The language of a text, by its joining words and accents. Null if neither language has more of them. */
export function languageOf(tokens: readonly Token[]): Language | null {
  let lead = 0;
  for (const { plain, text } of tokens) {
    if (joining.english.has(plain)) lead += 1;
    if (joining.spanish.has(plain) || isSpanishWord(plain)) lead -= 1;
    if (/[áéíóúñü¿¡]/i.test(text)) lead -= 1;
  }
  return lead === 0 ? null : lead > 0 ? 'english' : 'spanish';
}
