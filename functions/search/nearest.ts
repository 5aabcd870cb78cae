import { type ContentReader, read } from '../dataset/read/content-reader.ts';
import { type KeySet, keyedEntries } from '../dataset/read/key-range.ts';
import { MOST_PAGES, TooBroadError } from '../dataset/read/too-broad.ts';
import type { Summary } from '../dataset/summary.ts';
import { geohashBox } from '../geo/geohash.ts';
import { assertPoint } from '../geo/point.ts';
import { type CompiledFilter, compileFilter } from './filter.ts';
import { doubtOf, matchOfRow, type Wanted } from './match.ts';
import { type CellQuery, type Match, type NearQuery, type SearchResult, wantedBy } from './query.ts';
import { fromPoint, fromRegion, type Reach } from './reach.ts';
import { isOfLevelsAlone } from './spot-matches.ts';
import { MOST_UNKNOWN, noneUnknown, type Unknown, unknownOf } from './unknown.ts';
import { type Found, Walk } from './walk.ts';

/** The dataset and the current time, which a nearest search needs. */
export interface NearestContext {
  readonly reader: ContentReader;
  /** Hash of the root of the index "where". */
  readonly root: string;
  readonly summary: Summary;
  /** Search only these centers, because an organization or a name was requested; null means all. */
  readonly only: KeySet | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Finds exactly the nearest wanted centers: nearest first, centers at the same distance by id.
 * @throws TooBroadError if more than {@link MOST_PAGES} pages would have to be read.
 */
export async function nearest(query: NearQuery, context: NearestContext): Promise<SearchResult> {
  assertPoint(query.origin);
  const filter = compileFilter(query.filter, context.now);
  const doubt = await startDoubt(query, filter, fromPoint(query.origin), context);
  // In parallel, so that both share round trips.
  const [found] = await Promise.all([nearestMatches(query, filter, context), doubt.begin()]);
  return { ...found, unknown: await doubt.finish() };
}

/** Like nearest, without counting the centers in doubt. */
export async function nearestOnly(query: NearQuery, context: NearestContext): Promise<Omit<SearchResult, 'unknown'>> {
  return nearestMatches(query, compileFilter(query.filter, context.now), context);
}

async function nearestMatches(
  query: NearQuery,
  filter: CompiledFilter,
  context: NearestContext,
): Promise<Omit<SearchResult, 'unknown'>> {
  const walk = await startWalk(query, filter, fromPoint(query.origin), context, { wanted: wantedBy(query) });
  await run(walk, query.limit);
  const more = walk.found.length > query.limit || (walk.found.length === query.limit && (await hasNext(walk)));
  return { matches: walk.found.slice(0, query.limit).map((found) => matchOf(found, walk)), more };
}

/** Parses the match's row and finds its matching offerings. */
function matchOf({ page, at, distanceKm, farthestKm }: Found, { context }: Walk): Match & Pick<Found, 'distanceKm'> {
  return { ...matchOfRow(page.rowAt(at), context.filter), distanceKm, farthestKm };
}

/** True if another match follows those found. Usually the index, or a page that was already read, can tell. */
async function hasNext(walk: Walk): Promise<boolean> {
  const known = walk.hasMore();
  if (known !== null) return known;
  const soFar = walk.found.length;
  try {
    await run(walk, soFar + 1);
  } catch (error) {
    // The page of results is full and final. Report more, because we stopped before proving that nothing follows.
    if (error instanceof TooBroadError) return true;
    throw error;
  }
  return walk.found.length > soFar;
}

/**
 * Every center that is among the nearest `limit` for some point of the cell, ordered by smallest possible distance. The
 * answer for any single point of the cell is a subset. A center is left out only if `limit` matches are certainly
 * nearer: if its smallest possible distance exceeds the `limit`-th smallest of the matches' largest possible distances.
 * @throws TooBroadError
 */
export async function nearestToCell(query: CellQuery, context: NearestContext): Promise<SearchResult> {
  const reach = fromRegion(geohashBox(query.cell));
  const filter = compileFilter(query.filter, context.now);
  const walk = await startWalk(query, filter, reach, context, { wanted: wantedBy(query) });
  const doubt = await startDoubt(query, filter, reach, context);
  await Promise.all([run(walk, query.limit), doubt.begin()]);
  const sure = walk.found.map(({ farthestKm }) => farthestKm).sort((a, b) => a - b);
  const horizonKm = sure[query.limit - 1] ?? Infinity;
  const matches = walk.found.filter(({ distanceKm }) => distanceKm <= horizonKm).map((found) => matchOf(found, walk));
  return { matches, more: false, unknown: await doubt.finish() };
}

/** Distances of matches, found by reading a limited number of pages. */
export interface Tally {
  /** Distances of the matches found, in ascending order; at most one more than `most`. */
  readonly foundKm: readonly number[];
  /**
   * All matches nearer than this are in `foundKm`, unless it has its maximum length. Infinity if the budget did not cut
   * the walk off.
   */
  readonly certainKm: number;
  /** Number of pages scanned. */
  readonly pages: number;
}

/**
 * Finds the distances of up to `most` + 1 matches. Reads at most `mostPages` pages, and no page whose distances the
 * index already has.
 */
export async function tally(
  query: Pick<NearQuery, 'withinKm' | 'filter' | 'withUnknown'>,
  reach: Reach,
  most: number,
  mostPages: number,
  context: NearestContext,
): Promise<Tally> {
  const how = { wanted: wantedBy(query), mostPages, partial: true, countOnly: true };
  const walk = await startWalk(query, compileFilter(query.filter, context.now), reach, context, how);
  await run(walk, most + 1);
  return { foundKm: walk.foundKm.slice(0, most + 1), certainKm: walk.certainKm, pages: walk.pages };
}

/** Counts the centers in doubt, up to the fifty nearest, while the search looks for those that match. */
interface DoubtCount {
  /** Reads the pages that are likely to be enough. */
  begin(): Promise<void>;
  /** Reads more if needed, as far as the rest of the request's budget allows. */
  finish(): Promise<Unknown>;
}

const nothingInDoubt: DoubtCount = { begin: async () => {}, finish: async () => noneUnknown };

async function startDoubt(
  query: Pick<NearQuery, 'withinKm' | 'countUnknown'>,
  filter: CompiledFilter,
  reach: Reach,
  context: NearestContext,
): Promise<DoubtCount> {
  if (!filter.offeringLevel || query.countUnknown === false) return nothingInDoubt;
  // The index holds the positions and levels of centers (dataset/spots.ts), so a search for levels alone is counted
  // without reading pages, and only the level can be unknown.
  const levelsAlone = context.only === null && isOfLevelsAlone(filter);
  const walk = await startWalk({ withinKm: query.withinKm }, filter, reach, context, {
    wanted: 'unknown',
    ...FIRST_READ,
    partial: true,
    countOnly: levelsAlone,
  });
  return {
    begin: () => run(walk, MOST_UNKNOWN + 1, LEFT_TO_SEARCH),
    finish: async () => {
      if (walk.certainKm < Infinity) {
        walk.mostPages = Math.min(MOST_PAGES, walk.pages + Math.floor((context.reader.left - ITEMS_KEPT_FREE) / 2));
        walk.mostNodes = Infinity;
        await run(walk, MOST_UNKNOWN + 1);
      }
      const asks = levelsAlone
        ? walk.foundKm.map(() => ['level' as const])
        : walk.found.slice(0, MOST_UNKNOWN + 1).map(({ page, at }) => doubtOf(page.rowAt(at), filter).ask);
      return unknownOf(asks, walk.certainKm < Infinity);
    },
  };
}

/** Pages and nodes that may be read to count the centers in doubt while the search itself still runs. */
const FIRST_READ = { mostPages: 20, mostNodes: 10 };
/** Budget below which only the search itself goes on, so that counting the centers in doubt cannot make it fail. */
const LEFT_TO_SEARCH = 250;
/** Items of the request's budget that are reserved for alternatives. */
const ITEMS_KEPT_FREE = 60;

type Bounds = Pick<NearQuery, 'withinKm' | 'after'>;

interface How {
  readonly wanted: Wanted;
  readonly mostPages?: number;
  readonly mostNodes?: number;
  readonly partial?: boolean;
  readonly countOnly?: boolean;
}

async function startWalk(
  query: Bounds,
  filter: CompiledFilter,
  reach: Reach,
  context: NearestContext,
  { wanted, mostPages = MOST_PAGES, mostNodes = Infinity, partial = false, countOnly = false }: How,
): Promise<Walk> {
  const { reader, summary, only } = context;
  const radiusKm = query.withinKm ?? Infinity;
  const top = keyedEntries(await read(reader, context.root, 'node'), null);
  const after = query.after ?? null;
  const walked = { reader, reach, filter, wanted, summary, only, radiusKm, after, partial, countOnly };
  return new Walk(walked, { mostPages, mostNodes }, top);
}

/**
 * Walks until the first `wanted` matches are final. A partial walk may stop earlier.
 * @param keepFree Items of the request's budget that a partial walk must leave.
 */
async function run(walk: Walk, wanted: number, keepFree = 1): Promise<void> {
  const { reader, partial } = walk.context;
  for (;;) {
    const hashes = walk.advance(wanted);
    if (hashes.length === 0) return;
    if (partial && hashes.length > reader.left - keepFree) {
      walk.cutOff();
      return;
    }
    try {
      await reader.fetch(hashes);
    } catch (error) {
      if (!(error instanceof TooBroadError) || !partial) throw error;
      walk.cutOff();
      return;
    }
  }
}
