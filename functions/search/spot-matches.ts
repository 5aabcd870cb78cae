import { distancesKm, type Spots } from '../dataset/spots.ts';
import type { Box } from '../geo/box.ts';
import type { Point } from '../geo/point.ts';
import type { CompiledFilter } from './filter.ts';

/** What a search must ask for nothing but levels, or for nothing at all, for spots to answer it in full. */
export function isOfLevelsAlone(filter: CompiledFilter): boolean {
  return !filter.otherFields && filter.organizations === null;
}

/** Distances of the centers that match as far as levels tell, in no order. */
export function matchesKm(spots: Spots, box: Box, filter: CompiledFilter, kmOf: (point: Point) => number): number[] {
  const { offeringLevel, levelMask } = filter;
  const asked = levelMask === 0 ? -1 : levelMask;
  return distancesKm(spots, box, kmOf, (offered) => !offeringLevel || (offered & asked) !== 0);
}

/** Distances of the centers whose sources cannot say, as far as levels tell, in no order. */
export function unknownsKm(spots: Spots, box: Box, filter: CompiledFilter, kmOf: (point: Point) => number): number[] {
  const asked = filter.levelMask;
  // Where other fields are asked for too, a center that offers the level otherwise may yet count as one that cannot say.
  const alone = isOfLevelsAlone(filter);
  return distancesKm(
    spots,
    box,
    kmOf,
    (offered, unknown) => (unknown & asked) !== 0 && !(alone && (offered & asked) !== 0),
  );
}
