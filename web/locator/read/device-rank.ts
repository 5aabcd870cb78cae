import { distanceKm, KM_PER_MILE } from '../../../functions/geo/distance.ts';
import type { Point } from '../../../functions/geo/point.ts';
import type { Alternative, Result } from './answer.ts';

type FromCell = Omit<Result, 'distance'>;

/** Centers with their distance from the device, nearest first; equally near ones by id, as the API has them. */
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
    /** In reach of some point of the cell, but not of this one. */
    outside: byDistance.filter(({ km }) => km > mostKm).map(told),
  };
}

/** The radius in km. The form's own are in miles; one that was read from words may be in km. */
function radiusKm(within: string | undefined): number {
  if (within === undefined) return Number.POSITIVE_INFINITY;
  return Number.parseFloat(within) * (within.endsWith('km') ? 1 : KM_PER_MILE);
}

/**
 * What the API counts for a whole cell, as far as it holds for one point of it; and the smallest radius that takes in
 * the nearest center just outside the one asked for, which the API counts as found already.
 * @param radii The radii that can be asked for, ascending.
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
