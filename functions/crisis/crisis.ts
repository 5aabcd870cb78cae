import { crisisPhrases } from './phrases.ts';
import { isSlipOf } from './slips.ts';

/** What can follow the words so far: the next words by their compared form, and whether a phrase ends here. */
interface Step {
  readonly next: Map<string, Step>;
  /** The words of `next` that are long enough to be recognized when misspelled. */
  readonly long: string[];
  isEnd: boolean;
}

const SHORTEST_MISSPELLED = 5;
/** "killmyself": from this length on, joined words can be nothing else. */
const SHORTEST_JOINED = 8;

const WORD = /[\p{L}\p{N}]+/gu;
/** Marks and invisible characters: removed before decomposing too, so that no text makes normalizing slow. */
const MARKS = /[\p{M}\p{Cf}]/gu;
const APOSTROPHES = /['’‘`´ʼ′＇]/gu;
/** No phrase has a letter of another script: those only separate. Full-width and mathematical letters are Latin too. */
const OTHER_SCRIPTS = /[^\0-\u024f\u1e00-\u1eff\u2018\u2019\u2032\u2100-\u214f\uff00-\uffef\u{1d400}-\u{1d7ff}]+/gu;
/** The middle and end of a phone number such as 602-988-0100 are not the lifeline's number. */
const EXCHANGE_988 = /(?<=\d[-. )]{1,2})988[-. ]\d{4}(?!\d)/g;

const newStep = (): Step => ({ next: new Map(), long: [], isEnd: false });

const start = newStep();
for (const phrase of [...crisisPhrases.english, ...crisisPhrases.spanish]) {
  const words = [...wordsOf(phrase)];
  add(words);
  const joined = words.join('');
  if (words.length > 1 && joined.length >= SHORTEST_JOINED) add([joined]);
}

/**
 * Returns true if a text speaks of suicide, self-harm or an overdose, so that 988 and 911 are shown first. Prefers a
 * false alarm to a miss, in English and Spanish, whatever the case, accents and punctuation. Takes time in proportion to
 * the text's length and never throws. Has no imports outside this folder: the page runs it in the browser, before any
 * request.
 */
export function readsAsCrisis(text: string): boolean {
  let open: Step[] = [];
  for (const word of wordsOf(text)) {
    const reached: Step[] = [];
    for (const step of [start, ...open]) {
      const next = nextStep(step, word);
      if (next === undefined) continue;
      if (next.isEnd) return true;
      reached.push(next);
    }
    open = reached;
  }
  return false;
}

function nextStep(step: Step, word: string): Step | undefined {
  const exact = step.next.get(word);
  if (exact !== undefined || word.length < SHORTEST_MISSPELLED) return exact;
  const meant = step.long.find((known) => isSlipOf(known, word));
  return meant === undefined ? undefined : step.next.get(meant);
}

function add(words: readonly string[]): void {
  let step = start;
  for (const word of words) {
    const next = step.next.get(word) ?? newStep();
    if (!step.next.has(word) && word.length >= SHORTEST_MISSPELLED) step.long.push(word);
    step.next.set(word, next);
    step = next;
  }
  step.isEnd = true;
}

/** The words of a text in the form that is compared: lower case, no accents, no apostrophes, no plural "s". */
function* wordsOf(text: string): Generator<string> {
  const latin = text.replace(MARKS, '').replace(OTHER_SCRIPTS, ' ');
  const letters = latin.normalize('NFKD').replace(MARKS, '').toLowerCase();
  const plain = letters.replace(APOSTROPHES, '').replace(EXCHANGE_988, ' ');
  for (const [word] of plain.matchAll(WORD)) yield singular(word);
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}
