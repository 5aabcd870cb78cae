import { EARTH_RADIUS_KM, KM_PER_MILE, radians } from '../../../functions/geo/distance.ts';
import type { Point } from '../../../functions/geo/point.ts';

/** A place on the map's flat grid: Mercator's projection, which keeps a small circle a circle. East is +x, south is +y. */
export interface GridPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Grid units around the equator. In the eight states one unit is about a sixth of a mile, twice as coarse as the source
 * of the outlines.
 */
const AROUND = 2 ** 17;
/** The grid starts off the coast of Washington, so that outlines are small positive whole numbers. */
const WEST = -125;
const NORTH = 49.5;

const stretched = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));
const PER_RADIAN = AROUND / (2 * Math.PI);

export function toGrid({ lat, lng }: Point): GridPoint {
  return { x: ((lng - WEST) / 360) * AROUND, y: (stretched(NORTH) - stretched(lat)) * PER_RADIAN };
}

export function fromGrid({ x, y }: GridPoint): Point {
  const lat = (Math.atan(Math.exp(stretched(NORTH) - y / PER_RADIAN)) - Math.PI / 4) * 2;
  return { lat: (lat * 180) / Math.PI, lng: (x / AROUND) * 360 + WEST };
}

/** Length of a mile in grid units at a latitude: Mercator's projection stretches toward the poles. */
export function unitsPerMile(lat: number): number {
  return (PER_RADIAN * KM_PER_MILE) / EARTH_RADIUS_KM / Math.cos(radians(lat));
}
