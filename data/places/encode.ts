import type { Point } from '../../functions/geo/point.ts';
import { nameKey } from '../../functions/places/name-key.ts';
import { postalStates } from '../../functions/places/postal-states.ts';
import { COUNTY, layout, packLat, packLng } from '../../functions/places/table.ts';
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

  const texts = names.map(({ text }) => Buffer.from(text, 'utf8'));
  const textBytes = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = Buffer.alloc(
    layout.header +
      layout.prefixes +
      zips.length * layout.zip +
      (names.length + 1) * layout.name +
      places.length * layout.place +
      textBytes,
  );
  let at = 0;
  const write = (value: number, width: number): void => {
    at = bytes.writeUIntBE(value, at, width);
  };
  const writePoint = ({ lat, lng }: Point): void => {
    write(packLat(lat), 3);
    write(packLng(lng), 3);
  };

  for (const value of [layout.magic, zips.length, names.length, places.length, textBytes]) write(value, 4);
  const ascending = zips.toSorted((a, b) => compare(a.zip, b.zip));
  for (let prefix = 0, first = 0; prefix <= 1000; prefix++) {
    while (Number(ascending[first]?.zip.slice(0, 3) ?? 1000) < prefix) first++;
    write(first, 2);
  }
  for (const { zip, city, state, location } of ascending) {
    const place = placeOf.get(cityKey(city, state));
    if (place === undefined) throw new Error(`ZIP ${zip} is of "${city}, ${state}", which is not among the cities`);
    write(Number(zip.slice(3)), 1);
    writePoint(location);
    write(place, 2);
  }
  let textAt = 0;
  let firstPlace = 0;
  for (const [index, { entries }] of names.entries()) {
    write(textAt, 3);
    write(firstPlace, 2);
    textAt += texts[index]?.length ?? 0;
    firstPlace += entries.length;
  }
  write(textAt, 3);
  write(firstPlace, 2);
  for (const { city, kind } of places) {
    const state = postalStates.findIndex(([code]) => code === city.state);
    if (state < 0) throw new Error(`"${city.state}" is not a state`);
    write(kind === 'county' ? state | COUNTY : state, 1);
    writePoint(city.location);
    write(city.population, 3);
  }
  for (const text of texts) at += text.copy(bytes, at);
  return bytes;
}

/** Compares by UTF-16 code units, so the order is the same on every machine in every locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
