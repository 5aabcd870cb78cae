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
 * Where somebody goes on from level to level, in the order given; each level once. Every center of a path takes the same
 * `payer` (null for any), and all of them one and the same person: of those that `age` and `gender` ask for, of any
 * where they are left out.
 */
export interface PathQuery extends PersonAsked {
  readonly origin: Point;
  readonly levels: readonly Level[];
  readonly limit: number;
  /** True to use centers in doubt too: those that may have the level, take the payer or accept the person. */
  readonly withUnknown: boolean;
}

export interface Path {
  /**
   * One center for each level, in the requested order. `distanceKm` is from the previous one, for the first from the
   * origin.
   */
  readonly legs: readonly { readonly level: Level; readonly match: Match }[];
  /** Sum of the legs. */
  readonly km: number;
  /** Whom all its centers take, as far as they say; null if that is everybody whom the question is about. */
  readonly persons: readonly Person[] | null;
}

const changeable = ['payer', 'population'] as const;

/** A change to the question that makes the shortest path shorter, or gives one where there was none. */
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

/** Changes to a question that may make its shortest path shorter. How old somebody is cannot be changed. */
export function changesOf(query: PathQuery): (Pick<PathAlternative, 'field'> & { readonly changed: PathQuery })[] {
  const without = { payer: { payer: null }, population: { population: undefined } } as const;
  return [
    ...(query.withUnknown ? [] : [{ field: 'include' as const, changed: { ...query, limit: 1, withUnknown: true } }]),
    ...changeable
      .filter((field) => (query[field] ?? null) !== null)
      .map((field) => ({ field, changed: { ...query, limit: 1, ...without[field] } })),
  ];
}

/** The chain with its centers and their offerings. */
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

/** What each center of a chain is for one person. */
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

/** The center's offerings for any of the persons, as certain as the leg is, in the order in which the center has them. */
function offeringsOf({ row, certainty }: Result, results: readonly Result[]): PackedOffering[] {
  const all = new Set(results.filter((one) => one.certainty === certainty).flatMap(({ offerings }) => offerings));
  return row[packed.offerings].filter((offering) => all.has(offering));
}
