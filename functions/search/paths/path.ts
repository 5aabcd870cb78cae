import type { PackedCenter } from '../../dataset/packed-center.ts';
import type { Level } from '../../domain/level-of-care.ts';
import type { Payer } from '../../domain/payer.ts';
import type { Point } from '../../geo/point.ts';
import { type CompiledFilter, compileFilter } from '../filter.ts';
import { resultOf, type Wanted } from '../match.ts';
import type { Match } from '../query.ts';
import type { Chain, Stop } from './chains.ts';

/** The levels that somebody goes through, in the given order; each level once. */
export interface PathQuery {
  readonly origin: Point;
  readonly levels: readonly Level[];
  /** The payer that every center of a path must take; null for any. */
  readonly payer: Payer | null;
  readonly limit: number;
  /** True to include centers in doubt: those that may have the level or take the payer. */
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
}

/** A change to the request that makes the shortest path shorter, or finds one if there was none. */
export interface PathAlternative {
  readonly field: 'include' | 'payer';
  readonly km: number;
}

export interface PathsAnswer {
  readonly paths: readonly Path[];
  readonly alternatives: readonly PathAlternative[];
}

export const filtersOf = ({ levels, payer }: Pick<PathQuery, 'levels' | 'payer'>, now: number): CompiledFilter[] =>
  levels.map((level) => compileFilter({ level: [level], ...(payer === null ? {} : { payer: [payer] }) }, now));

export const wantedBy = ({ withUnknown }: Pick<PathQuery, 'withUnknown'>): Wanted => (withUnknown ? 'any' : 'listed');

/** Changes to a question that may make its shortest path shorter. */
export const changesOf = (query: PathQuery): (Pick<PathAlternative, 'field'> & { readonly changed: PathQuery })[] => [
  ...(query.withUnknown ? [] : [{ field: 'include' as const, changed: { ...query, limit: 1, withUnknown: true } }]),
  ...(query.payer === null ? [] : [{ field: 'payer' as const, changed: { ...query, limit: 1, payer: null } }]),
];

/** The chain with its centers and their offerings. */
export function pathOf(
  { stops, legsKm, km }: Chain<Stop & { readonly row: PackedCenter | null }>,
  levels: readonly Level[],
  filters: readonly CompiledFilter[],
  wanted: Wanted,
): Path {
  const legs = levels.map((level, index) => {
    const [row, filter, distanceKm] = [stops[index]?.row ?? null, filters[index], legsKm[index]];
    if (row === null || filter === undefined || distanceKm === undefined)
      throw new Error('a path with a stop that was not confirmed');
    const result = resultOf(row, filter, wanted);
    if (result === null) throw new Error('a path with a stop that is not wanted');
    return { level, match: { ...result, distanceKm, farthestKm: distanceKm } };
  });
  return { legs, km };
}
