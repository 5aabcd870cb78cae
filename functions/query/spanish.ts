import { languageOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { isKnown, isLedTo } from './names.ts';
import { isPerson } from './person-words.ts';
import { isSpanishTown, isSpanishWord } from './spanish-words.ts';
import type { Token } from './tokenize.ts';
import { wordsOf } from './word-set.ts';

/** Words that come before an article: after one of them "la" is not Los Angeles, unless nothing follows it. */
const beforeArticle = wordsOf(
  `
  a ante bajo con contra cree de desde durante en entre es esta fue hacia hasta mi para pero por que segun sin sobre su
  toda todas todo todos tras y o
`,
);

/**
 * True if "la" is the Spanish article: "Clases en la manana", "para la ansiedad". It means Los Angeles as the last
 * word, in capitals in a lower-case text, and before an English word if no Spanish word comes before it.
 */
export function isSpanishArticle(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.plain !== 'la' || next === undefined || next.kind !== 'word' || !/^\s+$/.test(next.gap)) return false;
  if (/^L\.?A\.?$/.test(token.text) && tokens.some(({ text }) => /\p{Ll}/u.test(text))) return false;
  if (beforeArticle.has(before?.plain ?? '') || isSpanishWord(before?.plain ?? '') || isSpanishWord(next.plain))
    return true;
  // In "La va no me ayuda", "va" is the department for veterans.
  if (next.plain === 'va' && languageOf(tokens) === 'spanish') return true;
  // A word for a person follows: "La mama de mis hijos", even if the text begins with it.
  if (isPerson(next.plain) && languageOf(tokens) === 'spanish') return true;
  // The next word is known only in Spanish: "La corte", "la piedra".
  if (lexicon.isWordOf('spanish', next.word) && !lexicon.isWordOf('english', next.word)) return true;
  return !isKnown(next, lexicon) && /(?:a|as|ion|dad)$/.test(next.plain);
}

/**
 * True for a word in a Spanish text that is not meant as the town of that name: "Paso el día", "soledad y tristeza". It
 * is a town after "en", and at the end after a comma. "detox manteca" is not Spanish, so there it is a town.
 */
export function isSpanishWordOnly(tokens: readonly Token[], from: number, to: number): boolean {
  const [token] = tokens.slice(from, to);
  if (to - from > 1 || tokens.length === 1 || token === undefined || !isSpanishTown(token.plain)) return false;
  if (isLedTo(tokens, from)) return false;
  const language = languageOf(tokens);
  if (language === 'english') return false;
  return to < tokens.length || (language === 'spanish' && !token.gap.includes(','));
}
