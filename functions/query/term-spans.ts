import type { Lexicon } from './lexicon.ts';
import { rank, type Span } from './span.ts';
import { corrected, isSpelledRight } from './spelling.ts';
import type { Token } from './tokenize.ts';

/** In words: a phrase this long is nothing else by chance. */
const LABEL = 5;

/** Every stretch of the text that the lexicon knows, misspelt words corrected. */
export function termSpans(
  tokens: readonly Token[],
  lexicon: Lexicon,
  isCity: (token: Token) => boolean,
): readonly Span[] {
  const words = tokens.map((token) => {
    if (token.kind !== 'word' || isSpelledRight(token.word, token.plain, lexicon) || isCity(token)) return token.word;
    return corrected(token.word, lexicon) ?? token.word;
  });
  const spans: Span[] = [];
  for (const from of words.keys()) {
    let phrase = '';
    let isParted = false;
    for (let to = from + 1; to <= Math.min(from + lexicon.longestPhrase, words.length); to++) {
      const last = tokens[to - 1];
      if (last === undefined || last.kind === 'opaque') break;
      isParted ||= to > from + 1 && endsPhrase(last.gap);
      phrase = to === from + 1 ? (words[from] ?? '') : `${phrase} ${words[to - 1]}`;
      const entry = lexicon.find(phrase);
      // A label of many words may have a comma in it; two words on its two sides are no phrase.
      if (entry === undefined || (isParted && to - from < LABEL)) continue;
      if (entry.hyphened === true && tokens.slice(from + 1, to).some(({ gap }) => gap !== '-')) continue;
      spans.push({ from, to, rank: rank.term, meanings: entry.meanings, unread: entry.unread });
    }
  }
  return spans;
}

/** A comma, a semicolon or the end of a sentence parts what stands on its two sides; "co-occurring" and "24/7" do not. */
const endsPhrase = (gap: string): boolean => /[,;!?()\n]|\.\s/.test(gap);
