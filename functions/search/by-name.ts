import { idOfWhereKey, nameKeyOf } from '../dataset/keys.ts';
import type { Roots } from '../dataset/lookup/lookup-index.ts';
import { wordsNear } from '../dataset/lookup/spellings.ts';
import { rowsOfBeginning, rowsOfWord } from '../dataset/lookup/words.ts';
import type { ContentReader } from '../dataset/read/content-reader.ts';
import { KeySet } from '../dataset/read/key-range.ts';
import { wordsOf } from '../dataset/words.ts';

/** A center found by its names. */
export interface Named {
  /** Key in the tree "where". */
  readonly key: string;
  /** Name and id, lower case: the order of a search by name alone. */
  readonly sortKey: string;
}

/**
 * Finds centers whose names (center, organization, alternate) contain every searched word, whole or as a prefix.
 * A word that is no prefix of a known word counts as misspelled and is replaced by the known words one typo away.
 * All words are looked up at once.
 */
export async function centersNamed(text: string, dataset: Roots, reader: ContentReader): Promise<Named[]> {
  const found = await Promise.all(wordsOf(text).map((word) => centersWithWord(word, dataset, reader)));
  const [first, ...others] = found;
  if (first === undefined) return [];
  return [...first.values()].filter(({ key }) => others.every((other) => other.has(key)));
}

export function keysOf(named: readonly Named[]): KeySet {
  return new KeySet(named.map(({ key }) => key));
}

async function centersWithWord(word: string, dataset: Roots, reader: ContentReader): Promise<Map<string, Named>> {
  const asWritten = await rowsOfBeginning(word, dataset, reader);
  if (asWritten.length > 0) return namedBy(asWritten);
  const near = await wordsNear(word, dataset, reader);
  return namedBy((await Promise.all(near.map((known) => rowsOfWord(known, dataset, reader)))).flat());
}

function namedBy(rows: Awaited<ReturnType<typeof rowsOfWord>>): Map<string, Named> {
  return new Map(rows.map(([, key, name = '']) => [key, { key, sortKey: nameKeyOf(name, idOfWhereKey(key)) }]));
}
