import type { Point } from '../../functions/geo/point.ts';
import type { Outlines } from '../../functions/places/outlines/outline.ts';
import { cityKey, milesBetween, type Namesakes } from './cities.ts';
import type { PostalRow } from './sources.ts';

export interface Correction {
  readonly zip: string;
  readonly label: string;
  readonly reason: 'census' | 'city' | 'outside';
  readonly miles: number;
}

/** Two sources that differ by less agree. */
const AGREEMENT_MILES = 3;
/** How much nearer to its city the Census point must be to replace the other. */
const CLEARLY_NEARER_MILES = 2;
/** Census points of other ZIPs this many of which lie nearer than its own show that a point is not in its area. */
const STRANGERS = 8;
/** A ZIP without a Census point of its own is misplaced when this far from its city… */
const ASTRAY_MILES = 15;
/** …and when no Census point that shares three digits with it is this near. */
const SUPPORT_MILES = 5;
/** The outlines are simplified by about half a mile. */
const OUTSIDE_MILES = 1;

/**
 * Chooses the point of every ZIP: GeoNames', which stands where people live, unless it is shown to be astray.
 *
 * A distance alone does not show it. Of the ZIPs with more than 15 miles between the two sources most are deserts around
 * one town: GeoNames has the town, the Census the middle of the desert (89406 Fallon: 1 mile against 45 from the town's
 * treatment centers). Replacing all of those made the error at real addresses worse, p90 3.15 to 3.39 miles.
 */
export function choosePoints(
  rows: readonly PostalRow[],
  census: ReadonlyMap<string, Point>,
  namesakes: Namesakes,
  outlines: Outlines,
): { points: ReadonlyMap<string, Point>; corrections: readonly Correction[] } {
  const byPrefix = Map.groupBy(census, ([zip]) => zip.slice(0, 3));
  const hasNeighbour = (zip: string, point: Point, miles: number): boolean =>
    byPrefix.get(zip.slice(0, 3))?.some(([, at]) => milesBetween(point, at) < miles) ?? false;
  const censusPoints = [...census.values()];
  const isAmongStrangers = (point: Point, miles: number): boolean => {
    // A degree of latitude is 69.09 miles: whatever differs by more is not worth the exact distance.
    const band = censusPoints.filter(({ lat }) => Math.abs(lat - point.lat) < miles / 69);
    return band.filter((other) => milesBetween(point, other) < miles).length > STRANGERS;
  };
  const points = new Map<string, Point>();
  const corrections: Correction[] = [];

  for (const { zip, city, state, location } of rows) {
    const area = census.get(zip);
    const towns = (namesakes.get(cityKey(city, state)) ?? []).map((town) => town.location);
    const town = towns.toSorted((a, b) => milesBetween(a, location) - milesBetween(b, location))[0];
    const toTown = (point: Point): number => Math.min(...towns.map((at) => milesBetween(at, point)));
    const replacement = (): { point: Point; reason: Correction['reason'] } | null => {
      if (area !== undefined) {
        const apart = milesBetween(location, area);
        if (apart < AGREEMENT_MILES) return null;
        const isAstray =
          outlines.milesOutside(location, state) > OUTSIDE_MILES ||
          (town === undefined
            ? isAmongStrangers(location, apart)
            : toTown(area) + CLEARLY_NEARER_MILES < toTown(location));
        return isAstray ? { point: area, reason: 'census' } : null;
      }
      if (town === undefined) return null;
      if (outlines.milesOutside(location, state) > OUTSIDE_MILES) return { point: town, reason: 'outside' };
      // The second half keeps a ZIP from its city's namesake elsewhere in the state.
      const isAstray =
        toTown(location) > ASTRAY_MILES &&
        !hasNeighbour(zip, location, SUPPORT_MILES) &&
        hasNeighbour(zip, town, ASTRAY_MILES);
      return isAstray ? { point: town, reason: 'city' } : null;
    };
    const chosen = replacement();
    points.set(zip, chosen?.point ?? location);
    if (chosen === null) continue;
    corrections.push({
      zip,
      label: `${city}, ${state} ${zip}`,
      reason: chosen.reason,
      miles: milesBetween(location, chosen.point),
    });
  }
  return { points, corrections };
}
