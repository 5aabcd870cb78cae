import type { IndexRow } from '../index-row.ts';
import { AFTER_ALL, KEY_SEPARATOR } from '../keys.ts';
import type { ContentReader } from '../read/content-reader.ts';
import { rowsBetween } from '../read/index-rows.ts';
import { isOneTypoApart, mayHaveTypo } from '../words.ts';
import type { LookupIndex, Roots } from './lookup-index.ts';
import { prefixOf, wordsIn } from './words.ts';

const mark = 's';
const forward = `${mark}>${KEY_SEPARATOR}`;
const backward = `${mark}<${KEY_SEPARATOR}`;

/**
 * Every known word, as written and backward: two rows a word. A word with one typo keeps its first half or its second
 * half (or two letters are swapped across the middle), so the words near it are few, and found by key.
 */
export const spellings: LookupIndex = {
  mark,
  rowsOf: () => [],
  sharedRowsOf: (record) =>
    wordsIn(record)
      .filter(mayHaveTypo)
      .map((word) => ({ witness: prefixOf(word), rows: [rowOf(forward, word), rowOf(backward, reversed(word))] })),
};

/** Known words that are one typo away from a word that is not known. */
export async function wordsNear(word: string, { roots }: Roots, reader: ContentReader): Promise<string[]> {
  if (!mayHaveTypo(word)) return [];
  // A word of three letters only lacks one, so it keeps two letters at its beginning or at its end.
  const half = Math.floor(word.length / 2);
  const [head, tail] = word.length === 3 ? [word.slice(0, 2), word.slice(1)] : [word.slice(0, half), word.slice(half)];
  const swapped = word.slice(0, half - 1) + word.charAt(half) + word.charAt(half - 1) + word.slice(half + 1);
  const [heads, tails, exact] = await Promise.all([
    rowsBetween(roots.names, forward + head, forward + head + AFTER_ALL, reader),
    rowsBetween(roots.names, backward + reversed(tail), backward + reversed(tail) + AFTER_ALL, reader),
    rowsBetween(roots.names, forward + swapped, forward + swapped + KEY_SEPARATOR, reader),
  ]);
  const known = [...[...heads, ...exact].map(([, target]) => target), ...tails.map(([, target]) => reversed(target))];
  return [...new Set(known)].filter((one) => isOneTypoApart(one, word));
}

const rowOf = (direction: string, word: string): IndexRow => [direction + word, word];

const reversed = (word: string): string => word.split('').reverse().join('');
