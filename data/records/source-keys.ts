import { cutAtWord } from '../../functions/domain/slug.ts';
import type { Source } from '../../functions/domain/source.ts';
import { slugOrNone } from '../../functions/records/layout/organization.ts';
import { directories } from './source-names.ts';

const mostLetters = 40;
const shortKeys = new Map<string, string>(Object.entries(directories).map(([kind, name]) => [name, kind]));

/** Makes a text that identifies a source: its name and its date. */
export const identityOf = ({ name, asOf }: Source): string => JSON.stringify([name, asOf]);

/**
 * Gives each source a key without the year, so that next year's edition changes one line of a file and no center. If
 * two sources of a file would get the same key, their dates are appended.
 * @returns the sources by key, sorted by key
 */
export function sourcesByKey(sources: Iterable<Source>): Map<string, Source> {
  const distinct = new Map([...sources].map((source) => [identityOf(source), source]));
  const sorted = [...distinct].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, source]) => source);
  const sharing = new Map<string, number>();
  for (const source of sorted) sharing.set(baseOf(source), (sharing.get(baseOf(source)) ?? 0) + 1);
  const keys = new Map<string, Source>();
  for (const source of sorted) {
    const base = baseOf(source);
    const wanted = sharing.get(base) === 1 ? base : `${base}-${source.asOf}`;
    let key = wanted;
    for (let count = 2; keys.has(key); count++) key = `${wanted}-${count}`;
    keys.set(key, source);
  }
  return new Map([...keys].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function baseOf({ name }: Source): string {
  const plain = name.replace(/\s+\d{4}$/, '');
  const short = shortKeys.get(plain);
  if (short !== undefined) return short;
  return cutAtWord(slugOrNone(plain) || 'source', mostLetters);
}
