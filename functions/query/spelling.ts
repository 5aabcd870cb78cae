import { editDistance } from '../domain/edit-distance.ts';
import { areAlike, type Language, type Lexicon } from './lexicon.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { mostSlipCost, slipCost } from './slip-cost.ts';
import { MOST_SLIPS, slipsAllowed } from './slips.ts';
import { isStopWord, longStopWords } from './stop-words.ts';

/**
 * True for a word that must not be corrected: a known word, or an English word that happens to be spelled almost like
 * one.
 */
export function isSpelledRight(word: string, plain: string, lexicon: Lexicon): boolean {
  return (
    lexicon.isSpelledSo(word) || isStopWord(word) || isStopWord(plain) || isOrdinaryWord(plain) || isOrdinaryWord(word)
  );
}

/**
 * Corrects a misspelled word to the nearest known word. Null if none is near or two are equally near: a wrong guess
 * between "medicaid" and "medicare" would be worse than a question.
 * @param language Language of the text. Decides between words of both languages: "intensiv" is "intensive" in English.
 */
export function corrected(word: string, lexicon: Lexicon, language: Language = 'english'): string | null {
  if (word.length < 5) return withVowels(word, lexicon);
  let best: string | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  let isTied = false;
  const consider = (known: string) => {
    const most = slipsAllowed(Math.min(known.length, word.length + 1));
    if (most === 0 || Math.abs(known.length - word.length) > most) return;
    const isOtherStart = known[0] !== word[0];
    const steps = editDistance(word, known, isOtherStart ? 1 : most);
    if (steps > most || (isOtherStart && (steps > 1 || word.length < 6))) return;
    // People rarely mistype the first letter, so a wrong first letter costs more than another.
    const isOwn = lexicon.isWordOf(language, known) || !lexicon.hasWord(known);
    const score = steps + (isOtherStart ? 0.5 : 0) + (isOwn ? 0 : 0.25);
    if (score > bestScore) return;
    const isSameThing = best !== null && areAlike(lexicon.find(known), lexicon.find(best));
    const isEqual = score === bestScore;
    isTied = isEqual && (isTied || !isSameThing);
    // Of two equally near words with the same meaning, takes the likelier one: the lexicon also has the misspelling
    // "vetran".
    if (!isEqual || best === null || slipCost(word, known) < slipCost(word, best)) best = known;
    bestScore = score;
  };
  const lengths = wordsByLength(lexicon);
  for (let length = word.length - MOST_SLIPS; length <= word.length + MOST_SLIPS; length++) {
    for (const known of lengths.get(length) ?? []) consider(known);
  }
  if (best === null) return withVowels(word, lexicon);
  return isTied || !isLikely(word, best) ? null : best;
}

/** The first letter and all other consonants, doubled ones once: "dtx" for "detox", "dtox" and "dtx". */
const skeletonOf = (word: string): string => word.replace(/(.)\1+/g, '$1').replace(/(?<=.)[aeiou]/g, '');

const SHORTEST_CUT = 3;
const MOST_LEFT_OUT = 2;
const skeletons = new WeakMap<Lexicon, ReadonlyMap<string, readonly string[]>>();

/** Finds the known word with these consonants: "grp" and "grop" are "group". Null if none or several different words have them. */
function withVowels(word: string, lexicon: Lexicon): string | null {
  const key = skeletonOf(word);
  if (key.length < SHORTEST_CUT || (word.length === SHORTEST_CUT && key !== word)) return null;
  const known = skeletons.get(lexicon) ?? Map.groupBy(lexicon.longWords, skeletonOf);
  skeletons.set(lexicon, known);
  // A word that still has vowels may lack only a few letters: "segment" is not short for "seguimiento".
  const most = key === word ? word.length : MOST_LEFT_OUT;
  const isFuller = (one: string) => one.length > word.length && one.length <= word.length + most && isWithin(word, one);
  const fuller = known.get(key)?.filter(isFuller) ?? [];
  const [first, ...others] = fuller;
  const isClear = others.every((other) => areAlike(lexicon.find(other), lexicon.find(first ?? '')));
  return first === undefined || !isClear ? null : first;
}

/** True if a word's letters are those of another in the same order, with some left out. */
function isWithin(word: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === word[at]) at++;
  return at === word.length;
}

const byLength = new WeakMap<Lexicon, ReadonlyMap<number, readonly string[]>>();

/** Known words that a misspelled word may mean, grouped by length. Words of the lexicon come first. */
function wordsByLength(lexicon: Lexicon): ReadonlyMap<number, readonly string[]> {
  const known = byLength.get(lexicon);
  if (known !== undefined) return known;
  const made = Map.groupBy(new Set([...lexicon.longWords, ...longStopWords]), ({ length }) => length);
  byLength.set(lexicon, made);
  return made;
}

const isLikely = (word: string, known: string): boolean =>
  slipCost(word, known) <= mostSlipCost(Math.min(known.length, word.length));
