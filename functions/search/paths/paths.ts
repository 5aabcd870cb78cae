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
 * Exactly the shortest paths from an origin through one center of each level, shortest first, paths of equal length in the
 * order of their centers' ids. A center with two of the levels may be two stops, 0 km apart. All centers of a path accept
 * one and the same person, as far as they say.
 *
 * No center of a path is farther from the origin than the path is long, so only entries of the index within the length of
 * the shortest known paths are looked into. They hold every center's point and levels: paths are planned by these, and
 * pages are read only for the stops of the shortest plans. A page may rule a stop out, which only makes plans longer; so
 * once all stops of the shortest plans are confirmed, nothing is shorter. Until then a stop may be for anybody.
 * @throws TooBroadError if more would have to be read than one request may.
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

/** Number of entries opened in the first round trip; each further trip may open as many as were opened before. */
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

/** Entries that may contain a stop of a shorter or missing chain; nearest first. */
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
  // The length of the missing chains is unknown, so only the nearest entry with another stop is opened.
  const nearest = stops.nearestHolding(levelsBelow(limit, stops), limitKm);
  if (nearest.length > 0) return nearest;
  const forEach = listOf(asked).flatMap(([person]) => entriesFor(person, stops, limit, limitKm));
  return [...new Set(forEach)];
}

/** Entries that may hold what is missing for more chains that are for one person. */
function entriesFor(person: number, stops: Stops, limit: number, limitKm: number): readonly KeyedEntry[] {
  const counts = stops.countsFor(person);
  const below = (most: number) => counts.flatMap((count, level) => (count < most ? [level] : []));
  const without = below(1);
  if (without.length > 0) {
    const first = without.map((level) => stops.nearestHolding([level], limitKm, person));
    // A level that nothing can fill leaves the person without any chain.
    return first.some((entries) => entries.length === 0) ? [] : first.flat();
  }
  const few = stops.nearestHolding(below(limit), limitKm, person);
  // With enough stops at each level, chains are missing only because those known are longer than the limit.
  return few.length > 0 || limitKm === Infinity ? few : stops.unopenedFor(person, limitKm);
}

/** Levels for which fewer than `most` stops are known. */
const levelsBelow = (most: number, { lists }: Stops): number[] =>
  lists.flatMap(({ length }, level) => (length < most ? [level] : []));

/** The savings of single changes, as far as the request's budget allows. */
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
