import { idOfWhereKey, KEY_SEPARATOR, nameKeyOf } from '../dataset/keys.ts';
import type { ContentReader } from '../dataset/read/content-reader.ts';
import { type Indexes, rowsBetween } from '../dataset/read/index-rows.ts';
import { KeySet } from '../dataset/read/key-range.ts';
import { oneStepApart, spellingsOf, wordsOf } from '../dataset/words.ts';

/** A center found by its names. */
export interface Named {
  /** Key in the index "where". */
  readonly key: string;
  /** Name and id, lower case: the order of a search by name alone. */
  readonly sortKey: string;
}

const AFTER_SEPARATOR = String.fromCharCode(KEY_SEPARATOR.charCodeAt(0) + 1);
/** Appended to a prefix, sorts after every word with that prefix. */
const LAST = '\uffff';

/**
 * Finds centers whose names (center, organization, alternate) contain every searched word, whole or as a prefix.
 * A word that is no prefix of a known word counts as misspelled and is replaced by the known words one letter away.
 * All words and their spellings are looked up at once: two round trips at most.
 */
export async function centersNamed(text: string, indexes: Indexes, reader: ContentReader): Promise<Named[]> {
  const found = await Promise.all(wordsOf(text).map((word) => centersWithWord(word, indexes, reader)));
  const [first, ...others] = found;
  if (first === undefined) return [];
  return [...first.values()].filter(({ key }) => others.every((other) => other.has(key)));
}

export function keysOf(named: readonly Named[]): KeySet {
  return new KeySet(named.map(({ key }) => key));
}

async function centersWithWord(word: string, indexes: Indexes, reader: ContentReader): Promise<Map<string, Named>> {
  const [asWritten, near] = await Promise.all([
    rowsBetween('word', word, word + LAST, indexes, reader),
    wordsNear(word, indexes, reader),
  ]);
  if (asWritten.length > 0) return namedBy(asWritten);
  const instead = await Promise.all(
    near.map((other) => rowsBetween('word', other + KEY_SEPARATOR, other + AFTER_SEPARATOR, indexes, reader)),
  );
  return namedBy(instead.flat());
}

async function wordsNear(word: string, indexes: Indexes, reader: ContentReader): Promise<string[]> {
  const rows = await Promise.all(
    spellingsOf(word).map((spelling) =>
      rowsBetween('spelling', spelling + KEY_SEPARATOR, spelling + AFTER_SEPARATOR, indexes, reader),
    ),
  );
  const words = new Set(rows.flat().map(([, known]) => known));
  return [...words].filter((known) => oneStepApart(known, word));
}

function namedBy(rows: Awaited<ReturnType<typeof rowsBetween>>): Map<string, Named> {
  return new Map(rows.map(([, key, name = '']) => [key, { key, sortKey: nameKeyOf(name, idOfWhereKey(key)) }]));
}
