import type { Point } from '../../functions/geo/point.ts';
import type { Places } from '../../functions/places/places.ts';

/** Realistic origins: nine in ten in a city of the served states, weighted by population, the rest anywhere. */
export function populationLikeOrigins(random: () => number, places: Places, count: number): Point[] {
  const cities = [...'abcdefghijklmnopqrstuvwxyz']
    .flatMap((letter) => places.suggest(letter, 2_000))
    .filter(({ state, population }) => served.has(state) && population > 0);
  const total = cities.reduce((sum, { population }) => sum + population, 0);
  return Array.from({ length: count }, () => {
    if (random() < 0.1) return { lat: 25 + random() * 24, lng: -124 + random() * 57 };
    let left = random() * total;
    const city =
      cities.find(({ population }) => {
        left -= population;
        return left <= 0;
      }) ?? cities[0];
    if (city === undefined) throw new Error('no cities in the table of places');
    // People are spread over a town, not at its center.
    return { lat: city.location.lat + (random() - 0.5) * 0.15, lng: city.location.lng + (random() - 0.5) * 0.15 };
  });
}

const served = new Set(['AZ', 'CA', 'CO', 'IL', 'NV', 'NJ', 'OK', 'WA']);
