import { allWordsOf, wordsOf } from '../../dataset/words.ts';

/** A test of names as FHIR's string parameters have it: not scored, but true or false. */
export interface NameTest {
  /** `starts` and `contains` compare words without case, accents and punctuation; `exact` compares every character. */
  readonly how: 'starts' | 'contains' | 'exact';
  readonly text: string;
}

/** A text as it is compared: its words, one space apart. */
export const comparable = (text: string): string => allWordsOf(text).join(' ');

export function passes({ how, text }: NameTest, name: string): boolean {
  if (how === 'exact') return name === text;
  const [own, asked] = [comparable(name), comparable(text)];
  return how === 'starts' ? own.startsWith(asked) : own.includes(asked);
}

/** Words of which every name that passes has the whole one; none if the index knows no such word. */
export function wholeWordsIn({ how, text }: NameTest): string[] {
  const all = allWordsOf(text);
  // The first word may be the end of a longer one, the last word the beginning.
  const whole = how === 'exact' ? all : all.slice(how === 'contains' ? 1 : 0, -1);
  return wordsOf(whole.join(' '));
}

/** A word with which a word of every such name begins; null if names may have it where the index does not. */
export function beginningIn({ how, text }: NameTest): string | null {
  const last = allWordsOf(text).at(-1);
  if (how !== 'starts' || last === undefined) return null;
  return NOT_INDEXED.some((word) => word.startsWith(last)) ? null : last;
}

/** Words that the index leaves out (dataset/words.ts). */
const NOT_INDEXED = 'the of and at for in a an inc llc dba corp co ltd pllc pc'.split(' ');
