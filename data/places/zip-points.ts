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

/** Two sources agree on a ZIP's point if their points are closer than this distance. */
const AGREEMENT_MILES = 3;
/** The Census point replaces GeoNames' point if it is nearer to the city by more than this distance. */
const CLEARLY_NEARER_MILES = 2;
/**
 * A point is considered outside its ZIP's area if more than this many Census points of other ZIPs are nearer to it than
 * that of its own ZIP.
 */
const STRANGERS = 8;
/**
 * A ZIP without its own Census point is considered misplaced if it is farther than this from its city, and if the next
 * condition holds too.
 */
const ASTRAY_MILES = 15;
/** The next condition: no Census point of another ZIP with the same first three digits is closer than this distance. */
const SUPPORT_MILES = 5;
/**
 * A ZIP without its own area is used for PO boxes. If its point is farther than this from its city, it gets the city's
 * point.
 */
const BOX_MILES = 5;
/**
 * A point counts as outside its state only beyond this distance, because the outlines are simplified by about half a
 * mile.
 */
const OUTSIDE_MILES = 1;

/**
 * Chooses every ZIP's point: GeoNames', which is where people live, unless there is evidence that it is wrong.
 *
 * Distance alone is not evidence. Most ZIPs whose two sources differ by more than 15 miles are deserts around one town:
 * GeoNames has the town, the Census has the middle of the desert (89406 Fallon: 1 and 45 miles from the town's
 * treatment centers). Replacing all of them increased the p90 error at real addresses from 3.15 to 3.39 miles.
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
    // A degree of latitude is 69.09 miles. Points outside this band are too far away, so their exact distance is not
    // computed.
    const band = censusPoints.filter(({ lat }) => Math.abs(lat - point.lat) < miles / 69);
    return band.filter((other) => milesBetween(point, other) < miles).length > STRANGERS;
  };
  const sharing = new Map<string, Set<string>>();
  for (const { city, state, location } of rows) {
    const cities = sharing.get(pointKey(location)) ?? new Set();
    sharing.set(pointKey(location), cities.add(cityKey(city, state)));
  }
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
      // People collect PO box mail in the ZIP's city. A point that several cities share, or that is far from the ZIP's
      // city, is the location of a mail distribution center (86340 Sedona: 38 miles away).
      const isBox = toTown(location) > BOX_MILES || (sharing.get(pointKey(location))?.size ?? 0) > 1;
      if (isBox && toTown(location) <= ASTRAY_MILES * 4 && hasNeighbour(zip, town, ASTRAY_MILES))
        return { point: town, reason: 'city' };
      // The last condition makes sure that the town is the right one, and not another with the same name elsewhere in
      // the state.
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

const pointKey = ({ lat, lng }: Point): string => `${lat} ${lng}`;
