import { type City, cityKey, gatherCities, milesBetween } from '../../data/places/cities.ts';
import { mailName } from '../../data/places/city-names.ts';
import { readCities, readPostalRows } from '../../data/places/sources.ts';
import type { State } from '../../functions/domain/state.ts';
import { toGrid } from '../../web/locator/map/grid.ts';

/**
 * A town with this many people is always on the map, if letters are addressed to it by name. (Phoenix's urban villages
 * are larger, but no letter names them.)
 */
const LARGE = 50_000;
/** A smaller town is only on the map if no larger town of its state is within this distance. */
const APART_MILES = 7;
const SMALLEST = 400;

/**
 * Lists towns for orientation, largest first, as `name|x|y|thousands of people`. Leaves out parts of cities and places
 * with an implausible population.
 */
export function townsOf(state: State): readonly string[] {
  const { namesakes, sections } = gatherCities(readCities().filter((row) => row.state === state));
  const largest = new Map<string, City>();
  for (const city of [...namesakes.values()].flat()) {
    const key = cityKey(city.name, city.state);
    if (!sections.has(city) && city.population > (largest.get(key)?.population ?? SMALLEST)) largest.set(key, city);
  }
  const mail = new Set(readPostalRows().map((row) => cityKey(mailName(row.city), row.state)));
  const isLarge = (city: City): boolean => city.population >= LARGE && mail.has(cityKey(city.name, state));
  const kept: City[] = [];
  for (const city of [...largest.values()].sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))) {
    const isNear = (other: City): boolean => milesBetween(other.location, city.location) < APART_MILES;
    if (isLarge(city) || !kept.some(isNear)) kept.push(city);
  }
  return kept.map(({ name, location, population }) => {
    const { x, y } = toGrid(location);
    return `${name}|${Math.round(x)}|${Math.round(y)}|${Math.max(1, Math.round(population / 1000))}`;
  });
}
