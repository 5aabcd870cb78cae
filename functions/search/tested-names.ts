import { whereKey } from '../dataset/keys.ts';
import { countIn, rangeOfBeginning, rangeOfWord, rowsIn } from '../dataset/lookup/words.ts';
import { type PackedCenter, unpackCenter } from '../dataset/packed-center.ts';
import { centersAt } from '../dataset/read/centers-at.ts';
import { heldAt, read } from '../dataset/read/content-reader.ts';
import { KeySet } from '../dataset/read/key-range.ts';
import { leavesWhere } from '../dataset/read/leaves.ts';
import { beginningIn, type NameTest, passes, wholeWordsIn } from './names/name-test.ts';
import type { Session } from './session.ts';

/** Returns the names of a center that are tested. */
export type NamesOf = (row: PackedCenter) => readonly string[];

/** A center's own name and its alternate names. */
export const ownNames: NamesOf = ([, name, alternateNames]) => [name, ...(alternateNames === 0 ? [] : alternateNames)];

export const organizationName: NamesOf = ([, , , , name]) => [name];

/**
 * Every center that has a name which passes the test. Reads the rows of the rarest word that such a name must contain;
 * if there is no such word, reads all centers.
 * @throws TooBroadError if that takes too many pages
 */
export async function centersPassing(test: NameTest, session: Session, namesOf: NamesOf): Promise<PackedCenter[]> {
  const beginning = beginningIn(test);
  const ranges = [...wholeWordsIn(test).map(rangeOfWord), ...(beginning === null ? [] : [rangeOfBeginning(beginning)])];
  const isMeant = (row: PackedCenter): boolean => namesOf(row).some((name) => passes(test, name));
  const { head } = session;
  if (ranges.length === 0) {
    const pages = await leavesWhere(await read(session, head.roots.where, 'node'), () => true, session);
    const rows = pages.flatMap(({ entry }) => heldAt(session, entry.hash, 'centers')?.rows ?? []);
    return rows.filter(isMeant);
  }
  const counts = await Promise.all(ranges.map((range) => countIn(range, head, session)));
  const rarest = ranges[counts.indexOf(Math.min(...counts))] ?? { from: '', to: '' };
  const keys = (await rowsIn(rarest, head, session)).flatMap(([, key, text = '']) => {
    const [name = '', , , ...others] = text.split('\n');
    // The index has names only in lower case, so an exact test is decided on the center's own row.
    const may = test.how === 'exact' ? { how: 'starts' as const, text: test.text } : test;
    return [name, ...others].some((one) => passes(may, one)) ? [key] : [];
  });
  return (await centersAt(new KeySet(keys), head, session)).filter(isMeant);
}

export const keysOfRows = (rows: readonly PackedCenter[]): KeySet =>
  new KeySet(rows.map((row) => whereKey({ center: unpackCenter(row), offerings: [] })));
