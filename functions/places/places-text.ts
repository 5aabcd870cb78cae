import { apart, joined } from './aliases.ts';
import { type Anchor, nearestZip } from './anchors.ts';
import { keyOf, type NamesElsewhere } from './elsewhere.ts';
import { kindOf, placeKinds } from './kinds.ts';
import { loadPlaces, type Places } from './places.ts';
import { postalStates } from './postal-states.ts';
import { type StoredPlace, type TableRows, tableOfRows } from './table-rows.ts';

/**
 * Version of the places file for devices (data/places/README.md). A reader refuses any other version. This file also
 * runs in browsers, so it must not import modules of Node.
 */
export const PLACES_FORMAT = 2;

/** The text is not a complete places file in format {@link PLACES_FORMAT}. */
export class PlacesError extends Error {
  override readonly name = 'PlacesError';
}

/**
 * Writes the table as JSON, by column. To compress a third better, coordinates are stored as differences from a nearby
 * point. For a ZIP it is the point of the previous ZIP. For a place it is the point of its first ZIP, or without one,
 * of the nearest ZIP, whose position is in `beside`. Other names of places are in `aliases`. `elsewhere` has positions
 * of names, also as differences.
 */
export function placesText(rows: TableRows, elsewhere: NamesElsewhere): string {
  const { zips, names, aliases } = apart(rows);
  const places = names.flatMap((name) => name.places);
  const states = [...new Set(places.map(({ state }) => state))].sort();
  const ofPlace = anchorsOf(zips);
  const nearest = nearestZip(zips);
  const beside = places.flatMap((place, at) => (ofPlace.has(at) ? [] : [nearest(place)])).filter((zip) => zip !== null);
  const anchorOf = anchorsWith(ofPlace, zips, beside);
  const anchors = places.map((_, at) => anchorOf(at));
  return JSON.stringify({
    kind: 'places',
    format: PLACES_FORMAT,
    states,
    zips: {
      zip: steps(zips.map(({ zip }) => zip)),
      lat: steps(zips.map(({ lat }) => lat)),
      lng: steps(zips.map(({ lng }) => lng)),
      place: steps(zips.map(({ place }) => place)),
    },
    names: names.map(({ text }) => text),
    counts: names.map((name) => name.places.length),
    places: {
      kind: places.map(({ state, kind }) => states.indexOf(state) * placeKinds.length + placeKinds.indexOf(kind)),
      beside,
      lat: places.map(({ lat }, at) => lat - (anchors[at] ?? ORIGIN).lat),
      lng: places.map(({ lng }, at) => lng - (anchors[at] ?? ORIGIN).lng),
      population: places.map(({ population }) => population),
    },
    aliases: { name: aliases.map(({ text }) => text), place: steps(aliases.map(({ place }) => place)) },
    elsewhere: { city: steps(elsewhere.city), county: steps(elsewhere.county) },
  });
}

/** Builds the table (table.ts) from the text. @throws PlacesError */
export const tableOfText = (text: string): Uint8Array => tableOfRows(rowsOfText(text));

/** Reads the rows back from the text. @throws PlacesError */
function rowsOfText(text: string): TableRows {
  const file = record(parsed(text), 'the file');
  if (file.kind !== 'places') throw new PlacesError('this is not a places file');
  if (file.format !== PLACES_FORMAT)
    throw new PlacesError(`the places are of format ${String(file.format)}, not ${PLACES_FORMAT}`);
  const states = texts(file.states, 'states');
  if (states.some((state) => !postalStates.some(([code]) => code === state)))
    throw new PlacesError('the file names an unknown state');
  const names = texts(file.names, 'names');
  const counts = integers(file.counts, names.length, 'counts');
  const placeCount = counts.reduce((sum, count) => sum + count, 0);
  const zips = record(file.zips, 'zips');
  const zipCount = Array.isArray(zips.zip) ? zips.zip.length : 0;
  const zip = sums(integers(zips.zip, zipCount, 'zips.zip'));
  const zipLat = sums(integers(zips.lat, zipCount, 'zips.lat'));
  const zipLng = sums(integers(zips.lng, zipCount, 'zips.lng'));
  const zipPlace = sums(integers(zips.place, zipCount, 'zips.place'));
  const zipRows = zip.map((one, at) => ({
    zip: within(one, 99_999, 'ZIP'),
    lat: within(zipLat[at], MOST_LAT, 'latitude'),
    lng: within(zipLng[at], MOST_LNG, 'longitude'),
    place: within(zipPlace[at], placeCount - 1, 'place of a ZIP'),
  }));
  const columns = record(file.places, 'places');
  const kind = integers(columns.kind, placeCount, 'places.kind');
  const lat = integers(columns.lat, placeCount, 'places.lat');
  const lng = integers(columns.lng, placeCount, 'places.lng');
  const population = integers(columns.population, placeCount, 'places.population');
  const own = anchorsOf(zipRows);
  const withoutZip = zipRows.length === 0 ? 0 : placeCount - own.size;
  const beside = integers(columns.beside, withoutZip, 'places.beside').map((zip) =>
    within(zip, zipRows.length - 1, 'ZIP beside a place'),
  );
  const anchorOf = anchorsWith(own, zipRows, beside);
  const placeAt = (at: number): StoredPlace => {
    const anchor = anchorOf(at);
    const code = within(kind[at], states.length * placeKinds.length - 1, 'kind of a place');
    return {
      state: states[Math.floor(code / placeKinds.length)] ?? '',
      kind: kindOf(code % placeKinds.length),
      lat: within((lat[at] ?? Number.NaN) + anchor.lat, MOST_LAT, 'latitude'),
      lng: within((lng[at] ?? Number.NaN) + anchor.lng, MOST_LNG, 'longitude'),
      population: within(population[at], 0xffffff, 'population'),
    };
  };
  let at = 0;
  const nameRows = names.map((name, index) => ({
    text: name,
    places: Array.from({ length: within(counts[index], placeCount, 'count') }, () => placeAt(at++)),
  }));
  const alias = record(file.aliases, 'aliases');
  const spellings = texts(alias.name, 'aliases.name');
  const aliasOf = sums(integers(alias.place, spellings.length, 'aliases.place'));
  const aliases = spellings.map((spelling, index) => ({
    text: spelling,
    place: within(aliasOf[index], placeCount - 1, 'place of an alias'),
  }));
  return joined({ zips: zipRows, names: nameRows, aliases });
}

/**
 * The places of a file for devices. Its `states` lists the states that the file covers.
 * @throws PlacesError
 */
export function placesOfText(text: string): Places {
  const rows = rowsOfText(text);
  const file = record(parsed(text), 'the file');
  const elsewhere = record(file.elsewhere, 'elsewhere');
  const keysAt = (kind: 'city' | 'county'): ReadonlySet<string> => {
    const positions = elsewhere[kind];
    const length = Array.isArray(positions) ? positions.length : 0;
    const named = sums(integers(positions, length, `elsewhere.${kind}`));
    return new Set(named.map((at) => keyOf(rows.names[within(at, rows.names.length - 1, 'name')]?.text ?? '')));
  };
  const excerpt = {
    states: texts(file.states, 'states'),
    elsewhere: { city: keysAt('city'), county: keysAt('county') },
  };
  return loadPlaces(tableOfRows(rows), excerpt);
}

const ORIGIN = { lat: 0, lng: 0 };
/** Highest coordinates, in the units of the table: 0.0001 degrees from the south pole and from the date line. */
const MOST_LAT = 1_800_000;
const MOST_LNG = 3_600_000;

/** The point of the first ZIP of each place. */
function anchorsOf(zips: TableRows['zips']): ReadonlyMap<number, Anchor> {
  return new Map(zips.toReversed().map((zip) => [zip.place, zip]));
}

/** Returns a function that gives the base point of a place's coordinates. Call it once for each place, in order. */
function anchorsWith(
  own: ReadonlyMap<number, Anchor>,
  zips: TableRows['zips'],
  beside: readonly number[],
): (at: number) => Anchor {
  let next = 0;
  return (at) => own.get(at) ?? zips[beside[next++] ?? -1] ?? ORIGIN;
}

/** Each value minus the previous one; the first value is unchanged. */
const steps = (values: readonly number[]): number[] => values.map((value, at) => value - (values[at - 1] ?? 0));

/** Reverses {@link steps}. */
function sums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PlacesError('the places file is cut off or damaged', { cause });
  }
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new PlacesError(`${what} is not an object`);
  return value as Record<string, unknown>;
}

function texts(value: unknown, what: string): readonly string[] {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
    throw new PlacesError(`${what} is not a list of texts`);
  return value;
}

function integers(value: unknown, length: number, what: string): readonly number[] {
  if (!Array.isArray(value) || value.length !== length || !value.every(Number.isInteger))
    throw new PlacesError(`${what} is not a list of ${length} integers`);
  return value;
}

function within(value: number | undefined, most: number, what: string): number {
  if (value === undefined || !(value >= 0 && value <= most))
    throw new PlacesError(`${value} is not a ${what} from 0 to ${most}`);
  return value;
}
