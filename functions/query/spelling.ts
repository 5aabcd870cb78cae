import { editDistance } from '../domain/edit-distance.ts';
import { areAlike, type Language, type Lexicon } from './lexicon.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { mostSlipCost, slipCost } from './slip-cost.ts';
import { MOST_SLIPS, slipsAllowed } from './slips.ts';
import { isStopWord, longStopWords } from './stop-words.ts';

/** Whether a word is one that we know, or a word of English that happens to lie near to one. */
export function isSpelledRight(word: string, plain: string, lexicon: Lexicon): boolean {
  return (
    lexicon.hasWord(word) || isStopWord(word) || isStopWord(plain) || isOrdinaryWord(plain) || isOrdinaryWord(word)
  );
}

/**
 * The known word that a misspelled one stands for. Null if no known word is near, or two are equally near: a wrong
 * guess between "medicaid" and "medicare" would be worse than a question.
 * @param language Language of the text. Decides between words of both languages: "intensiv" is "intensive" in English.
 */
export function corrected(word: string, lexicon: Lexicon, language: Language = 'english'): string | null {
  if (word.length < 5) return null;
  let best: string | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  let isTied = false;
  const consider = (known: string) => {
    const most = slipsAllowed(Math.min(known.length, word.length + 1));
    if (most === 0 || Math.abs(known.length - word.length) > most) return;
    const isOtherStart = known[0] !== word[0];
    const steps = editDistance(word, known, isOtherStart ? 1 : most);
    if (steps > most || (isOtherStart && (steps > 1 || word.length < 6))) return;
    // People rarely miss the first letter, so that counts more than another.
    const isOwn = lexicon.isWordOf(language, known) || !lexicon.hasWord(known);
    const score = steps + (isOtherStart ? 0.5 : 0) + (isOwn ? 0 : 0.25);
    if (score > bestScore) return;
    const isSameThing = best !== null && areAlike(lexicon.find(known), lexicon.find(best));
    const isEqual = score === bestScore;
    isTied = isEqual && (isTied || !isSameThing);
    // The lexicon also has the misspelling "vetran". If two words have the same meaning, takes the likelier slip.
    if (!isEqual || best === null || slipCost(word, known) < slipCost(word, best)) best = known;
    bestScore = score;
  };
  const lengths = wordsByLength(lexicon);
  for (let length = word.length - MOST_SLIPS; length <= word.length + MOST_SLIPS; length++) {
    for (const known of lengths.get(length) ?? []) consider(known);
  }
  return best === null || isTied || !isLikely(word, best) ? null : best;
}

const byLength = new WeakMap<Lexicon, ReadonlyMap<number, readonly string[]>>();

/** Words that a slip may stand for, grouped by length. Words of the lexicon come first. */
function wordsByLength(lexicon: Lexicon): ReadonlyMap<number, readonly string[]> {
  const known = byLength.get(lexicon);
  if (known !== undefined) return known;
  const made = Map.groupBy(new Set([...lexicon.longWords, ...longStopWords]), ({ length }) => length);
  byLength.set(lexicon, made);
  return made;
}

const isLikely = (word: string, known: string): boolean =>
  slipCost(word, known) <= mostSlipCost(Math.min(known.length, word.length));
