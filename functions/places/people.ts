import { distanceKm } from '../geo/distance.ts';
import type { Point } from '../geo/point.ts';
import type { PlaceTable } from './table.ts';

/** A ZIP and the people counted there. */
export interface ZipPeople {
  readonly zip: string;
  readonly location: Point;
  /** Position of its city in the table. */
  readonly place: number;
  /** Whole people; 0 if the city's population is unknown. */
  readonly people: number;
}

type Zip = Omit<ZipPeople, 'people'>;

/** A degree of latitude is at least this long. */
const KM_A_DEGREE = 110.5;

/**
 * Divides each city's population among its ZIPs, so that every person is in exactly one: evenly among the ZIPs' points,
 * then among the ZIPs of a point. PO box ZIPs mostly have their city's point, so a downtown with thirty of them counts
 * as one neighborhood. A city without its own ZIP adds to the nearest ZIP in its state. People outside of cities are in
 * no city's population. Never uses searches.
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

/** Cities with a population, each once: nicknames and aliases are rows of the table too, and Chicago has ten. */
function* populatedCities(table: PlaceTable): Generator<{ place: number; population: number }> {
  for (let place = 0; place < table.placeCount; place += 1) {
    const population = table.populationAt(place);
    if (population === 0 || table.kindAt(place) !== 'city') continue;
    const { name, spelling, isNickname } = table.placeAt(place);
    if (!isNickname && spelling === name) yield { place, population };
  }
}

/** The ZIPs at the point nearest to a city without its own ZIP. */
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

/** One part of a whole number that is divided into nearly equal whole numbers. */
const part = (whole: number, parts: number, at: number): number =>
  Math.floor(whole / parts) + (at < whole % parts ? 1 : 0);
