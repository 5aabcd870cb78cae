import type { Box } from '../geo/box.ts';
import type { Point } from '../geo/point.ts';
import { offeredBy } from './center-page.ts';
import type { Mask } from './masks.ts';
import { type PackedCenter, packed } from './packed-center.ts';

/**
 * Points and levels of the centers on one page, stored in the index beside the page's box. A search for levels alone
 * therefore knows every distance before it reads a page, and counts without reading any. Centers are grouped by their
 * levels: one group for each combination of offered and unknown levels.
 */
export type Spots = readonly Group[];
type Group = readonly [
  /** Mask of the levels that all centers of the group offer. */
  offered: Mask,
  /** Mask of the levels that the centers may offer, because their sources cannot say. */
  unknown: Mask,
  /** Latitude and longitude of each center in turn, in millionths of a degree above the box's minimum. */
  steps: readonly number[],
];

const MILLION = 1_000_000;
const millionths = (degrees: number): number => Math.round(degrees * MILLION);

/**
 * Groups the centers of a page. Null if a point has more than six decimals (a millionth of a degree is 11 cm), because
 * only the page stores it exactly.
 */
export function spotsOf(rows: readonly PackedCenter[], box: Box): Spots | null {
  const groups = new Map<string, { offered: Mask; unknown: Mask; steps: number[] }>();
  for (const row of rows) {
    const [lat, lng] = [row[packed.lat], row[packed.lng]];
    if (millionths(lat) / MILLION !== lat || millionths(lng) / MILLION !== lng) return null;
    const offered = offeredBy(row);
    const unknown = row[packed.unknownLevels] & ~offered;
    const key = `${offered} ${unknown}`;
    const group = groups.get(key) ?? { offered, unknown, steps: [] };
    group.steps.push(millionths(lat) - millionths(box.minLat), millionths(lng) - millionths(box.minLng));
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => a.offered - b.offered || a.unknown - b.unknown)
    .map(({ offered, unknown, steps }) => [offered, unknown, steps]);
}

/** Distances of the centers in groups for which `counts` is true, in no particular order. */
export function distancesKm(
  spots: Spots,
  box: Box,
  kmOf: (point: Point) => number,
  counts: (offered: Mask, unknown: Mask) => boolean,
): number[] {
  return pointsOf(spots, box, counts).map(kmOf);
}

/** Points of the centers in groups for which `counts` is true, in no particular order. */
export function pointsOf(spots: Spots, box: Box, counts: (offered: Mask, unknown: Mask) => boolean): Point[] {
  const found: Point[] = [];
  const [south, west] = [millionths(box.minLat), millionths(box.minLng)];
  for (const [offered, unknown, steps] of spots) {
    if (!counts(offered, unknown)) continue;
    for (let at = 0; at < steps.length; at += 2) {
      const [north = 0, east = 0] = [steps[at], steps[at + 1]];
      found.push({ lat: (south + north) / MILLION, lng: (west + east) / MILLION });
    }
  }
  return found;
}
