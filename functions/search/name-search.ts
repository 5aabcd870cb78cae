import { idOfWhereKey } from '../dataset/keys.ts';
import { packed } from '../dataset/packed-center.ts';
import { centersAt } from '../dataset/read/centers-at.ts';
import type { KeySet } from '../dataset/read/key-range.ts';
import { TooBroadError } from '../dataset/read/too-broad.ts';
import { centersNamed, keysOf, type Named } from './by-name.ts';
import type { Answer } from './changes.ts';
import { compileFilter } from './filter.ts';
import { reachesStates } from './match.ts';
import { isMeant, NAME_REACH_KM } from './names/meant.ts';
import type { NameTest } from './names/name-test.ts';
import { type NearestContext, nearestOnly } from './nearest.ts';
import { organizationsAsked } from './organizations.ts';
import type { NameQuery, NearQuery, SearchResult } from './query.ts';
import { nameKeyOfRow } from './row-keys.ts';
import type { Session } from './session.ts';
import { withAlternatives } from './short-page.ts';
import { sortedRows } from './sorted-rows.ts';
import { centersPassing, keysOfRows, ownNames } from './tested-names.ts';

// The search by name, which the locator imports on the first such search.

/** Keys of the centers whose names match this text. */
export async function keysNamed(name: string, session: Session): Promise<KeySet> {
  return keysOf(await centersNamed(name, session.head, session));
}

/** Keys of the centers whose own name passes a test. */
export async function keysPassing(test: NameTest, session: Session): Promise<KeySet> {
  return keysOfRows(await centersPassing(test, session, ownNames));
}

/** A page of the centers whose names match this text, with the changes that would find more. */
export function namedPage(query: NameQuery, session: Session, now: number): Promise<Answer> {
  const { head } = session;
  const page = async (asked: NameQuery): Promise<SearchResult> => {
    const [named, organization] = await Promise.all([
      centersNamed(asked.name, head, session),
      organizationsAsked(asked.filter, session),
    ]);
    const filter = compileFilter(asked.filter, now);
    const isName = asked.perhapsName == null || isMeant(scoresOf(named), head.centers);
    const all = isName ? named.filter(({ key }) => organization?.has(key) ?? true) : [];
    const sortKeys = new Map(all.map(({ key, sortKey }) => [idOfWhereKey(key), sortKey]));
    // If no filter can exclude a center with this name, one page of results plus one center is enough.
    const narrowed = filter.offeringLevel || filter.states !== null;
    const needed = narrowed ? all : sortedNames(all, asked.after ?? '').slice(0, asked.limit + 1);
    return sortedRows(
      await centersAt(keysOf(needed), head, session, ({ entry }) => reachesStates(entry, filter)),
      (row) => sortKeys.get(row[packed.id]) ?? nameKeyOfRow(row),
      asked,
      filter,
    );
  };
  return withAlternatives(query, page);
}

/** A page of the centers whose own name passes the test. The name of the organization does not count. */
export async function passingPage(
  test: NameTest,
  query: Pick<NameQuery, 'filter' | 'limit' | 'withUnknown'>,
  session: Session,
  now: number,
): Promise<SearchResult> {
  const { organization } = query.filter;
  const rows = (await centersPassing(test, session, ownNames)).filter(
    (row) => organization?.includes(row[packed.organization]) ?? true,
  );
  return sortedRows(rows, nameKeyOfRow, query, compileFilter(query.filter, now));
}

/**
 * Looks for centers whose name is in the words that were not understood. Null if there are none.
 * @param hasMatch True if one of these centers also matches the rest of the search. Otherwise the words are not used,
 * because a name must not leave the results empty.
 */
export async function nameMeant(
  perhapsName: string,
  session: Session,
  hasMatch: (only: KeySet) => Promise<boolean>,
): Promise<KeySet | null> {
  try {
    const named = await centersNamed(perhapsName, session.head, session);
    const keys = keysOf(named);
    return isMeant(scoresOf(named), session.head.centers) && (await hasMatch(keys)) ? keys : null;
  } catch (error) {
    // The words are in too many names to identify a center.
    if (error instanceof TooBroadError) return null;
    throw error;
  }
}

/** Like nameMeant, for a search from a point: a center with this name must be near the point. */
export function nameMeantNear(
  perhapsName: string,
  query: NearQuery,
  session: Session,
  context: NearestContext,
): Promise<KeySet | null> {
  const withinKm = Math.min(query.withinKm ?? Infinity, NAME_REACH_KM);
  const first = { ...query, withinKm, limit: 1, after: null };
  return nameMeant(perhapsName, session, async (only) => {
    return (await nearestOnly(first, { ...context, only })).matches.length > 0;
  });
}

const scoresOf = (named: readonly Named[]): readonly number[] => named.map(({ score }) => score);

function sortedNames(named: readonly Named[], after: string): Named[] {
  return named.filter(({ sortKey }) => sortKey > after).sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
}
