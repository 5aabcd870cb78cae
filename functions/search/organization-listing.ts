import { compileFilter } from './filter.ts';
import { judge } from './match.ts';
import { type PackedCenter, packed } from './packed-center.ts';
import { listingKeyOf } from './pointer.ts';
import type { Match, SearchResult, StateQuery } from './query.ts';

/** The listing of a state where only some organizations' centers are asked for: few enough to sort in memory. */
export function organizationListing(query: StateQuery, rows: readonly PackedCenter[], now: number): SearchResult {
  const filter = compileFilter(query.filter, now);
  const keyed = rows
    .filter((row) => row[packed.state] === query.state)
    .map((row) => ({ row, key: listingKeyOf(row[packed.state], row[packed.city], row[packed.name], row[packed.id]) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const matches: Match[] = [];
  let unknown = 0;
  for (const { row } of keyed) {
    if (matches.length === query.limit) break;
    const verdict = judge(row, filter);
    if (verdict === 'unknown') unknown += 1;
    else if (verdict !== 'no') matches.push({ row, offerings: verdict, distanceKm: null });
  }
  return { matches, unknown: { count: unknown, more: false } };
}
