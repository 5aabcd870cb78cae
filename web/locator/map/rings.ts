import { EARTH_RADIUS_KM, KM_PER_MILE, radians } from '../../../functions/geo/distance.ts';
import type { Point } from '../../../functions/geo/point.ts';
import { toGrid, unitsPerMile } from './grid.ts';
import { type Pixel, toPixel, type View } from './view.ts';

export type Units = 'mi' | 'km';

export interface Ring {
  /** Radius of the ring in the units of the map's scale bar, miles or kilometers. */
  readonly distance: number;
  readonly path: string;
  /**
   * Returns the pixel of the ring in a direction.
   * @param bearing Compass bearing in degrees.
   */
  readonly at: (bearing: number) => Pixel;
}

const distances: Readonly<Record<Units, readonly number[]>> = {
  mi: [1, 3, 5, 10, 25, 50, 100, 250, 500, 1000],
  km: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
};
const SMALLEST_PIXELS = 30;
const APART_PIXELS = 36;
const MOST = 4;
const CORNERS = 60;

/** Distance rings around the search's origin that are visible and far enough apart to tell them apart. */
export function ringsAround(start: Point, view: View, units: Units): readonly Ring[] {
  const milesEach = units === 'mi' ? 1 : 1 / KM_PER_MILE;
  const middle = toPixel(toGrid(start), view);
  const reach = Math.hypot(Math.max(middle.x, view.width - middle.x), Math.max(middle.y, view.height - middle.y));
  const shown: Ring[] = [];
  let last = 0;
  for (const distance of distances[units]) {
    const pixels = distance * milesEach * unitsPerMile(start.lat) * view.scale;
    if (pixels < SMALLEST_PIXELS || pixels - last < APART_PIXELS || pixels > reach || shown.length === MOST) continue;
    last = pixels;
    const at = (bearing: number): Pixel => toPixel(toGrid(destination(start, distance * milesEach, bearing)), view);
    const corners = Array.from({ length: CORNERS }, (_, index) => at((index * 360) / CORNERS));
    shown.push({ distance, at, path: `M${corners.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}z` });
  }
  return shown;
}

/** The point at a distance and bearing from another on the sphere (great-circle formulas: Snyder 1987, 5-5 and 5-6). */
function destination({ lat, lng }: Point, miles: number, bearing: number): Point {
  const angle = (miles * KM_PER_MILE) / EARTH_RADIUS_KM;
  const [from, toward] = [radians(lat), radians(bearing)];
  const sine = Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(toward);
  const east = Math.atan2(Math.sin(toward) * Math.sin(angle) * Math.cos(from), Math.cos(angle) - Math.sin(from) * sine);
  return { lat: (Math.asin(sine) * 180) / Math.PI, lng: lng + (east * 180) / Math.PI };
}
