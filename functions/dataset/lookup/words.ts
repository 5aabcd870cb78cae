import type { CenterRecord } from '../../domain/record.ts';
import type { IndexRow } from '../index-row.ts';
import { AFTER_ALL, AFTER_SEPARATOR, KEY_SEPARATOR, whereKey } from '../keys.ts';
import type { ContentReader } from '../read/content-reader.ts';
import { rowsBetween } from '../read/index-rows.ts';
import { wordsOfName } from '../words.ts';
import type { LookupIndex, Roots } from './lookup-index.ts';

const mark = 'w';

/** Centers by each word of their names, with the center's name in lower case. */
export const words: LookupIndex = {
  mark,
  rowsOf: (record) => {
    const { id, name } = record.center;
    const [where, sortName] = [whereKey(record), name.toLowerCase()];
    return wordsIn(record).map((word): IndexRow => [prefixOf(word) + id, where, sortName]);
  },
};

/** The words of a center's names: its own, its organization's, its alternate ones. */
export function wordsIn({ center }: CenterRecord): string[] {
  return wordsOfName([center.name, center.organization.name, ...center.alternateNames].join(' '));
}

/** Beginning of every key of the word. */
export const prefixOf = (word: string): string => mark + word + KEY_SEPARATOR;

/** Rows of every word that begins so. */
export function rowsOfBeginning(beginning: string, { roots }: Roots, reader: ContentReader) {
  return rowsBetween(roots.names, mark + beginning, mark + beginning + AFTER_ALL, reader);
}

export function rowsOfWord(word: string, { roots }: Roots, reader: ContentReader) {
  return rowsBetween(roots.names, prefixOf(word), mark + word + AFTER_SEPARATOR, reader);
}
