import { read } from '../../dataset/read/content-reader.ts';
import { type KeyedEntry, keyedEntries } from '../../dataset/read/key-range.ts';
import { TooBroadError } from '../../dataset/read/too-broad.ts';
import { assertPoint } from '../../geo/point.ts';
import type { NearestContext } from '../nearest.ts';
import type { Chain } from './chains.ts';
import {
  changesOf,
  filtersOf,
  type Path,
  type PathAlternative,
  type PathQuery,
  type PathsAnswer,
  pathOf,
  wantedBy,
} from './path.ts';
import { listOf, type Persons, personsAsked } from './person.ts';
import { type KnownStop, Stops } from './stops.ts';
import { chainsForOne } from './together.ts';

type PathContext = Pick<NearestContext, 'reader' | 'root' | 'now'>;

/**
 * Exactly the shortest paths from an origin through one center of each level, shortest first; paths of equal length in
 * the order of their centers' ids. A center with two of the levels may be two stops, 0 km apart. All centers of a path
 * accept one and the same kind of person, as far as the listings say.
 *
 * A center that is farther from the origin than a known path is long cannot be on a shorter path. So only index entries
 * within that distance are opened. The index has every center's point and levels: paths are planned with these, and
 * pages are read only for the stops of the shortest plans, to check payer and person. A page can only rule stops out,
 * which makes plans longer. So the shortest plans are final once all their stops are confirmed.
 * @throws TooBroadError if that would exceed the limits of one request.
 */
export async function shortestPaths(query: PathQuery, context: PathContext): Promise<PathsAnswer> {
  assertPoint(query.origin);
  const paths = await pathsOf(query, context);
  return { paths, alternatives: await alternativesOf(query, paths, context) };
}

async function pathsOf(query: PathQuery, context: PathContext, limitKm = Infinity): Promise<Path[]> {
  const filters = filtersOf(query, context.now);
  const wanted = wantedBy(query);
  const top = keyedEntries(await read(context.reader, context.root, 'node'), null);
  const stops = new Stops(query.origin, filters, wanted, context.reader, top);
  const chains = await confirmedChains(query, stops, limitKm);
  return chains.map((chain) => pathOf(chain, query, filters, (stop, level) => stops.acceptedAt(stop, level)));
}

/** Number of entries opened in the first round trip. Later round trips may open more. */
const FIRST_OPENED = 4;

async function confirmedChains(query: PathQuery, stops: Stops, limitKm: number): Promise<readonly Chain<KnownStop>[]> {
  const { origin, limit } = query;
  const asked = personsAsked(query);
  const acceptedAt = (stop: KnownStop, level: number) => stops.acceptedAt(stop, level);
  let opened = FIRST_OPENED;
  for (;;) {
    const chains = chainsForOne(origin, stops.lists, asked, acceptedAt, limit, limitKm);
    const unopened = entriesToOpen(stops, chains, asked, limit, limitKm);
    if (unopened.length > 0) {
      await stops.open(unopened.slice(0, opened));
      opened += unopened.length;
      continue;
    }
    const pages = new Set(chains.flatMap((chain) => chain.stops.flatMap(({ page }) => (page === null ? [] : [page]))));
    if (pages.size === 0) return chains;
    await stops.read([...pages]);
  }
}

/**
 * Entries to open next, nearest first: those that may contain a stop of a chain that is shorter than the known ones, or
 * of a missing chain.
 */
function entriesToOpen(
  stops: Stops,
  chains: readonly Chain<KnownStop>[],
  asked: Persons,
  limit: number,
  limitKm: number,
): readonly KeyedEntry[] {
  const longest = chains[limit - 1]?.km;
  if (longest !== undefined) return stops.unopenedWithin(longest);
  const without = levelsBelow(1, stops);
  if (without.length > 0) return stops.nearestHolding(without, limitKm);
  // Not enough chains are known, so their length is not limited yet: open only the nearest entry with another stop.
  const nearest = stops.nearestHolding(levelsBelow(limit, stops), limitKm);
  if (nearest.length > 0) return nearest;
  const forEach = listOf(asked).flatMap(([person]) => entriesFor(person, stops, limit, limitKm));
  return [...new Set(forEach)];
}

/** Entries that may contain the stops that are missing for this person's chains. */
function entriesFor(person: number, stops: Stops, limit: number, limitKm: number): readonly KeyedEntry[] {
  const counts = stops.countsFor(person);
  const below = (most: number) => counts.flatMap((count, level) => (count < most ? [level] : []));
  const without = below(1);
  if (without.length > 0) {
    const first = without.map((level) => stops.nearestHolding([level], limitKm, person));
    // If there is no center for one of the levels, there is no chain for this person.
    return first.some((entries) => entries.length === 0) ? [] : first.flat();
  }
  const few = stops.nearestHolding(below(limit), limitKm, person);
  // If enough stops are known, chains are missing only because the known ones are longer than the limit.
  return few.length > 0 || limitKm === Infinity ? few : stops.unopenedFor(person, limitKm);
}

/** Positions of the levels for which fewer than `most` stops are known. */
const levelsBelow = (most: number, { lists }: Stops): number[] =>
  lists.flatMap(({ length }, level) => (length < most ? [level] : []));

/**
 * For each single change: the length of the shortest path with it, if that is shorter. Skips changes that would exceed
 * the request's budget.
 */
async function alternativesOf(
  query: PathQuery,
  paths: readonly Path[],
  context: PathContext,
): Promise<PathAlternative[]> {
  const limitKm = paths[0]?.km ?? Infinity;
  const found: PathAlternative[] = [];
  for (const { field, changed } of changesOf(query)) {
    const [shortest] = await pathsOrNone(changed, context, limitKm);
    if (shortest !== undefined && shortest.km < limitKm) found.push({ field, km: shortest.km });
  }
  return found;
}

async function pathsOrNone(query: PathQuery, context: PathContext, limitKm: number): Promise<Path[]> {
  try {
    return await pathsOf(query, context, limitKm);
  } catch (error) {
    if (error instanceof TooBroadError) return [];
    throw error;
  }
}
