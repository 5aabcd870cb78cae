import type { Head } from '../dataset/head.ts';
import type { IndexRow } from '../dataset/index-row.ts';
import { idOfWhereKey, nameKeyOf } from '../dataset/keys.ts';
import { rangeOfBeginning, rangeOfWord, rowsIn } from '../dataset/lookup/words.ts';
import { nameTermsOf } from '../dataset/name-text.ts';
import type { ContentReader } from '../dataset/read/content-reader.ts';
import { KeySet } from '../dataset/read/key-range.ts';
import { readingsOf } from './names/readings.ts';
import { leastFound, type NameReading, scoreKey, scoreOf } from './names/score.ts';
import { tiersToRead } from './names/tiers.ts';
import type { Tier } from './names/typed-word.ts';
import { wordFacts } from './names/word-facts.ts';

/** A center found by its names. */
export interface Named {
  /** Key of the center in the tree "where". */
  readonly key: string;
  readonly score: number;
  /** Sort key of a search by name alone, made of score, lowercase name and id. */
  readonly sortKey: string;
}

/** The properties of HEAD that a search by name needs. */
export type NamedDataset = Pick<Head, 'roots' | 'centers'>;

/**
 * Finds every center whose names, initials, city and state match enough of the typed text (names/score.ts). Reads the
 * rows of the rarest words first. Stops when centers without these words cannot reach the lowest accepted score.
 * @throws TooBroadError if that takes too many pages, because every typed word is in too many names
 */
export async function centersNamed(text: string, dataset: NamedDataset, reader: ContentReader): Promise<Named[]> {
  return (await readAndScored(text, dataset, reader)).named;
}

/** Like centersNamed, but also returns the ways in which the text was read. */
export async function readAndScored(
  text: string,
  dataset: NamedDataset,
  reader: ContentReader,
): Promise<{ readonly named: Named[]; readonly readings: readonly NameReading[] }> {
  const readings = readingsOf(text, await wordFacts(text, dataset, reader), dataset.centers);
  const found = new Map<string, Named>();
  const read = new Set<string>();
  let best = 0;
  for (;;) {
    const tiers = tiersToRead(readings, read, best);
    if (tiers.length === 0) break;
    const rows = await Promise.all(tiers.map((tier) => rowsIn(rangeOf(tier), dataset, reader)));
    for (const row of rows.flat()) {
      if (found.has(row[1])) continue;
      const named = scored(row, readings);
      found.set(named.key, named);
      best = Math.max(best, named.score);
    }
  }
  const least = leastFound(best);
  return { named: [...found.values()].filter(({ score }) => score >= least), readings };
}

export function keysOf(named: readonly Named[]): KeySet {
  return new KeySet(named.map(({ key }) => key));
}

const rangeOf = ({ word, beginnings }: Tier) => (beginnings ? rangeOfBeginning(word) : rangeOfWord(word));

function scored([, key, text = '']: IndexRow, readings: readonly NameReading[]): Named {
  const terms = nameTermsOf(text);
  const score = scoreOf(terms, readings);
  return { key, score, sortKey: scoreKey(score, nameKeyOf(terms.name, idOfWhereKey(key))) };
}
