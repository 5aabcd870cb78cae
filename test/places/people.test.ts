import { describe, expect, it } from 'vitest';
import { distanceKm, KM_PER_MILE } from '../../functions/geo/distance.ts';
import { places, readTable } from '../../functions/places/load.ts';
import { peopleByZip } from '../../functions/places/people.ts';
import { peopleNearby } from '../../functions/places/people-near.ts';
import { PlaceTable } from '../../functions/places/table.ts';
import { pick, seeded } from '../support/random.ts';

const table = new PlaceTable(readTable());
const zips = peopleByZip(table);
const cityOf = (place: number): string => `${table.placeAt(place).name}, ${table.stateAt(place)}`;
const sum = (list: readonly { readonly people: number }[]): number => list.reduce((all, { people }) => all + people, 0);
const zipsOf = (city: string) => zips.filter(({ place }) => cityOf(place) === city);

describe('people by ZIP', () => {
  it('adds up to the population of the cities of each state, each city once', () => {
    const cities = new Map<string, { state: string; population: number }>();
    for (let at = 0; at < table.placeCount; at += 1) {
      const { kind, name, state, population, location } = table.placeAt(at);
      if (kind === 'city') cities.set(`${name} ${state} ${location.lat} ${location.lng}`, { state, population });
    }
    const wanted = Map.groupBy([...cities.values()], ({ state }) => state);
    const found = Map.groupBy(zips, ({ place }) => table.stateAt(place));
    for (const [state, list] of wanted)
      expect([state, sum(found.get(state) ?? [])]).toEqual([state, list.reduce((all, one) => all + one.population, 0)]);
    expect(found.size).toBeGreaterThan(50);
  });

  it('shares Phoenix evenly among its neighborhoods, all post-office boxes of downtown as one of them', () => {
    const phoenix = zipsOf('Phoenix, AZ');
    const points = Map.groupBy(phoenix, ({ location }) => `${location.lat} ${location.lng}`);
    expect([phoenix.length, points.size]).toEqual([77, 43]);
    const population = places().cities('Phoenix', 'AZ')[0]?.population ?? 0;
    expect(population).toBeGreaterThan(1_500_000);
    // A neighborhood's ZIP may have more people, because it also counts nearby towns without their own ZIP.
    const shares = [...points.values()].map(sum);
    expect(Math.min(...shares)).toBe(Math.floor(population / 43));
    expect(shares.filter((one) => one <= Math.ceil(population / 43)).length).toBeGreaterThan(35);
  });

  it('counts only whole people, and every ZIP of the gazetteer once', () => {
    expect(zips.every(({ people }) => Number.isInteger(people) && people >= 0)).toBe(true);
    expect(new Set(zips.map(({ zip }) => zip)).size).toBe(table.zipCount);
  });
});

describe('people near a point', () => {
  it('are those within 60 miles, weighted by distance, as a plain sum finds them', () => {
    const random = seeded(18);
    for (let n = 0; n < 40; n += 1) {
      const point = pick(random, zips).location;
      const plain = zips.reduce((all, { location, people }) => {
        const miles = distanceKm(point, location) / KM_PER_MILE;
        return miles > 60 ? all : all + people / (1 + (miles / 15) ** 2);
      }, 0);
      expect(Math.abs(peopleNearby(point) - plain)).toBeLessThanOrEqual(0.51);
    }
  });

  it('are never more than live within 60 miles: a city with ten nicknames is one city', () => {
    for (const name of ['Chicago, IL', 'Los Angeles, CA', 'Newark, NJ', 'Phoenix, AZ']) {
      const [city = '', state] = name.split(', ');
      const [place] = places().cities(city, state);
      const point = place?.location ?? { lat: 0, lng: 0 };
      const within = zips.filter(({ location }) => distanceKm(point, location) / KM_PER_MILE <= 60);
      expect([name, peopleNearby(point) < sum(within)]).toEqual([name, true]);
    }
  });
});
