import { keyOf, type NamesElsewhere } from './elsewhere.ts';
import { loadPlaces, type Places } from './places.ts';
import { postalStates } from './postal-states.ts';
import { type StoredPlace, type TableRows, tableOfRows } from './table-rows.ts';

/**
 * Number of the form of the places file for devices (data/places/README.md). A reader refuses any other. Runs in browsers too:
 * nothing here may import a module of Node's.
 */
export const PLACES_FORMAT = 1;

/** The text is not a whole places file of {@link PLACES_FORMAT}. */
export class PlacesError extends Error {
  override readonly name = 'PlacesError';
}

/**
 * The table as JSON, by column. Points are differences from a neighbor's, which compress a third better than the table:
 * a ZIP's from the ZIP before, a place's from the first ZIP that belongs to it (or from 0). `elsewhere` is positions of
 * names, as differences too.
 */
export function placesText({ zips, names }: TableRows, elsewhere: NamesElsewhere): string {
  const places = names.flatMap((name) => name.places);
  const states = [...new Set(places.map(({ state }) => state))].sort();
  const anchors = anchorsOf(zips);
  const anchorOf = (at: number) => anchors.get(at) ?? ORIGIN;
  return JSON.stringify({
    kind: 'places',
    format: PLACES_FORMAT,
    states,
    zips: {
      zip: steps(zips.map(({ zip }) => zip)),
      lat: steps(zips.map(({ lat }) => lat)),
      lng: steps(zips.map(({ lng }) => lng)),
      place: zips.map(({ place }) => place),
    },
    names: names.map(({ text }) => text),
    counts: names.map((name) => name.places.length),
    elsewhere: { city: steps(elsewhere.city), county: steps(elsewhere.county) },
    places: {
      kind: places.map(({ state, isCounty }) => states.indexOf(state) * 2 + (isCounty ? 1 : 0)),
      lat: places.map(({ lat }, at) => lat - anchorOf(at).lat),
      lng: places.map(({ lng }, at) => lng - anchorOf(at).lng),
      population: places.map(({ population }) => population),
    },
  });
}

/** The table (table.ts) that the text was made from. @throws PlacesError */
export function tableOfText(text: string): Uint8Array {
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
  const zipPlace = integers(zips.place, zipCount, 'zips.place');
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
  const anchors = anchorsOf(zipRows);
  const placeAt = (at: number): StoredPlace => {
    const anchor = anchors.get(at) ?? ORIGIN;
    const code = within(kind[at], states.length * 2 - 1, 'kind of a place');
    return {
      state: states[code >> 1] ?? '',
      isCounty: (code & 1) === 1,
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
  return tableOfRows({ zips: zipRows, names: nameRows });
}

/** The places of a file, which know that they are those of some states. @throws PlacesError */
export function placesOfText(text: string): Places {
  const table = tableOfText(text);
  const file = record(parsed(text), 'the file');
  const names = texts(file.names, 'names');
  const elsewhere = record(file.elsewhere, 'elsewhere');
  const keysAt = (kind: 'city' | 'county'): ReadonlySet<string> => {
    const positions = elsewhere[kind];
    const length = Array.isArray(positions) ? positions.length : 0;
    const named = sums(integers(positions, length, `elsewhere.${kind}`));
    return new Set(named.map((at) => keyOf(names[within(at, names.length - 1, 'name')] ?? '')));
  };
  const excerpt = {
    states: texts(file.states, 'states'),
    elsewhere: { city: keysAt('city'), county: keysAt('county') },
  };
  return loadPlaces(table, excerpt);
}

const ORIGIN = { lat: 0, lng: 0 };
/** In the units of the table: tenths of thousandths of a degree above the south pole and the date line. */
const MOST_LAT = 1_800_000;
const MOST_LNG = 3_600_000;

/** The point of the first ZIP of each place. */
function anchorsOf(zips: TableRows['zips']): ReadonlyMap<number, { readonly lat: number; readonly lng: number }> {
  return new Map(zips.toReversed().map((zip) => [zip.place, zip]));
}

/** Each value minus the one before; the first as it is. */
const steps = (values: readonly number[]): number[] => values.map((value, at) => value - (values[at - 1] ?? 0));

/** Undoes {@link steps}. */
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
