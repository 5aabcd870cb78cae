import { EARTH_RADIUS_KM, KM_PER_MILE, radians } from '../../geo/distance.ts';
import type { Point } from '../../geo/point.ts';
import { postalStates } from '../postal-states.ts';
import { type Polygon, readOutlines } from './state-outlines.ts';

type Ring = Polygon[number];

/** States whose name in the outline file differs from their name in postal-states.ts. */
export const CENSUS_NAMES: Readonly<Record<string, string>> = {
  VI: 'United States Virgin Islands',
  MP: 'Commonwealth of the Northern Mariana Islands',
};

/** State outlines by postal code. At the coast they are right to about half a mile. */
export class Outlines {
  readonly #polygons: ReadonlyMap<string, readonly Polygon[]>;

  constructor() {
    const byName = readOutlines();
    this.#polygons = new Map(
      postalStates.map(([code, name]) => {
        const polygons = byName.get(CENSUS_NAMES[code] ?? name);
        if (polygons === undefined) throw new Error(`there is no outline of ${name}`);
        return [code, polygons];
      }),
    );
  }

  /**
   * Distance from the point to the state in miles; 0 inside. Computed on a tangent plane, so it is right to 1 % up to
   * some 100 miles.
   */
  milesOutside(point: Point, state: string): number {
    const polygons = this.#polygons.get(state);
    if (polygons === undefined) throw new Error(`"${state}" is not a state with an outline`);
    if (polygons.some((polygon) => isInside(point, polygon))) return 0;
    return Math.min(...polygons.flatMap((polygon) => polygon.map((ring) => milesToRing(point, ring))));
  }

  /** The state or territory nearest to the point. */
  stateAt(point: Point): string {
    const [first] = [...this.#polygons.keys()]
      .map((state) => ({ state, miles: this.milesOutside(point, state) }))
      .sort((a, b) => a.miles - b.miles);
    if (first === undefined) throw new Error('there are no outlines');
    return first.state;
  }
}

/**
 * True if the point is inside the polygon: a ray to the east crosses its rings an odd number of times. Holes count as
 * outside.
 */
function isInside({ lat, lng }: Point, polygon: Polygon): boolean {
  let inside = false;
  for (const ring of polygon)
    for (const [[lngA, latA], [lngB, latB]] of sides(ring))
      if (latA > lat !== latB > lat && lng < lngA + ((lngB - lngA) * (lat - latA)) / (latB - latA)) inside = !inside;
  return inside;
}

function milesToRing({ lat, lng }: Point, ring: Ring): number {
  const north = radians(1) * (EARTH_RADIUS_KM / KM_PER_MILE);
  const east = north * Math.cos(radians(lat));
  let least = Number.POSITIVE_INFINITY;
  for (const [[lngA, latA], [lngB, latB]] of sides(ring)) {
    const [x, y] = [(lngA - lng) * east, (latA - lat) * north];
    const [dx, dy] = [(lngB - lngA) * east, (latB - latA) * north];
    const along = Math.max(0, Math.min(1, -(x * dx + y * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x + along * dx, y + along * dy));
  }
  return least;
}

function* sides(ring: Ring): Generator<readonly [Ring[number], Ring[number]]> {
  let before = ring.at(-1);
  for (const corner of ring) {
    if (before !== undefined) yield [before, corner];
    before = corner;
  }
}
