import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import { isWanted, judge } from '../search/match.ts';
import { shortestChains } from '../search/paths/chains.ts';
import {
  changesOf,
  filtersOf,
  type Path,
  type PathQuery,
  type PathsAnswer,
  pathOf,
  wantedBy,
} from '../search/paths/path.ts';

/**
 * Finds the same paths as search/paths/paths.ts, from all rows in memory.
 * @param now Milliseconds since 1970: decides what is stale.
 */
export function pathsByScan(query: PathQuery, rows: readonly PackedCenter[], now: number): PathsAnswer {
  const paths = pathsOf(query, rows, now);
  const shortestKm = paths[0]?.km ?? Infinity;
  const alternatives = changesOf(query).flatMap(({ field, changed }) => {
    const [shortest] = pathsOf(changed, rows, now);
    return shortest !== undefined && shortest.km < shortestKm ? [{ field, km: shortest.km }] : [];
  });
  return { paths, alternatives };
}

function pathsOf(query: PathQuery, rows: readonly PackedCenter[], now: number): Path[] {
  const [filters, wanted] = [filtersOf(query, now), wantedBy(query)];
  const lists = filters.map((filter) =>
    rows
      .filter((row) => isWanted(judge(row, filter, wanted), wanted))
      .map((row) => ({ point: { lat: row[packed.lat], lng: row[packed.lng] }, id: row[packed.id], row })),
  );
  const chains = shortestChains(query.origin, lists, query.limit);
  return chains.map((chain) => pathOf(chain, query.levels, filters, wanted));
}
