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

/** What a nearest search works on. */
export interface NearestContext {
  readonly reader: ContentReader;
  /** Hash of the root of the index "where". */
  readonly root: string;
  readonly summary: Summary;
  /** Only these centers, where an organization or a name narrows the search; else null. */
  readonly only: KeySet | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The exact nearest centers that match, nearest first, equal distances by id.
 * @throws TooBroadError when more than {@link MOST_PAGES} pages would have to be read.
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

/** A match with its row, and the offerings that make it one. */
function matchOf({ page, at, distanceKm, farthestKm }: Found, { context }: Walk): Match & Pick<Found, 'distanceKm'> {
  const row = page.rowAt(at);
  const offerings = judge(row, context.filter);
  if (typeof offerings === 'string') throw new Error(`center "${row[packed.id]}" is not what its page says`);
  return { row, offerings, distanceKm, farthestKm };
}

/** Looks for one match beyond the last; mostly the directory tells, or it was read along with the others. */
async function hasNext(walk: Walk): Promise<boolean> {
  const known = walk.hasMore();
  if (known !== null) return known;
  const soFar = walk.found.length;
  try {
    await run(walk, soFar + 1);
  } catch (error) {
    // The page itself is final; that there may be another is all that could not be ruled out.
    if (error instanceof TooBroadError) return true;
    throw error;
  }
  return walk.found.length > soFar;
}

/**
 * Every center that can be among the nearest `limit` for some point of the cell, ordered by its least distance.
 * A center stays out only if `limit` matches are surely nearer: if its nearest possible distance is beyond the
 * `limit`-th smallest farthest possible distance. So whoever knows the point finds its exact answer in this one.
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

/** How far matches are. */
export interface Tally {
  /** Ascending; at most one more than was to be counted. */
  readonly foundKm: readonly number[];
  /** No match that is not in `foundKm` is nearer than this; infinite where they are all there, or enough. */
  readonly certainKm: number;
  /** Pages that were looked at. */
  readonly pages: number;
}

/** Finds how far up to `most` matches and one more are, reading at most `mostPages`; none where the directory tells. */
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

/** Walks until `wanted` matches are final. What `unknown.count` is likely to need comes along with the first read. */
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
