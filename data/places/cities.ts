import { distanceKm, KM_PER_MILE } from '../../functions/geo/distance.ts';
import type { Point } from '../../functions/geo/point.ts';
import { nameKey } from '../../functions/places/name-key.ts';
import { cityName } from './city-names.ts';
import type { CitySource, PostalRow } from './sources.ts';

export interface City {
  readonly name: string;
  readonly alias: string | null;
  readonly state: string;
  readonly location: Point;
  readonly population: number;
}

/**
 * The cities with each `cityKey`. GeoNames has several cities with one name in one state, such as three Georgetowns in
 * Indiana.
 */
export type Namesakes = ReadonlyMap<string, readonly City[]>;

export const cityKey = (name: string, state: string): string => `${nameKey(name)} ${state}`;
export const milesBetween = (a: Point, b: Point): number => distanceKm(a, b) / KM_PER_MILE;

/**
 * No section of a city has more people than this. A larger number is the population of the whole city (New South
 * Memphis).
 */
const LARGEST_SECTION = 200_000;
/**
 * A region's population: two places in a state have the same population, above this number (Ironville and Meads in
 * Kentucky).
 */
const SHARED_NUMBER = 100_000;

/** Collects the cities. Sets a population to 0 if the source's number is evidently not that of the place itself. */
export function gatherCities(rows: readonly CitySource[]): {
  namesakes: Namesakes;
  sections: ReadonlySet<City>;
  dropped: readonly string[];
  disbelieved: readonly string[];
} {
  const shared = new Map<string, number>();
  for (const { state, population } of rows) {
    const number = `${state} ${population}`;
    shared.set(number, (shared.get(number) ?? 0) + 1);
  }
  const namesakes = new Map<string, City[]>();
  const sections = new Set<City>();
  const dropped: string[] = [];
  const disbelieved: string[] = [];
  for (const row of rows) {
    const named = cityName(row);
    if (named === null) {
      dropped.push(`${row.name}, ${row.state}`);
      continue;
    }
    const isSection = row.feature === 'PPLX';
    const isBelieved = !(
      (isSection && row.population > LARGEST_SECTION) ||
      (row.population > SHARED_NUMBER && (shared.get(`${row.state} ${row.population}`) ?? 0) > 1)
    );
    if (!isBelieved) disbelieved.push(`${row.name}, ${row.state}`);
    const population = isBelieved ? row.population : 0;
    const city = { ...named, state: row.state, location: row.location, population };
    if (isSection) sections.add(city);
    const key = cityKey(city.name, city.state);
    namesakes.set(key, [...(namesakes.get(key) ?? []), city]);
  }
  return { namesakes, sections, dropped, disbelieved };
}

/**
 * Chooses one city for each name and state, because people cannot distinguish two by their name: first the one that gets
 * the mail for that name, then a city before a section of one, then the largest.
 */
export function chooseNamesakes(
  namesakes: Namesakes,
  sections: ReadonlySet<City>,
  mail: readonly Pick<PostalRow, 'city' | 'state' | 'location'>[],
): { cities: Map<string, City>; merged: readonly string[] } {
  const points = new Map<string, Point[]>();
  for (const { city, state, location } of mail) {
    const key = cityKey(city, state);
    points.set(key, [...(points.get(key) ?? []), location]);
  }
  const merged: string[] = [];
  const cities = new Map<string, City>();
  for (const [key, candidates] of namesakes) {
    const hasMail = (city: City): number =>
      Number(points.get(key)?.some((point) => milesBetween(point, city.location) < 10) ?? false);
    const [first, ...others] = candidates.toSorted(
      (a, b) =>
        hasMail(b) - hasMail(a) ||
        Number(sections.has(a)) - Number(sections.has(b)) ||
        b.population - a.population ||
        a.location.lat - b.location.lat,
    );
    if (first === undefined) continue;
    cities.set(key, first);
    for (const other of others) merged.push(`${other.name}, ${other.state} (${other.population})`);
  }
  return { cities, merged };
}
