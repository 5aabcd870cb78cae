import type { Point } from '../../functions/geo/point.ts';
import { nameKey } from '../../functions/places/name-key.ts';
import { packLat, packLng } from '../../functions/places/table.ts';
import { tableOfRows } from '../../functions/places/table-rows.ts';
import { type City, cityKey } from './cities.ts';
import type { County } from './counties.ts';

export interface Zip {
  readonly zip: string;
  /** The city's name; empty if the source has none. */
  readonly city: string;
  readonly state: string;
  readonly location: Point;
}

interface Spelling {
  readonly text: string;
  readonly city: Pick<City, 'name' | 'state' | 'location' | 'population'>;
  readonly kind: string;
}

/**
 * Writes the table that functions/places/table.ts reads. Every ZIP must belong to one of the cities.
 * A county is stored under its bare name, with the cities of that name.
 * Deterministic: the same facts in any order give the same bytes.
 */
export function encodeTable(zips: readonly Zip[], cities: readonly City[], counties: readonly County[]): Uint8Array {
  const ofCities = cities.flatMap((city) => [
    { text: city.name, city, kind: 'city' },
    ...(city.alias === null ? [] : [{ text: `${city.alias}\t${city.name}`, city, kind: 'alias' }]),
  ]);
  const spellings: readonly Spelling[] = [
    ...ofCities,
    ...counties.map((county) => ({ text: county.name, city: county, kind: 'county' })),
  ];
  const names = [...Map.groupBy(spellings, ({ text }) => text)]
    .map(([text, entries]) => ({ text, key: nameKey(text.split('\t', 1)[0] ?? ''), entries }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.text, b.text));
  for (const { entries } of names)
    entries.sort(
      (a, b) => b.city.population - a.city.population || compare(a.city.state, b.city.state) || compare(a.kind, b.kind),
    );

  const places = names.flatMap(({ entries }) => entries);
  if (places.length > 0xffff) throw new Error(`${places.length} places are more than the table can number`);
  const placeOf = new Map<string, number>();
  for (const [at, { city, kind }] of places.entries())
    if (kind === 'city') placeOf.set(cityKey(city.name, city.state), at);

  const at = ({ lat, lng }: Point) => ({ lat: packLat(lat), lng: packLng(lng) });
  return tableOfRows({
    zips: zips
      .toSorted((a, b) => compare(a.zip, b.zip))
      .map(({ zip, city, state, location }) => {
        const place = placeOf.get(cityKey(city, state));
        if (place === undefined) throw new Error(`ZIP ${zip} is of "${city}, ${state}", which is not among the cities`);
        return { zip: Number(zip), place, ...at(location) };
      }),
    names: names.map(({ text, entries }) => ({
      text,
      places: entries.map(({ city: { state, location, population }, kind }) => ({
        state,
        isCounty: kind === 'county',
        population,
        ...at(location),
      })),
    })),
  });
}

/** Compares by UTF-16 code units, so the order is the same on every machine in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
