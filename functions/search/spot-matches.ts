import { distancesKm, type Spots } from '../dataset/spots.ts';
import type { Box } from '../geo/box.ts';
import type { Point } from '../geo/point.ts';
import type { CompiledFilter } from './filter.ts';

/** True if the filter has no field but the level, so that spots alone can answer it. */
export function isOfLevelsAlone(filter: CompiledFilter): boolean {
  return !filter.otherFields && !filter.forDui && filter.organizations === null;
}

/** Distances of the centers whose levels match, in no particular order. Other fields are not checked. */
export function matchesKm(spots: Spots, box: Box, filter: CompiledFilter, kmOf: (point: Point) => number): number[] {
  const { offeringLevel, levelMask, forDui } = filter;
  const asked = levelMask === 0 ? -1 : levelMask;
  return distancesKm(spots, box, kmOf, (offered) => !offeringLevel || forDui || (offered & asked) !== 0);
}

/** Distances of the centers whose sources cannot tell the levels, in no particular order. Checks no other field. */
export function unknownsKm(spots: Spots, box: Box, filter: CompiledFilter, kmOf: (point: Point) => number): number[] {
  const asked = filter.levelMask;
  // With other fields, a center that offers one of the levels may still count as unknown, because that offering may
  // fail the other fields.
  const alone = isOfLevelsAlone(filter);
  return distancesKm(
    spots,
    box,
    kmOf,
    (offered, unknown) => (unknown & asked) !== 0 && !(alone && (offered & asked) !== 0),
  );
}
