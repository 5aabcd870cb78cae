import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import { isWanted, judge } from '../search/match.ts';
import type { Stop } from '../search/paths/chains.ts';
import {
  changesOf,
  filtersOf,
  type Path,
  type PathQuery,
  type PathsAnswer,
  pathOf,
  wantedBy,
} from '../search/paths/path.ts';
import { type Persons, personsAsked, personsOf } from '../search/paths/person.ts';
import { chainsForOne } from '../search/paths/together.ts';

/**
 * Finds paths through levels of care in the rows in memory. Gives the same paths as search/paths/paths.ts.
 * @param now Milliseconds since 1970: decides which confirmations are stale.
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

interface ScannedStop extends Stop {
  readonly row: PackedCenter;
}

function pathsOf(query: PathQuery, rows: readonly PackedCenter[], now: number): Path[] {
  const [filters, wanted] = [filtersOf(query, now), wantedBy(query)];
  const lists = filters.map(({ any }) =>
    rows
      .filter((row) => isWanted(judge(row, any, wanted), wanted))
      .map((row): ScannedStop => ({ point: { lat: row[packed.lat], lng: row[packed.lng] }, id: row[packed.id], row })),
  );
  const accepted = new WeakMap<ScannedStop, Persons>();
  const acceptedAt = (stop: ScannedStop, level: number): Persons => {
    const filter = filters[level];
    const persons = accepted.get(stop) ?? (filter === undefined ? 0 : personsOf(stop.row, filter, wanted));
    accepted.set(stop, persons);
    return persons;
  };
  const chains = chainsForOne(query.origin, lists, personsAsked(query), acceptedAt, query.limit);
  return chains.map((chain) => pathOf(chain, query, filters, acceptedAt));
}
