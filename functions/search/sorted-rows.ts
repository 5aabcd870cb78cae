import type { PackedCenter } from '../dataset/packed-center.ts';
import type { CompiledFilter } from './filter.ts';
import { judge } from './match.ts';
import type { Match, SearchResult } from './query.ts';

/** Rows that are few enough to sort in memory, as a page of results in the order of their keys. */
export function sortedRows(
  rows: readonly PackedCenter[],
  keyOf: (row: PackedCenter) => string,
  query: { readonly limit: number; readonly after?: string | null },
  filter: CompiledFilter,
): SearchResult {
  const after = query.after ?? '';
  const keyed = rows
    .map((row) => ({ row, key: keyOf(row) }))
    .filter(({ key }) => key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const matches: Match[] = [];
  let unknown = 0;
  for (const { row } of keyed) {
    const verdict = judge(row, filter);
    if (verdict === 'no') continue;
    if (matches.length === query.limit) {
      if (verdict !== 'unknown') return { matches, more: true, unknown: { count: unknown, more: false } };
    } else if (verdict === 'unknown') unknown += 1;
    else matches.push({ row, offerings: verdict, distanceKm: null, farthestKm: null });
  }
  return { matches, more: false, unknown: { count: unknown, more: false } };
}
