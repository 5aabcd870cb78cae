import { type City, cityKey, gatherCities, milesBetween } from '../../data/places/cities.ts';
import { readCities } from '../../data/places/sources.ts';
import type { State } from '../../functions/domain/state.ts';
import { toGrid } from '../../web/locator/map/grid.ts';

/** A town of this many people is always on the map, */
const LARGE = 50_000;
/** and a smaller one where no larger one of its state is within so many miles. */
const APART_MILES = 7;
const SMALLEST = 400;

/**
 * Towns to find one's way by, largest first, as `name|x|y|thousands`. Sections of cities and places whose population
 * the gazetteer does not believe are left out.
 */
export function townsOf(state: State): readonly string[] {
  const { namesakes, sections } = gatherCities(readCities().filter((row) => row.state === state));
  const largest = new Map<string, City>();
  for (const city of [...namesakes.values()].flat()) {
    const key = cityKey(city.name, city.state);
    if (!sections.has(city) && city.population > (largest.get(key)?.population ?? SMALLEST)) largest.set(key, city);
  }
  const kept: City[] = [];
  for (const city of [...largest.values()].sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))) {
    const isNear = (other: City): boolean => milesBetween(other.location, city.location) < APART_MILES;
    if (city.population >= LARGE || !kept.some(isNear)) kept.push(city);
  }
  return kept.map(({ name, location, population }) => {
    const { x, y } = toGrid(location);
    return `${name}|${Math.round(x)}|${Math.round(y)}|${Math.max(1, Math.round(population / 1000))}`;
  });
}
