import type { IndexRow } from '../index-row.ts';
import { AFTER_ALL, KEY_SEPARATOR } from '../keys.ts';
import type { ContentReader } from '../read/content-reader.ts';
import { rowsBetween } from '../read/index-rows.ts';
import { mayHaveSlip } from '../words.ts';
import type { LookupIndex, Roots } from './lookup-index.ts';
import { prefixOf, wordsIn } from './words.ts';

const mark = 's';
const forward = `${mark}>${KEY_SEPARATOR}`;
const backward = `${mark}<${KEY_SEPARATOR}`;

/**
 * Index of all known words. Each word has two rows, as written and reversed. A word with one or two slips usually keeps
 * its first or last letters, so a range of keys contains the few words that are near it.
 */
export const spellings: LookupIndex = {
  mark,
  rowsOf: () => [],
  sharedRowsOf: (record) =>
    wordsIn(record)
      .filter(mayHaveSlip)
      .map((word) => ({ witness: prefixOf(word), rows: [rowOf(forward, word), rowOf(backward, reversed(word))] })),
};

/** Known words that begin with these letters. */
export async function wordsBeginning(head: string, { roots }: Roots, reader: ContentReader): Promise<string[]> {
  const rows = await rowsBetween(roots.names, forward + head, forward + head + AFTER_ALL, reader);
  return rows.map(([, target]) => target);
}

/** Known words that end with these letters. */
export async function wordsEnding(tail: string, { roots }: Roots, reader: ContentReader): Promise<string[]> {
  const from = backward + reversed(tail);
  return (await rowsBetween(roots.names, from, from + AFTER_ALL, reader)).map(([, target]) => reversed(target));
}

const rowOf = (direction: string, word: string): IndexRow => [direction + word, word];

const reversed = (word: string): string => word.split('').reverse().join('');
