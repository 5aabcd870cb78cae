import type { DirectoryNode } from '../dataset/directory.ts';
import { KEY_SEPARATOR, listingKeyOf } from '../dataset/keys.ts';
import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import { type ContentReader, read } from '../dataset/read/content-reader.ts';
import { type KeyedEntry, keyedEntries } from '../dataset/read/key-range.ts';
import { MOST_PAGES, TooBroadError } from '../dataset/read/too-broad.ts';
import type { Summary } from '../dataset/summary.ts';
import { expectedMatches } from './estimate.ts';
import { type CompiledFilter, compileFilter } from './filter.ts';
import { judge, mayBeUnknown, mayMatch } from './match.ts';
import type { Match, SearchResult, StateQuery } from './query.ts';

export interface ListingContext {
  readonly reader: ContentReader;
  /** Hash of the root of the index "listing". */
  readonly root: string;
  readonly summary: Summary;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Key of a row in the index "listing". */
export function listingKeyOfRow(row: PackedCenter): string {
  return listingKeyOf(row[packed.state], row[packed.city], row[packed.name], row[packed.id]);
}

/**
 * The next matching centers of a state, by city, name and id. Walks along the index "listing"; each round trip reads
 * as many pages as are expected to hold enough matches. `unknown` counts centers in the same range.
 * @throws TooBroadError when more than {@link MOST_PAGES} pages would have to be read.
 */
export async function listing(query: StateQuery, context: ListingContext): Promise<SearchResult> {
  const { reader, summary } = context;
  const filter = compileFilter(query.filter, context.now);
  const range: KeyRange = {
    after: query.after ?? '',
    from: query.after ?? query.state + KEY_SEPARATOR,
    to: query.state + String.fromCharCode(KEY_SEPARATOR.charCodeAt(0) + 1),
  };
  let ahead = relevant(await read(reader, context.root, 'node'), null, range, filter);
  const matches: Match[] = [];
  let [unknown, pages, more] = [0, 0, false];
  while (ahead.length > 0 && !more) {
    const missing = query.limit - matches.length;
    const wanted = worthReading(ahead, missing, filter, summary, reader).slice(0, MOST_PAGES - pages);
    pages += wanted.length;
    const [next] = ahead;
    if (pages === MOST_PAGES && wanted.length === 0 && next !== undefined && reader.at(next.entry.hash) === undefined) {
      // The page is full and final. more=true because we stopped before proving otherwise.
      if (missing > 0) throw new TooBroadError(`more than ${MOST_PAGES} pages to read`);
      more = true;
      break;
    }
    if (wanted.length > 0) await reader.fetch(wanted);
    for (let [next] = ahead; next !== undefined && !more; [next] = ahead) {
      const content = reader.at(next.entry.hash);
      if (content === undefined) break;
      ahead = ahead.slice(1);
      if (content.kind === 'node') ahead = [...relevant(content, next.endKey, range, filter), ...ahead];
      for (const row of content.kind === 'centers' ? content.rows : []) {
        if (row[packed.state] !== query.state || listingKeyOfRow(row) <= range.after) continue;
        const verdict = judge(row, filter);
        if (verdict === 'no') continue;
        const full = matches.length === query.limit;
        if (verdict === 'unknown') unknown += full ? 0 : 1;
        else if (full) more = true;
        else matches.push({ row, offerings: verdict, distanceKm: null, farthestKm: null });
      }
    }
  }
  return { matches, more, unknown: { count: unknown, more: false } };
}

/** Keys with from <= key < to. Keys up to and including `after` were on earlier pages of results. */
interface KeyRange {
  readonly after: string;
  readonly from: string;
  readonly to: string;
}

/** Children whose range overlaps and that may contain a match or an unknown, in order. */
function relevant(
  node: DirectoryNode,
  endKey: string | null,
  { from, to }: KeyRange,
  filter: CompiledFilter,
): KeyedEntry[] {
  return keyedEntries(node, endKey).filter(
    ({ entry, endKey: end }) =>
      entry.firstKey < to && (end === null || end > from) && (mayMatch(entry, filter) || mayBeUnknown(entry, filter)),
  );
}

/** The next unloaded entries, in order, until expected matches cover the missing ones plus one standard deviation. */
function worthReading(
  ahead: readonly KeyedEntry[],
  missing: number,
  filter: CompiledFilter,
  summary: Summary,
  reader: ContentReader,
): string[] {
  const wanted: string[] = [];
  let promised = 0;
  for (const { entry } of ahead) {
    if (wanted.length > 0 && promised >= missing + Math.sqrt(missing)) break;
    promised += expectedMatches(entry, filter, summary);
    if (reader.at(entry.hash) === undefined) wanted.push(entry.hash);
  }
  return wanted;
}
