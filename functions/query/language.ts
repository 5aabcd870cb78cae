import type { Language } from './lexicon.ts';
import { isSpanishWord } from './spanish-words.ts';
import type { Token } from './tokenize.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that join in one language and are rare in the other, and in the names of places; those of both ("no", "me", "a", "son") say nothing. */
const joining: Readonly<Record<Language, ReadonlySet<string>>> = {
  english:
    wordsOf(`the and or of for with without in on at by to from near my i im is are who that takes take accepts need needs
    want wants looking find help has have program programs treatment center centers who he she his her our`),
  spanish: wordsOf(`de en para por con sin y o que un una mi mis su sus se le lo al donde cuando como quien esta es
    cerca busco necesito necesita quiero quiere tiene tengo ayuda tratamiento programa programas centro centros clinica
    clinicas hay aceptan acepta habla hable hablen tambien pero muy mas`),
};

/** The language that a text is in, by its joining words; null where they do not tell. */
export function languageOf(tokens: readonly Token[]): Language | null {
  let lead = 0;
  for (const { plain, text } of tokens) {
    if (joining.english.has(plain)) lead += 1;
    if (joining.spanish.has(plain) || isSpanishWord(plain)) lead -= 1;
    if (/[áéíóúñü¿¡]/i.test(text)) lead -= 1;
  }
  return lead === 0 ? null : lead > 0 ? 'english' : 'spanish';
}
