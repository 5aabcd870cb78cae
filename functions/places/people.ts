import { distanceKm } from '../geo/distance.ts';
import type { Point } from '../geo/point.ts';
import type { PlaceTable } from './table.ts';

/** A ZIP and the number of people that are counted in it. */
export interface ZipPeople {
  readonly zip: string;
  readonly location: Point;
  /** Position of the ZIP's city in the table. */
  readonly place: number;
  /** A whole number of people; 0 if the city's population is unknown. */
  readonly people: number;
}

type Zip = Omit<ZipPeople, 'people'>;

/** A degree of latitude is at least this many kilometers long. */
const KM_A_DEGREE = 110.5;

/**
 * Divides the population of each city among its ZIPs. Every person is counted in exactly one ZIP. People are divided
 * evenly among the points of the city's ZIPs, then among the ZIPs at each point. Most ZIPs of PO boxes are at the
 * city's own point, so thirty of them downtown count as one neighborhood. The people of a city without its own ZIP are
 * added to the nearest ZIP in its state. People outside of cities are not counted. Uses only population, not what
 * people search for.
 */
export function peopleByZip(table: PlaceTable): readonly ZipPeople[] {
  const zips = Array.from({ length: table.zipCount }, (_, position) => table.zipAt(position));
  const ofPlace = Map.groupBy(zips, ({ place }) => place);
  const ofState = Map.groupBy(zips, ({ place }) => table.stateAt(place));
  const people = new Map<string, number>();
  for (const { place, population } of populatedCities(table)) {
    const own = ofPlace.get(place) ?? besideCity(table, place, ofState, ofPlace);
    const points = [...Map.groupBy(own, ({ location }) => `${location.lat} ${location.lng}`).values()];
    for (const [at, group] of points.entries()) {
      const here = part(population, points.length, at);
      for (const [index, { zip }] of group.entries())
        people.set(zip, (people.get(zip) ?? 0) + part(here, group.length, index));
    }
  }
  return zips.map((zip) => ({ ...zip, people: people.get(zip.zip) ?? 0 }));
}

/** Every city with a known population, once. The table also has rows for nicknames and aliases; Chicago has ten. */
function* populatedCities(table: PlaceTable): Generator<{ place: number; population: number }> {
  for (let place = 0; place < table.placeCount; place += 1) {
    const population = table.populationAt(place);
    if (population === 0 || table.kindAt(place) !== 'city') continue;
    const { name, spelling, isNickname } = table.placeAt(place);
    if (!isNickname && spelling === name) yield { place, population };
  }
}

/** For a city without its own ZIP: the ZIPs at the nearest point that has any. */
function besideCity(
  table: PlaceTable,
  place: number,
  ofState: ReadonlyMap<string, readonly Zip[]>,
  ofPlace: ReadonlyMap<number, readonly Zip[]>,
): readonly Zip[] {
  const { location, state } = table.placeAt(place);
  const nearest = nearestOf(location, ofState.get(state) ?? []);
  if (nearest === null) return [];
  return (ofPlace.get(nearest.place) ?? []).filter(
    (zip) => zip.location.lat === nearest.location.lat && zip.location.lng === nearest.location.lng,
  );
}

function nearestOf(point: Point, zips: readonly Zip[]): Zip | null {
  let best: Zip | null = null;
  let least = Infinity;
  for (const zip of zips) {
    if (Math.abs(zip.location.lat - point.lat) * KM_A_DEGREE > least) continue;
    const km = distanceKm(zip.location, point);
    if (km < least) [best, least] = [zip, km];
  }
  return best;
}

/** Size of one part if a whole number is divided into nearly equal whole numbers. */
const part = (whole: number, parts: number, at: number): number =>
  Math.floor(whole / parts) + (at < whole % parts ? 1 : 0);
