import type { DirectoryNode } from './directory.ts';
import { expectedMatches } from './estimate.ts';
import { type CompiledFilter, compileFilter } from './filter.ts';
import { type KeyedEntry, keyedEntries } from './key-range.ts';
import { judge, mayBeUnknown, mayMatch } from './match.ts';
import { packed } from './packed-center.ts';
import { KEY_SEPARATOR } from './pointer.ts';
import { type Match, MOST_PAGES, type SearchResult, type StateQuery, TooBroadError } from './query.ts';
import { type ContentReader, read } from './reader.ts';
import type { Summary } from './summary.ts';

export interface ListingContext {
  readonly reader: ContentReader;
  /** Hash of the root of the order "listing". */
  readonly root: string;
  readonly summary: Summary;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The first centers of a state that match, by city, name and id: a walk along the listing order,
 * one round trip for as many pages as promise enough matches.
 * @throws TooBroadError when more than {@link MOST_PAGES} pages would have to be read.
 */
export async function listing(query: StateQuery, context: ListingContext): Promise<SearchResult> {
  const { reader, summary } = context;
  const filter = compileFilter(query.filter, context.now);
  const root = await read(reader, context.root, 'node');
  let ahead = relevant(root, null, query.state, filter);
  const matches: Match[] = [];
  let unknown = 0;
  let pages = 0;
  while (ahead.length > 0 && matches.length < query.limit) {
    const wanted = worthReading(ahead, query.limit - matches.length, filter, summary, reader);
    pages += wanted.length;
    if (pages > MOST_PAGES) throw new TooBroadError(`more than ${MOST_PAGES} pages to read`);
    if (wanted.length > 0) await reader.fetch(wanted);
    while (ahead.length > 0 && matches.length < query.limit) {
      const [next, ...rest] = ahead;
      const content = next === undefined ? undefined : reader.at(next.entry.hash);
      if (next === undefined || content === undefined) break;
      ahead = rest;
      if (content.kind === 'node') ahead = [...relevant(content, next.endKey, query.state, filter), ...rest];
      if (content.kind !== 'centers') continue;
      for (const row of content.rows) {
        if (matches.length === query.limit) break;
        if (row[packed.state] !== query.state) continue;
        const verdict = judge(row, filter);
        if (verdict === 'unknown') unknown += 1;
        else if (verdict !== 'no') matches.push({ row, offerings: verdict, distanceKm: null });
      }
    }
  }
  return { matches, unknown: { count: unknown, more: false } };
}

/** Children that hold centers of the state and may answer the filter, in order. */
function relevant(node: DirectoryNode, endKey: string | null, state: string, filter: CompiledFilter): KeyedEntry[] {
  const from = state + KEY_SEPARATOR;
  const to = state + String.fromCharCode(KEY_SEPARATOR.charCodeAt(0) + 1);
  return keyedEntries(node, endKey).filter(
    ({ entry, endKey: end }) =>
      entry.firstKey < to && (end === null || end > from) && (mayMatch(entry, filter) || mayBeUnknown(entry, filter)),
  );
}

/** The next entries in order that are not at hand, until they promise what is missing and one standard deviation. */
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
    if (promised >= missing + Math.sqrt(missing)) break;
    promised += expectedMatches(entry, filter, summary);
    if (reader.at(entry.hash) === undefined) wanted.push(entry.hash);
  }
  return wanted;
}
