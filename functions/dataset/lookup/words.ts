import type { CenterRecord } from '../../domain/record.ts';
import type { IndexRow } from '../index-row.ts';
import { AFTER_ALL, AFTER_SEPARATOR, KEY_SEPARATOR, whereKey } from '../keys.ts';
import { nameTermsOf, nameTextOf, searchedWordsOf } from '../name-text.ts';
import type { ContentReader } from '../read/content-reader.ts';
import { countBetween, rowsBetween } from '../read/index-rows.ts';
import type { LookupIndex, Roots } from './lookup-index.ts';

const mark = 'w';

/** Index of centers by word. Each row has the center's name text, which is all that a search by name compares. */
export const words: LookupIndex = {
  mark,
  rowsOf: (record) => {
    const [where, text] = [whereKey(record), nameTextOf(record.center)];
    return wordsIn(record).map((word): IndexRow => [prefixOf(word) + record.center.id, where, text]);
  },
};

/** Words by which a search finds the center: those in its names, the names' initials, and those in its city. */
export function wordsIn({ center }: CenterRecord): string[] {
  return searchedWordsOf(nameTermsOf(nameTextOf(center)));
}

/** The text with which every key of the word begins. */
export const prefixOf = (word: string): string => mark + word + KEY_SEPARATOR;

interface Range {
  readonly from: string;
  readonly to: string;
}

/** Range of the keys of one word's rows. */
export const rangeOfWord = (word: string): Range => ({ from: prefixOf(word), to: mark + word + AFTER_SEPARATOR });

/** Range of the keys of all words that begin with this text. */
export const rangeOfBeginning = (beginning: string): Range => ({
  from: mark + beginning,
  to: mark + beginning + AFTER_ALL,
});

export const rowsIn = ({ from, to }: Range, { roots }: Roots, reader: ContentReader) =>
  rowsBetween(roots.names, from, to, reader);

/** Counts the rows in a key range. Reads only the pages at both ends of the range. */
export const countIn = ({ from, to }: Range, { roots }: Roots, reader: ContentReader): Promise<number> =>
  countBetween(roots.names, from, to, reader);
