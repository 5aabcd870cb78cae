import { allWordsOf, wordsOf } from '../../dataset/words.ts';

/** A yes-or-no test of names, as FHIR's string parameters define it. */
export interface NameTest {
  /** `starts` and `contains` ignore case, accents and punctuation; `exact` compares every character. */
  readonly how: 'starts' | 'contains' | 'exact';
  readonly text: string;
}

/** A text in the form that tests compare: its words in simplified spelling, separated by single spaces. */
export const comparable = (text: string): string => allWordsOf(text).join(' ');

export function passes({ how, text }: NameTest, name: string): boolean {
  if (how === 'exact') return name === text;
  const [own, asked] = [comparable(name), comparable(text)];
  return how === 'starts' ? own.startsWith(asked) : own.includes(asked);
}

/** Words that every name that passes the test must contain as whole words. Leaves out words that are not indexed. */
export function wholeWordsIn({ how, text }: NameTest): string[] {
  const all = allWordsOf(text);
  // With `contains`, the text may begin in the middle of a name's word. With `starts` and `contains`, it may end in the
  // middle of one.
  const whole = how === 'exact' ? all : all.slice(how === 'contains' ? 1 : 0, -1);
  return wordsOf(whole.join(' '));
}

/**
 * The beginning of a word that every name that passes the test must contain. Null if it may begin a word that is not
 * indexed.
 */
export function beginningIn({ how, text }: NameTest): string | null {
  const last = allWordsOf(text).at(-1);
  if (how !== 'starts' || last === undefined) return null;
  return NOT_INDEXED.some((word) => word.startsWith(last)) ? null : last;
}

/** Words that the index of names does not contain (dataset/words.ts). */
const NOT_INDEXED = 'the of and at for in a an inc llc dba corp co ltd pllc pc'.split(' ');
