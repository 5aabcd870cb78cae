import type { PackedCenter } from '../dataset/packed-center.ts';
import type { CompiledFilter } from './filter.ts';
import { doubtOf, judge, matchOfRow } from './match.ts';
import { type Match, type SearchResult, wantedBy } from './query.ts';
import { unknownOf } from './unknown.ts';

/**
 * Sorts rows in memory by their keys, and returns one page of results. Only for few rows.
 * @param rows All rows of the search. If none can be in doubt, those after the cursor are enough.
 */
export function sortedRows(
  rows: readonly PackedCenter[],
  keyOf: (row: PackedCenter) => string,
  query: { readonly limit: number; readonly after?: string | null; readonly withUnknown?: boolean },
  filter: CompiledFilter,
): SearchResult {
  const after = query.after ?? '';
  const judged = rows
    .map((row) => ({ row, key: keyOf(row), verdict: judge(row, filter) }))
    .filter(({ verdict }) => verdict !== 'no')
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const unknown = judged.filter(({ verdict }) => verdict === 'unknown');
  const wanted = wantedBy(query) === 'any' ? judged : judged.filter(({ verdict }) => verdict !== 'unknown');
  const ahead = wanted.filter(({ key }) => key > after);
  const matches = ahead
    .slice(0, query.limit)
    .map(({ row, key }): Match => ({ ...matchOfRow(row, filter), distanceKm: null, farthestKm: null, key }));
  return {
    matches,
    more: ahead.length > query.limit,
    unknown: unknownOf(
      unknown.map(({ row }) => doubtOf(row, filter).ask),
      false,
    ),
  };
}
