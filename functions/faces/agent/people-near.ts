import { distanceKm, KM_PER_MILE } from '../../geo/distance.ts';
import type { Point } from '../../geo/point.ts';

export interface Town {
  readonly location: Point;
  readonly population: number;
}

/** Nobody is counted beyond this. */
const FARTHEST_MILES = 60;
/** At this distance a person counts half. */
const HALF_MILES = 15;
const CELL_DEGREES = 1;

/**
 * Estimates how many people live near a point. A town at the point counts in full, one 15 miles away by half, one beyond
 * 60 miles not at all. Uses population and distance only, never searches.
 */
export function peopleNear(towns: readonly Town[]): (point: Point) => number {
  const cells = Map.groupBy(towns, ({ location }) => cellOf(location.lat, location.lng));
  return (point) => {
    const farthest = FARTHEST_MILES / 69 / CELL_DEGREES;
    const lngReach = farthest / Math.max(0.1, Math.cos((point.lat * Math.PI) / 180));
    let people = 0;
    for (let lat = Math.floor(point.lat - farthest); lat <= Math.floor(point.lat + farthest); lat += CELL_DEGREES) {
      for (let lng = Math.floor(point.lng - lngReach); lng <= Math.floor(point.lng + lngReach); lng += CELL_DEGREES) {
        for (const { location, population } of cells.get(cellOf(lat, lng)) ?? []) {
          const miles = distanceKm(point, location) / KM_PER_MILE;
          if (miles <= FARTHEST_MILES) people += population / (1 + (miles / HALF_MILES) ** 2);
        }
      }
    }
    return Math.round(people);
  };
}

const cellOf = (lat: number, lng: number): string => `${Math.floor(lat)},${Math.floor(lng)}`;
