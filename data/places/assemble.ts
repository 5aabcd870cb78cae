import type { Point } from '../../functions/geo/point.ts';
import { Outlines } from '../../functions/places/outlines/outline.ts';
import { postalStates } from '../../functions/places/postal-states.ts';
import { calledSpellings } from './called.ts';
import { type City, chooseNamesakes, cityKey, gatherCities } from './cities.ts';
import { mailName } from './city-names.ts';
import { gatherCounties } from './counties.ts';
import { encodeTable, type Zip } from './encode.ts';
import { type PostalRow, readCalled, readCensusPoints, readCities, readPostalRows, TERRITORIES } from './sources.ts';
import { type Correction, choosePoints } from './zip-points.ts';

export interface Account {
  readonly counts: Readonly<Record<string, number>>;
  readonly corrections: readonly Correction[];
  readonly disbelieved: readonly string[];
}

/**
 * Minimum population of the towns that are read from GeoNames. Nearly all smaller towns get mail, so they are located
 * by their ZIPs, which takes fewer bytes in the file for devices.
 */
const LEAST_PEOPLE = 1_000;

/** Builds the table of places from the installed packages. */
export function assembleTable(): { bytes: Uint8Array; account: Account } {
  const outlines = new Outlines();
  const census = readCensusPoints();
  const all = readPostalRows();
  // Left out: military mail, which has no location in the country, and the Marshall Islands and Wake Island, which have
  // no outline and where nobody searches.
  const states = new Set<string>(postalStates.map(([code]) => code));
  const postal = all
    .filter(({ zip, state }) => states.has(state) && zip !== '96898')
    .map((row) => ({ ...row, city: mailName(row.city) }));
  const territories = territoryZips(census, postal, outlines);

  const sources = readCities().filter(({ population }) => population >= LEAST_PEOPLE);
  const { namesakes, sections, dropped, disbelieved } = gatherCities(sources);
  const { points, corrections } = choosePoints(postal, census, namesakes, outlines);
  const placed = postal.map((row) => ({ ...row, location: points.get(row.zip) ?? row.location }));
  const zips: readonly Zip[] = [...placed, ...territories];
  const { cities, merged } = chooseNamesakes(namesakes, sections, zips);
  const known = cities.size;
  const counties = gatherCounties(placed, [...cities.values()], sections);
  for (const [key, group] of Map.groupBy(zips, ({ city, state }) => cityKey(city, state)))
    if (!cities.has(key)) cities.set(key, townOf(group));

  const called = calledSpellings(readCalled(), { cities, sections, counties, zips });
  const bytes = encodeTable(zips, [...cities.values()], sections, counties, called);
  const counts = {
    zips: zips.length,
    'zips of territories, from the Census alone': territories.length,
    'zips left out (military, Pacific)': all.length - postal.length,
    'zips without a Census point': zips.filter(({ zip }) => !census.has(zip)).length,
    cities: cities.size,
    'cities with a population': known,
    'towns that only the ZIPs name': cities.size - known,
    counties: counties.length,
    'spellings of nicknames, districts and areas': called.length,
    'namesakes in one state, left out': merged.length,
    'not places to be in, left out': dropped.length,
    'points replaced': corrections.length,
    bytes: bytes.length,
  };
  return { bytes, account: { counts, corrections, disbelieved } };
}

/**
 * Lists the ZIPs of the territories, which GeoNames' list of the country does not include. Their points come from the
 * Census, which has no names for them.
 */
function territoryZips(
  census: ReadonlyMap<string, Point>,
  postal: readonly PostalRow[],
  outlines: Outlines,
): readonly Zip[] {
  const known = new Set(postal.map(({ zip }) => zip));
  return [...census]
    .filter(([zip]) => !known.has(zip))
    .map(([zip, location]) => ({ zip, city: '', state: outlines.stateAt(location), location }))
    .filter(({ state }) => TERRITORIES.has(state));
}

/** Makes a town that is located at the average point of its ZIPs. */
function townOf(zips: readonly Zip[]): City {
  const [first] = zips;
  if (first === undefined) throw new Error('a town needs a ZIP');
  const mean = (axis: 'lat' | 'lng'): number =>
    zips.reduce((sum, { location }) => sum + location[axis], 0) / zips.length;
  return {
    name: first.city,
    alias: null,
    state: first.state,
    location: { lat: mean('lat'), lng: mean('lng') },
    population: 0,
  };
}
