import { languageOf } from './language.ts';
import type { Entry, Language, Lexicon } from './lexicon.ts';
import { slipCost } from './slip-cost.ts';
import { rank, type Span } from './span.ts';
import { corrected, isSpelledRight } from './spelling.ts';
import type { Token } from './tokenize.ts';

/** Fewest words of a phrase that may contain a comma: so many words are no coincidence. */
const LABEL = 5;
/** Extra cost of a word that is not in the text's language: the cost of leaving one joining word unread. */
const OTHER_LANGUAGE = 2;
/** Cost for each unit of slip cost (slip-cost.ts). */
const SLIP = 0.5;

interface Word {
  readonly word: string;
  readonly slips: number;
}

/** Finds all phrases of the text that the lexicon has. Misspelled words are corrected. */
export function termSpans(
  tokens: readonly Token[],
  lexicon: Lexicon,
  isCity: (token: Token) => boolean,
): readonly Span[] {
  const language = languageOf(tokens);
  const words = tokens.map((token) => wordOf(token, lexicon, language ?? 'english', isCity));
  const spans: Span[] = [];
  for (const from of words.keys()) {
    let phrase = '';
    let slips = 0;
    let isParted = false;
    for (let to = from + 1; to <= Math.min(from + lexicon.longestPhrase, words.length); to++) {
      const [last, word] = [tokens[to - 1], words[to - 1]];
      if (last === undefined || word === undefined || last.kind === 'opaque') break;
      isParted ||= to > from + 1 && endsPhrase(last.gap);
      // Accents decide here: "bebe" means drinks, "bebé" means a baby.
      if (to === from + 1 && /^bebé$/i.test(last.text)) {
        phrase = word.word;
        continue;
      }
      phrase = to === from + 1 ? word.word : `${phrase} ${word.word}`;
      slips += word.slips;
      // The label of a value may contain a comma if it has many words. In other phrases a comma separates.
      if (isParted && to - from < LABEL) continue;
      for (const [entry, own] of entriesOf(phrase, lexicon)) {
        if (entry.hyphened === true && tokens.slice(from + 1, to).some(({ gap }) => gap !== '-')) continue;
        const isOther = own !== null && language !== null && own !== language;
        const penalty = SLIP * slips + (isOther ? OTHER_LANGUAGE : 0);
        const { meanings, unread, widened } = entry;
        spans.push({ from, to, rank: rank.term, penalty, meanings, unread, widened });
      }
    }
  }
  return spans;
}

function wordOf(token: Token, lexicon: Lexicon, language: Language, isCity: (token: Token) => boolean): Word {
  const { kind, word, plain } = token;
  if (kind !== 'word' || isSpelledRight(word, plain, lexicon) || isCity(token)) return { word, slips: 0 };
  const meant = corrected(word, lexicon, language);
  return meant === null ? { word, slips: 0 } : { word: meant, slips: slipCost(word, meant) };
}

/** The readings of a phrase, each with its language. The language is null if both languages have the same reading. */
function entriesOf(phrase: string, lexicon: Lexicon): readonly (readonly [Entry, Language | null])[] {
  const [english, spanish] = [lexicon.findIn('english', phrase), lexicon.findIn('spanish', phrase)];
  if (english === undefined) return spanish === undefined ? [] : [[spanish, 'spanish']];
  if (spanish === undefined) return [[english, null]];
  return [
    [english, 'english'],
    [spanish, 'spanish'],
  ];
}

/**
 * True for a gap that ends a phrase: a comma, the end of a sentence or another sign. Not in "co-occurring" or "24/7".
 */
const endsPhrase = (gap: string): boolean => !/^(?:[\s/&+'’–-]|\.(?!\s))*$/.test(gap);
