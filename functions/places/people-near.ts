import { LRUCache } from 'lru-cache';
import { distanceKm, KM_PER_MILE } from '../geo/distance.ts';
import type { Point } from '../geo/point.ts';
import { readTable } from './load.ts';
import { peopleByZip } from './people.ts';
import { PlaceTable } from './table.ts';

/** A point and the number of people who live there. */
interface Counted {
  readonly location: Point;
  readonly people: number;
}

/** Greatest distance in miles at which people are counted. */
const FARTHEST_MILES = 60;
/** Distance in miles at which a person counts half. */
const HALF_MILES = 15;
const CELL_DEGREES = 0.5;
/** A degree of latitude is at least this many miles long. */
const MILES_A_DEGREE = 69;

/**
 * Estimates how many people live near a point. Somebody at the point counts as one person, somebody 15 miles away as
 * half, and somebody more than 60 miles away not at all. Uses only population and distance, not what people search for.
 * The result is cached by point.
 */
function peopleNear(counted: readonly Counted[]): (point: Point) => number {
  const cells = Map.groupBy(merged(counted), ({ location }) => cellOf(floor(location.lat), floor(location.lng)));
  const known = new LRUCache<string, number>({ max: MOST_POINTS });
  const count = (point: Point): number => {
    const reach = FARTHEST_MILES / MILES_A_DEGREE;
    // A mile spans the most degrees of longitude nearest to a pole, so the box uses the latitude of that end of the
    // circle.
    const narrowest = Math.min(89, Math.abs(point.lat) + reach);
    const lngReach = reach / Math.cos((narrowest * Math.PI) / 180);
    let people = 0;
    for (let lat = floor(point.lat - reach); lat <= floor(point.lat + reach); lat += 1)
      for (let lng = floor(point.lng - lngReach); lng <= floor(point.lng + lngReach); lng += 1)
        for (const { location, people: here } of cells.get(cellOf(lat, lng)) ?? []) {
          if (Math.abs(location.lat - point.lat) > reach || Math.abs(location.lng - point.lng) > lngReach) continue;
          const miles = distanceKm(point, location) / KM_PER_MILE;
          if (miles <= FARTHEST_MILES) people += here / (1 + (miles / HALF_MILES) ** 2);
        }
    return Math.round(people);
  };
  return (point) => {
    const name = `${point.lat},${point.lng}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const people = count(point);
    known.set(name, people);
    return people;
  };
}

let loaded: ReturnType<typeof peopleNear> | undefined;

/**
 * Estimates the number of people near a point of the United States, from the table of places. The table is read once,
 * on the first call.
 */
export function peopleNearby(point: Point): number {
  loaded ??= peopleNear(peopleByZip(new PlaceTable(readTable())));
  return loaded(point);
}

/** The points where people live, one entry each. */
function merged(counted: readonly Counted[]): readonly Counted[] {
  const points = new Map<string, Counted>();
  for (const { location, people } of counted) {
    if (people === 0) continue;
    const key = `${location.lat},${location.lng}`;
    points.set(key, { location, people: people + (points.get(key)?.people ?? 0) });
  }
  return [...points.values()];
}

/** Most points in the cache: more than there are centers in the country. */
const MOST_POINTS = 50_000;
const floor = (degrees: number): number => Math.floor(degrees / CELL_DEGREES);
const cellOf = (lat: number, lng: number): string => `${lat},${lng}`;
