import { packed } from '../dataset/packed-center.ts';
import { type ContentReader, read } from '../dataset/read/content-reader.ts';
import { type KeySet, keyedEntries } from '../dataset/read/key-range.ts';
import { MOST_PAGES, TooBroadError } from '../dataset/read/too-broad.ts';
import type { Summary } from '../dataset/summary.ts';
import { geohashBox } from '../geo/geohash.ts';
import { assertPoint } from '../geo/point.ts';
import { compileFilter } from './filter.ts';
import { judge } from './match.ts';
import type { CellQuery, Match, NearQuery, SearchResult } from './query.ts';
import { fromPoint, fromRegion, type Reach } from './reach.ts';
import { countUnread, UNKNOWN_PAGES, unreadUnknown } from './unknown.ts';
import { type Found, Walk } from './walk.ts';

/** The dataset and the limits of a nearest search. */
export interface NearestContext {
  readonly reader: ContentReader;
  /** Hash of the root of the index "where". */
  readonly root: string;
  readonly summary: Summary;
  /** Only these centers, if an organization or a name narrows the search; null means all. */
  readonly only: KeySet | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Exactly the nearest matching centers, nearest first; equal distances by id.
 * @throws TooBroadError if more than {@link MOST_PAGES} pages would have to be read.
 */
export async function nearest(query: NearQuery, context: NearestContext): Promise<SearchResult> {
  assertPoint(query.origin);
  const walk = await startWalk(query, fromPoint(query.origin), context);
  await run(walk, query.limit);
  const more = walk.found.length > query.limit || (walk.found.length === query.limit && (await hasNext(walk)));
  const matches = walk.found.slice(0, query.limit).map((found) => matchOf(found, walk));
  const horizonKm = query.withinKm ?? matches.at(-1)?.distanceKm ?? -1;
  return { matches, more, unknown: await countUnknown(walk, horizonKm) };
}

/** The match with its row and its matching offerings. */
function matchOf({ page, at, distanceKm, farthestKm }: Found, { context }: Walk): Match & Pick<Found, 'distanceKm'> {
  const row = page.rowAt(at);
  const offerings = judge(row, context.filter);
  if (typeof offerings === 'string') throw new Error(`center "${row[packed.id]}" is not what its page says`);
  return { row, offerings, distanceKm, farthestKm };
}

/** True if a match follows the last one. Usually the directory or a page that was read already can tell. */
async function hasNext(walk: Walk): Promise<boolean> {
  const known = walk.hasMore();
  if (known !== null) return known;
  const soFar = walk.found.length;
  try {
    await run(walk, soFar + 1);
  } catch (error) {
    // The page is full and final. more=true because we stopped before proving otherwise.
    if (error instanceof TooBroadError) return true;
    throw error;
  }
  return walk.found.length > soFar;
}

/**
 * Every center that can be among the nearest `limit` for some point of the cell, ordered by least possible distance.
 * A center is left out only if `limit` matches are certainly nearer: if its least possible distance exceeds the
 * `limit`-th smallest of the matches' greatest possible distances. The answer for any point of the cell is a subset.
 * @throws TooBroadError
 */
export async function nearestToCell(query: CellQuery, context: NearestContext): Promise<SearchResult> {
  const walk = await startWalk(query, fromRegion(geohashBox(query.cell)), context);
  await run(walk, query.limit);
  const sure = walk.found.map(({ farthestKm }) => farthestKm).sort((a, b) => a - b);
  const horizonKm = sure[query.limit - 1] ?? Infinity;
  const matches = walk.found.filter(({ distanceKm }) => distanceKm <= horizonKm).map((found) => matchOf(found, walk));
  const unknownKm = query.withinKm ?? matches.at(-1)?.distanceKm ?? -1;
  return { matches, more: false, unknown: await countUnknown(walk, unknownKm) };
}

/** Distances of matches, counted within a budget of pages. */
export interface Tally {
  /** Ascending; at most one more than `most`. */
  readonly foundKm: readonly number[];
  /** No match missing from `foundKm` is nearer than this; Infinity if the walk was not cut off by its budget. */
  readonly certainKm: number;
  /** Number of pages scanned. */
  readonly pages: number;
}

/**
 * Finds the distances of up to `most` + 1 matches. Reads at most `mostPages` pages, and no page whose distances the
 * directory already has.
 */
export async function tally(
  query: Pick<NearQuery, 'withinKm' | 'filter'>,
  reach: Reach,
  most: number,
  mostPages: number,
  context: NearestContext,
): Promise<Tally> {
  const walk = await startWalk(query, reach, context, { mostPages, partial: true, countOnly: true });
  await run(walk, most + 1, false);
  return { foundKm: walk.foundKm.slice(0, most + 1), certainKm: walk.certainKm, pages: walk.pages };
}

type Narrowing = Pick<NearQuery, 'filter' | 'withinKm' | 'after'>;

async function startWalk(
  query: Narrowing,
  reach: Reach,
  context: NearestContext,
  how = { mostPages: MOST_PAGES, partial: false, countOnly: false },
): Promise<Walk> {
  const { reader, summary, only } = context;
  const filter = compileFilter(query.filter, context.now);
  const radiusKm = query.withinKm ?? Infinity;
  const top = keyedEntries(await read(reader, context.root, 'node'), null);
  return new Walk({ reader, reach, filter, summary, only, radiusKm, after: query.after ?? null, ...how }, top);
}

/** Walks until `wanted` matches are final. The first read also fetches pages that `unknown.count` will likely need. */
async function run(walk: Walk, wanted: number, withUnknown = true): Promise<void> {
  const { reader, filter } = walk.context;
  for (let first = true; ; first = false) {
    const hashes = walk.advance(wanted);
    if (hashes.length === 0) return;
    const along = first && withUnknown && filter.levelMask !== 0 ? likelyUnknown(walk) : [];
    walk.readForUnknown += along.length;
    try {
      await reader.fetch([...new Set([...hashes, ...along])]);
    } catch (error) {
      if (!(error instanceof TooBroadError) || !walk.context.partial) throw error;
      walk.cutOff();
      return;
    }
  }
}

function likelyUnknown(walk: Walk): string[] {
  const { radiusKm } = walk.context;
  const horizonKm = radiusKm < Infinity ? radiusKm : walk.plannedKm;
  const { unread } = unreadUnknown(walk.unfinished(horizonKm), horizonKm, walk.context);
  return unread.slice(0, UNKNOWN_PAGES - walk.readForUnknown).map(({ entry }) => entry.hash);
}

async function countUnknown(walk: Walk, horizonKm: number): Promise<SearchResult['unknown']> {
  if (walk.context.filter.levelMask === 0) return { count: 0, more: false };
  const budget = UNKNOWN_PAGES - walk.readForUnknown;
  const { count, more } = await countUnread(walk.unfinished(horizonKm), horizonKm, walk.context, budget);
  return { count: count + walk.unknownKm.filter((km) => km <= horizonKm).length, more };
}
