import type { Mask } from '../dataset/masks.ts';
import { distancesKm, type Spots } from '../dataset/spots.ts';
import type { Box } from '../geo/box.ts';
import type { Point } from '../geo/point.ts';
import type { CompiledFilter } from './filter.ts';
import type { Wanted } from './match.ts';

/**
 * True if the filter asks for nothing but levels and states. For a page whose centers are all in those states, the
 * index can then answer from its spots (dataset/spots.ts) without reading the page.
 */
export function isOfLevelsAlone(filter: CompiledFilter): boolean {
  return !filter.otherFields && !filter.forDui && filter.organizations === null;
}

/**
 * Distances of the centers on a page that may be wanted because of their levels, in no particular order. Exact if the
 * search asks for levels alone: other fields may rule a center out, or put it in doubt.
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

/** Returns a function that decides, from a center's levels alone, if the search may want it. */
export function mayBeWanted(
  { offeringLevel, levelMask, otherFields, forDui }: CompiledFilter,
  wanted: Wanted,
): (offered: Mask, unknown: Mask) => boolean {
  const asked = levelMask === 0 ? -1 : levelMask;
  return (offered, unknown) => {
    if (!offeringLevel) return wanted !== 'unknown';
    // Spots leave out levels that are offered to DUI clients alone, so in a search for DUI clients any center may
    // match.
    if (forDui) return true;
    const isOffered = (offered & asked) !== 0;
    const isUnknown = (unknown & asked) !== 0;
    if (wanted === 'listed') return isOffered;
    return wanted === 'any' || otherFields ? isOffered || isUnknown : isUnknown && !isOffered;
  };
}
