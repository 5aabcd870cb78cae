import type { Mask } from '../dataset/masks.ts';
import { distancesKm, type Spots } from '../dataset/spots.ts';
import type { Box } from '../geo/box.ts';
import type { Point } from '../geo/point.ts';
import type { CompiledFilter } from './filter.ts';
import type { Wanted } from './match.ts';

/** True if the filter has no field but the level and the state, so that spots of pages within the states can answer it. */
export function isOfLevelsAlone(filter: CompiledFilter): boolean {
  return !filter.otherFields && !filter.forDui && filter.organizations === null;
}

/**
 * Distances of the centers that may be wanted by their levels, in no particular order; exact if the search asks for
 * levels alone. With other fields, an offered level may still be unknown because of another field.
 */
export function wantedKm(
  spots: Spots,
  box: Box,
  filter: CompiledFilter,
  wanted: Wanted,
  kmOf: (point: Point) => number,
): number[] {
  return distancesKm(spots, box, kmOf, mayBeWanted(filter, wanted));
}

/** Decides from a center's levels alone whether it may be wanted. */
export function mayBeWanted(
  { offeringLevel, levelMask, otherFields, forDui }: CompiledFilter,
  wanted: Wanted,
): (offered: Mask, unknown: Mask) => boolean {
  const asked = levelMask === 0 ? -1 : levelMask;
  return (offered, unknown) => {
    if (!offeringLevel) return wanted !== 'unknown';
    // Spots leave out offerings that only serve DUI clients.
    if (forDui) return true;
    const isOffered = (offered & asked) !== 0;
    const isUnknown = (unknown & asked) !== 0;
    if (wanted === 'listed') return isOffered;
    return wanted === 'any' || otherFields ? isOffered || isUnknown : isUnknown && !isOffered;
  };
}
