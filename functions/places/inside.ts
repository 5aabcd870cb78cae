import { distanceKm, KM_PER_MILE } from '../geo/distance.ts';
import { nameKey } from './name-key.ts';
import type { Place } from './place.ts';
import { likelihood } from './prior.ts';

/** Districts and suburbs are no farther from the middle of their city. */
const AROUND_MILES = 30;
const LONGEST_NAME = 8;

export interface Inside {
  readonly place: Place;
  readonly city: Place;
}

/**
 * The smaller of two places that are named one after the other: "Rogers Park, Chicago", "arcadia phoenix", "naperville
 * chicago". Null unless the first part is a place around the second, which is the larger city.
 * @param named What a name without a state means, or with the one that the whole text has.
 */
export function placeInside(text: string, named: (name: string) => readonly Place[]): Inside | null {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > LONGEST_NAME) return null;
  for (let at = words.length - 1; at > 0; at--) {
    const [inner, outer] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    if (nameKey(inner) === '' || nameKey(outer) === '') continue;
    const [city] = named(outer);
    if (city === undefined || city.kind !== 'city') continue;
    const [place] = named(inner)
      .filter((one) => one.state === city.state && milesBetween(one, city) <= AROUND_MILES)
      .sort((a, b) => milesBetween(a, city) - milesBetween(b, city));
    if (place !== undefined && place.label !== city.label && likelihood(place) < likelihood(city))
      return { place, city };
  }
  return null;
}

const milesBetween = (a: Place, b: Place): number => distanceKm(a.location, b.location) / KM_PER_MILE;
