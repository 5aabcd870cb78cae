import { meaningOf } from './meaning.ts';
import { scoreOf } from './score.ts';
import { hasWords, wordsOf } from './words.ts';

/** Words of danger that are all negated, past or somebody's work are danger only if the rest of the text scores over this. */
const TURNED = 2.5;

/**
 * Returns true if a text speaks of danger to a life, now: suicide, self-harm, harm to others, an overdose, a body that
 * fails; so that 988 and 911 are shown first. English and Spanish, whatever the case, accents, punctuation and slips.
 * Prefers a false alarm to a miss. What is negated, long past or a course is no danger, however many of its words are.
 *
 * Templates of meaning decide what is plain in a text of any length; a trained score decides the rest. Takes time in
 * proportion to the text's length and never throws. Has no imports outside this folder: the page runs it in the browser,
 * before any request.
 */
export function readsAsCrisis(text: string): boolean {
  const words = wordsOf(text);
  if (!hasWords(words)) return false;
  const meaning = meaningOf(words);
  return meaning.kind === 'danger' || scoreOf(meaning) > (meaning.kind === 'turned' ? TURNED : 0);
}
