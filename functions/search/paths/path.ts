import type { PackedCenter, PackedOffering } from '../../dataset/packed-center.ts';
import { packed } from '../../dataset/packed-center.ts';
import type { Level } from '../../domain/level-of-care.ts';
import type { Point } from '../../geo/point.ts';
import { resultOf, type Wanted } from '../match.ts';
import type { Match } from '../query.ts';
import type { Chain, Stop } from './chains.ts';
import { type LegFilter, legFilter, listOf, type Person, type PersonAsked, personsAsked } from './person.ts';
import { type AcceptedAt, acceptedBy } from './together.ts';

/**
 * A request for paths. The person needs the `levels` in this order. Every center of a path accepts the same `payer`
 * (null for any). All of them also accept one and the same kind of person, among those that `age` and `gender` allow.
 */
export interface PathQuery extends PersonAsked {
  readonly origin: Point;
  readonly levels: readonly Level[];
  readonly limit: number;
  /** True to include centers in doubt: those that may have the level, or may accept the payer or the person. */
  readonly withUnknown: boolean;
}

export interface Path {
  /**
   * One center for each level, in the requested order. `distanceKm` is the distance from the previous center, for the
   * first from the origin.
   */
  readonly legs: readonly { readonly level: Level; readonly match: Match }[];
  /** Length of the path: the sum of the distances. */
  readonly km: number;
  /**
   * The kinds of persons that all centers of the path accept, as far as the listings say; null if the path accepts
   * everybody that the request is about.
   */
  readonly persons: readonly Person[] | null;
}

const changeable = ['payer', 'population'] as const;

/** A change to the request that makes the shortest path shorter, or finds one if there was none. */
export interface PathAlternative {
  readonly field: 'include' | (typeof changeable)[number];
  readonly km: number;
}

export interface PathsAnswer {
  readonly paths: readonly Path[];
  readonly alternatives: readonly PathAlternative[];
}

/** @param now Milliseconds since 1970: decides what is stale. */
export const filtersOf = (query: PathQuery, now: number): LegFilter[] =>
  query.levels.map((level) => legFilter(level, query, now));

export const wantedBy = ({ withUnknown }: Pick<PathQuery, 'withUnknown'>): Wanted => (withUnknown ? 'any' : 'listed');

/** Changes to a request that may make its shortest path shorter. The person's age and gender are never changed. */
export function changesOf(query: PathQuery): (Pick<PathAlternative, 'field'> & { readonly changed: PathQuery })[] {
  const without = { payer: { payer: null }, population: { population: undefined } } as const;
  return [
    ...(query.withUnknown ? [] : [{ field: 'include' as const, changed: { ...query, limit: 1, withUnknown: true } }]),
    ...changeable
      .filter((field) => (query[field] ?? null) !== null)
      .map((field) => ({ field, changed: { ...query, limit: 1, ...without[field] } })),
  ];
}

/** Makes a path of a chain: adds the centers and their matching offerings. */
export function pathOf<One extends Stop & { readonly row: PackedCenter | null }>(
  chain: Chain<One>,
  query: PathQuery,
  filters: readonly LegFilter[],
  acceptedAt: AcceptedAt<One>,
): Path {
  const asked = personsAsked(query);
  const persons = acceptedBy(chain, asked, acceptedAt);
  const found = listOf(persons).map(([position]) => resultsFor(position, chain, filters, wantedBy(query)));
  const doubtsIn = (results: readonly Result[]) => results.filter(({ certainty }) => certainty === 'unknown').length;
  const [surest] = found.toSorted((a, b) => doubtsIn(a) - doubtsIn(b));
  if (surest === undefined) throw new Error('a path that is for nobody');
  const legs = query.levels.map((level, leg) => {
    const [result, distanceKm] = [surest[leg], chain.legsKm[leg]];
    if (result === undefined || distanceKm === undefined) throw new Error('a path without a leg for each level');
    const offerings = offeringsOf(
      result,
      found.flatMap((results) => results[leg] ?? []),
    );
    return { level, match: { ...result, offerings, distanceKm, farthestKm: distanceKm } };
  });
  return { legs, km: chain.km, persons: persons === asked ? null : listOf(persons).map(([, person]) => person) };
}

type Result = NonNullable<ReturnType<typeof resultOf>>;

/** The result of each center of a chain, for one person. */
function resultsFor(
  person: number,
  { stops }: Chain<Stop & { readonly row: PackedCenter | null }>,
  filters: readonly LegFilter[],
  wanted: Wanted,
): Result[] {
  return stops.map(({ row }, leg) => {
    const filter = filters[leg]?.forPerson.get(person);
    if (row === null || filter === undefined) throw new Error('a path with a stop that was not confirmed');
    const result = resultOf(row, filter, wanted);
    if (result === null) throw new Error('a path with a stop that is not wanted');
    return result;
  });
}

/**
 * The center's offerings that match for any of the persons and are as certain as the path's result for this center. In
 * the order of the center's record.
 */
function offeringsOf({ row, certainty }: Result, results: readonly Result[]): PackedOffering[] {
  const all = new Set(results.filter((one) => one.certainty === certainty).flatMap(({ offerings }) => offerings));
  return row[packed.offerings].filter((offering) => all.has(offering));
}
