import type { IndexNode } from '../dataset/index-nodes.ts';
import { KEY_SEPARATOR } from '../dataset/keys.ts';
import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import { type ContentReader, read } from '../dataset/read/content-reader.ts';
import { type KeyedEntry, keyedEntries } from '../dataset/read/key-range.ts';
import { MOST_PAGES, TooBroadError } from '../dataset/read/too-broad.ts';
import type { Summary } from '../dataset/summary.ts';
import type { State } from '../domain/state.ts';
import { expectedMatches } from './estimate.ts';
import { type CompiledFilter, compileFilter } from './filter.ts';
import { doubtOf, isWanted, judge, matchOfRow, mayHold, type Wanted } from './match.ts';
import { type Match, type SearchResult, type StateQuery, wantedBy } from './query.ts';
import { listingKeyOfRow } from './row-keys.ts';
import { MOST_UNKNOWN, noneUnknown, unknownOf } from './unknown.ts';

export interface ListingContext {
  readonly reader: ContentReader;
  /** Hash of the root of the index "listing". */
  readonly root: string;
  readonly summary: Summary;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Maximum number of pages to read just to count the centers in doubt. */
const PAGES_FOR_UNKNOWN = 80;

/**
 * The next wanted centers of a state, by city, name and id. On every page of results, `unknown` counts all centers of
 * the state that are in doubt.
 * @throws TooBroadError if more than {@link MOST_PAGES} pages would have to be read.
 */
export async function listing(query: StateQuery, context: ListingContext): Promise<SearchResult> {
  const filter = compileFilter(query.filter, context.now);
  const { state } = query;
  const main = {
    state,
    after: query.after ?? null,
    limit: query.limit,
    wanted: wantedBy(query),
    mostPages: MOST_PAGES,
  };
  const [found, doubtful] = await Promise.all([
    scan({ ...main, partial: false }, filter, context),
    filter.offeringLevel && query.countUnknown !== false
      ? scan(
          { state, after: null, limit: MOST_UNKNOWN, wanted: 'unknown', mostPages: PAGES_FOR_UNKNOWN, partial: true },
          filter,
          context,
        )
      : null,
  ]);
  const unknown =
    doubtful === null
      ? noneUnknown
      : unknownOf(
          doubtful.rows.map((row) => doubtOf(row, filter).ask),
          doubtful.more,
        );
  const matches = found.rows.map((row): Match => ({ ...matchOfRow(row, filter), distanceKm: null, farthestKm: null }));
  return { matches, more: found.more, unknown };
}

interface Scan {
  readonly state: State;
  readonly after: string | null;
  readonly limit: number;
  readonly wanted: Wanted;
  readonly mostPages: number;
  /** True to stop at `mostPages` with what was found so far, instead of throwing. */
  readonly partial: boolean;
}

/** Walks along the index "listing". Each round trip reads as many pages as are estimated to contain enough matches. */
async function scan(
  { state, after, limit, wanted, mostPages, partial }: Scan,
  filter: CompiledFilter,
  { reader, summary, root }: ListingContext,
): Promise<{ rows: readonly PackedCenter[]; more: boolean }> {
  const range: KeyRange = {
    after: after ?? '',
    from: after ?? state + KEY_SEPARATOR,
    to: state + String.fromCharCode(KEY_SEPARATOR.charCodeAt(0) + 1),
  };
  let ahead = relevant(await read(reader, root, 'node'), null, range, filter, wanted);
  const rows: PackedCenter[] = [];
  let pages = 0;
  while (ahead.length > 0) {
    const missing = limit - rows.length;
    const wantedPages = worthReading(ahead, missing, filter, summary, reader, wanted).slice(0, mostPages - pages);
    pages += wantedPages.length;
    const [first] = ahead;
    if (
      pages === mostPages &&
      wantedPages.length === 0 &&
      first !== undefined &&
      reader.at(first.entry.hash) === undefined
    ) {
      // The page of results is full and final. `more` is true because we stopped before proving that nothing follows.
      if (missing > 0 && !partial) throw new TooBroadError(`more than ${mostPages} pages to read`);
      return { rows, more: true };
    }
    if (wantedPages.length > 0) {
      if (partial && wantedPages.length >= reader.left) return { rows, more: true };
      await reader.fetch(wantedPages);
    }
    for (let [next] = ahead; next !== undefined; [next] = ahead) {
      const content = reader.at(next.entry.hash);
      if (content === undefined) break;
      ahead = ahead.slice(1);
      if (content.kind === 'node') ahead = [...relevant(content, next.endKey, range, filter, wanted), ...ahead];
      for (const row of content.kind === 'centers' ? content.rows : []) {
        if (row[packed.state] !== state || listingKeyOfRow(row) <= range.after) continue;
        if (!isWanted(judge(row, filter, wanted), wanted)) continue;
        if (rows.length === limit) return { rows, more: true };
        rows.push(row);
      }
    }
  }
  return { rows, more: false };
}

/** A range of keys: from <= key < to. Keys up to `after` (inclusive) were on earlier pages of results. */
interface KeyRange {
  readonly after: string;
  readonly from: string;
  readonly to: string;
}

/** Entries of a node, in order, that overlap the range and may contain a wanted center. */
function relevant(
  node: IndexNode,
  endKey: string | null,
  { from, to }: KeyRange,
  filter: CompiledFilter,
  wanted: Wanted,
): KeyedEntry[] {
  return keyedEntries(node, endKey).filter(
    ({ entry, endKey: end }) => entry.firstKey < to && (end === null || end > from) && mayHold(entry, filter, wanted),
  );
}

/**
 * The next entries to load, in order: as many as are estimated to contain the missing matches plus one standard
 * deviation.
 */
function worthReading(
  ahead: readonly KeyedEntry[],
  missing: number,
  filter: CompiledFilter,
  summary: Summary,
  reader: ContentReader,
  wanted: Wanted,
): string[] {
  const hashes: string[] = [];
  let promised = 0;
  for (const { entry } of ahead) {
    if (hashes.length > 0 && promised >= missing + Math.sqrt(missing)) break;
    promised += expectedMatches(entry, filter, summary, wanted);
    if (reader.at(entry.hash) === undefined) hashes.push(entry.hash);
  }
  return hashes;
}
