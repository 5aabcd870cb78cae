import { meaningOf } from './meaning.ts';
import { scoreOf } from './score.ts';
import { hasWords, wordsOf } from './words.ts';

/**
 * Score above which a text is danger although all its danger words are negated, past or about somebody's work. They are
 * left out before the score is computed.
 */
const TURNED = 2.5;

/**
 * Returns true if a text expresses present danger to a life, so that 988 and 911 are shown first: suicide, self-harm,
 * harm to others, an overdose, or a medical emergency. Understands English and Spanish, whatever the case, accents,
 * punctuation and slips. Prefers a false alarm to a miss. Text that is negated, long past or about a course is no
 * danger, however many danger words it has. Templates decide what is plain in a text of any length; a trained score
 * decides the rest. Takes time proportional to the text's length and never throws. Imports nothing outside this folder,
 * because the page runs it in the browser before any request.
 */
export function readsAsCrisis(text: string): boolean {
  const words = wordsOf(text);
  if (!hasWords(words)) return false;
  const meaning = meaningOf(words);
  return meaning.kind === 'danger' || scoreOf(meaning) > (meaning.kind === 'turned' ? TURNED : 0);
}
