import { distanceKm, KM_PER_MILE } from '../../../functions/geo/distance.ts';
import type { Point } from '../../../functions/geo/point.ts';
import type { Alternative, Result } from './answer.ts';

type FromCell = Omit<Result, 'distance'>;

/** Sorts centers by their distance from the device, nearest first. Ties are sorted by id, as in the API. */
export function rank(found: readonly FromCell[], from: Point, within: string | undefined) {
  const mostKm = radiusKm(within);
  const byDistance = found
    .map((result) => ({ result, km: distanceKm(from, result.center.location) }))
    .toSorted((a, b) => a.km - b.km || (a.result.center.id < b.result.center.id ? -1 : 1));
  const told = ({ result, km }: (typeof byDistance)[number]): Result & Required<Pick<Result, 'distance'>> => {
    return { ...result, distance: { miles: Math.round((km / KM_PER_MILE) * 100) / 100 } };
  };
  return {
    inside: byDistance.filter(({ km }) => km <= mostKm).map(told),
    /** Centers within the radius of another point of the cell, but not of the device's own point. */
    outside: byDistance.filter(({ km }) => km > mostKm).map(told),
  };
}

/** Converts a radius to kilometers. Radii chosen in the form are in miles; one in typed words may be in kilometers. */
function radiusKm(within: string | undefined): number {
  if (within === undefined) return Number.POSITIVE_INFINITY;
  return Number.parseFloat(within) * (within.endsWith('km') ? 1 : KM_PER_MILE);
}

/**
 * Converts the changes that the API counted for a whole cell to the device's own point in it. The API counts a center
 * that is just outside the radius of this point as found, so this function adds the smallest radius that includes it.
 * @param radii Available radii, ascending.
 */
export function alternativesFromDevice(
  alternatives: readonly Alternative[],
  { inside, outside }: ReturnType<typeof rank>,
  radii: readonly string[],
): Alternative[] {
  const forCell = alternatives.map((one): Alternative => ({ ...one, exact: false }));
  const nearest = outside[0]?.distance.miles;
  if (nearest === undefined) return forCell;
  const within = radii.find((radius) => Number.parseFloat(radius) > nearest) ?? null;
  const miles = within === null ? Number.POSITIVE_INFINITY : Number.parseFloat(within);
  const count = inside.length + outside.filter(({ distance }) => distance.miles < miles).length;
  const known: Alternative = { change: { within }, count, more: true, nearestMiles: nearest };
  return [known, ...forCell.filter(({ change }) => change.within !== within)];
}
