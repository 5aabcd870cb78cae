import { allWordsOf, wordsOf } from '../../dataset/words.ts';

/** A yes-or-no test of names, as FHIR's string parameters define it. */
export interface NameTest {
  /** `starts` and `contains` ignore case, accents and punctuation; `exact` compares every character. */
  readonly how: 'starts' | 'contains' | 'exact';
  readonly text: string;
}

/** A text in the form that tests compare: its words, separated by single spaces. */
export const comparable = (text: string): string => allWordsOf(text).join(' ');

export function passes({ how, text }: NameTest, name: string): boolean {
  if (how === 'exact') return name === text;
  const [own, asked] = [comparable(name), comparable(text)];
  return how === 'starts' ? own.startsWith(asked) : own.includes(asked);
}

/** Words that every passing name contains whole. Empty if the index has none of the test's words. */
export function wholeWordsIn({ how, text }: NameTest): string[] {
  const all = allWordsOf(text);
  // The first word may match the end of a longer word, and the last one the beginning.
  const whole = how === 'exact' ? all : all.slice(how === 'contains' ? 1 : 0, -1);
  return wordsOf(whole.join(' '));
}

/** A beginning that some word of every passing name has. Null if that word may be one that is not indexed. */
export function beginningIn({ how, text }: NameTest): string | null {
  const last = allWordsOf(text).at(-1);
  if (how !== 'starts' || last === undefined) return null;
  return NOT_INDEXED.some((word) => word.startsWith(last)) ? null : last;
}

/** Words that are not indexed (dataset/words.ts). */
const NOT_INDEXED = 'the of and at for in a an inc llc dba corp co ltd pllc pc'.split(' ');
