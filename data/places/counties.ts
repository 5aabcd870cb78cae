import type { Point } from '../../functions/geo/point.ts';
import { type City, cityKey, milesBetween } from './cities.ts';
import type { PostalRow } from './sources.ts';

export interface County {
  /** The county's name without the word "County", such as `Essex`. */
  readonly name: string;
  readonly state: string;
  readonly location: Point;
  readonly population: number;
}

/** A place in a county. The county's point and population are computed from all of them. */
interface Member {
  readonly location: Point;
  readonly population: number;
  readonly isSection: boolean;
}

/** Replaces GeoNames' spelling of a county by the one that the county itself uses. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['City and County of San Francisco', 'San Francisco'],
  ['Dupage', 'DuPage'],
  ['De Kalb', 'DeKalb'],
  ['La Salle', 'LaSalle'],
]);
/**
 * Matches the names of cities that are their own county, and an empty name. Such a city is in the table as a city only.
 */
const NO_COUNTY = /\(|^City (?:and Borough )?of |^$/;

/** Returns the county's everyday name, without "County", "Parish" or "Borough"; null if it is not a county. */
export function countyName(name: string, state: string): string | null {
  const renamed = RENAMED.get(name);
  if (renamed !== undefined) return renamed;
  if (state === 'DC' || NO_COUNTY.test(name)) return null;
  // In Alaska, other kinds of counties keep that word in their names: `Bethel Census Area`.
  return name.replace(/(?<! and) (?:County|Parish|Borough)$/, '');
}

/**
 * Returns every county that contains a ZIP. Its point is the place in it with the smallest total distance to all its
 * people (the weighted median): always a town, never the middle of a desert. A city belongs to the county of the nearest
 * ZIP with its name, or else of the nearest ZIP in its state. The population is the sum of the cities', so it is too
 * small where many people live outside cities.
 */
export function gatherCounties(
  rows: readonly (PostalRow & { readonly location: Point })[],
  cities: readonly City[],
  sections: ReadonlySet<City>,
): readonly County[] {
  const byState = Map.groupBy(rows, ({ state }) => state);
  const byCity = Map.groupBy(rows, ({ city, state }) => cityKey(city, state));
  const members = new Map<string, Member[]>();
  for (const city of cities) {
    if (city.population === 0) continue;
    const row = nearestRow(city, byCity.get(cityKey(city.name, city.state)) ?? byState.get(city.state) ?? []);
    if (row === null) continue;
    const key = keyOf(row);
    members.set(key, [...(members.get(key) ?? []), { ...city, isSection: sections.has(city) }]);
  }
  return [...Map.groupBy(rows, keyOf)].flatMap(([key, [first, ...others]]): County[] => {
    const name = first === undefined ? null : countyName(first.county, first.state);
    if (first === undefined || name === null) return [];
    const zips = [first, ...others].map(({ location }) => ({ location, population: 1, isSection: true }));
    const places = members.get(key) ?? zips;
    const population = places.reduce((sum, place) => sum + (place.isSection ? 0 : place.population), 0);
    return [{ name, state: first.state, location: medianOf(places), population }];
  });
}

const keyOf = ({ county, state }: PostalRow): string => `${county} ${state}`;

function nearestRow({ location }: City, rows: readonly PostalRow[]): PostalRow | null {
  let best: PostalRow | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    // A degree of latitude is 69 miles. If a row is already too far north or south, its exact distance is not computed.
    if (Math.abs(row.location.lat - location.lat) * 69 > least) continue;
    const miles = milesBetween(row.location, location);
    if (miles < least) [best, least] = [row, miles];
  }
  return best;
}

function medianOf(places: readonly Member[]): Point {
  const [best] = places
    .map(({ location }) => ({
      location,
      total: places.reduce((sum, other) => sum + other.population * milesBetween(location, other.location), 0),
    }))
    .sort((a, b) => a.total - b.total || a.location.lat - b.location.lat || a.location.lng - b.location.lng);
  if (best === undefined) throw new Error('a county has no place in it');
  return best.location;
}
