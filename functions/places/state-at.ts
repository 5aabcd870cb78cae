import { EARTH_RADIUS_KM, KM_PER_MILE, radians } from '../geo/distance.ts';
import type { Point } from '../geo/point.ts';
import outlines from './outlines.json' with { type: 'json' };

/**
 * Distance in miles from an outline at which a point still belongs to the state. State waters reach 3 nautical miles
 * out, and the outlines leave out small islands and piers.
 */
const SLACK_MILES = 3.45;
const MILES_PER_DEGREE = radians(1) * (EARTH_RADIUS_KM / KM_PER_MILE);

/** A border line, shared by the states on its two sides. */
interface Line {
  readonly states: readonly string[];
  /** Longitude and latitude of each corner in turn, in degrees. */
  readonly corners: Float64Array;
  readonly minLat: number;
  readonly maxLat: number;
  readonly maxLng: number;
}

/**
 * Decoded lines, by their position in the file. Lines are decoded when needed: most points need those of one state
 * only.
 */
const decoded = new Map<number, Line>();
/** Positions in the file of each state's lines; null until the first lookup. */
let linesByState: ReadonlyMap<string, readonly number[]> | null = null;

const boxes = Object.entries(outlines.boxes).map(([state, [south = 0, west = 0, north = 0, east = 0]]) => {
  return { state, south, west, north, east };
});

/**
 * The state, district or territory that contains a point. If none does, the nearest one within `slackMiles`. Null if
 * there is none, as in another country or at sea.
 * @returns its postal code
 */
export function stateAt(point: Point, slackMiles = SLACK_MILES): string | null {
  return stateAround(point) ?? nearestState(point, slackMiles);
}

/** The states whose bounding boxes are within this distance of a point. */
function statesAbout({ lat, lng }: Point, miles: number): ReadonlySet<string> {
  const high = miles / MILES_PER_DEGREE;
  const wide = high / Math.cos(radians(Math.min(89, Math.abs(lat) + high)));
  return new Set(
    boxes
      .filter(({ south, north }) => lat >= south - high && lat <= north + high)
      .filter(({ west, east }) => lng >= west - wide && lng <= east + wide)
      .map(({ state }) => state),
  );
}

/** The lines that border any of the states. */
function linesOf(states: ReadonlySet<string>): readonly Line[] {
  linesByState ??= groupedByState();
  const wanted = new Set<number>();
  for (const state of states) for (const at of linesByState.get(state) ?? []) wanted.add(at);
  return [...wanted].sort((a, b) => a - b).map(lineAt);
}

function groupedByState(): ReadonlyMap<string, readonly number[]> {
  const grouped = new Map<string, number[]>();
  outlines.lines.forEach(({ states }, at) => {
    for (const state of states.split(' ')) grouped.set(state, [...(grouped.get(state) ?? []), at]);
  });
  return grouped;
}

function lineAt(at: number): Line {
  const known = decoded.get(at);
  if (known !== undefined) return known;
  const line = outlines.lines[at];
  if (line === undefined) throw new RangeError(`no line ${at}`);
  const first = decode(line);
  decoded.set(at, first);
  return first;
}

/**
 * The state that contains the point. A ray to the east crosses its outline an odd number of times, whatever the order
 * of the lines.
 */
function stateAround(point: Point): string | null {
  const { lat, lng } = point;
  const about = statesAbout(point, 0);
  const odd = new Set<string>();
  for (const { states, corners, minLat, maxLat, maxLng } of linesOf(about)) {
    if (lat < minLat || lat > maxLat || lng > maxLng) continue;
    if (!crossesOddly(corners, lat, lng)) continue;
    for (const state of states) if (about.has(state) && !odd.delete(state)) odd.add(state);
  }
  const [state] = odd;
  return state ?? null;
}

/** True if a ray from the point to the east crosses the line an odd number of times. */
function crossesOddly(corners: Float64Array, lat: number, lng: number): boolean {
  let isOdd = false;
  // Uses indexes, because every search with a point looks at hundreds of sides, and creating a tuple for each would
  // take 5 times as long.
  for (let at = 3; at < corners.length; at += 2) {
    const [latA, latB] = [corners[at - 2] as number, corners[at] as number];
    if (latA > lat === latB > lat) continue;
    const [lngA, lngB] = [corners[at - 3] as number, corners[at - 1] as number];
    if (lng < lngA + ((lngB - lngA) * (lat - latA)) / (latB - latA)) isOdd = !isOdd;
  }
  return isOdd;
}

/**
 * The state nearest to the point, null if all are farther than the slack. Computed on a tangent plane, which is exact
 * enough for tens of miles.
 */
function nearestState(point: Point, slackMiles: number): string | null {
  const { lat, lng } = point;
  const east = MILES_PER_DEGREE * Math.cos(radians(lat));
  const slackDegrees = slackMiles / MILES_PER_DEGREE;
  let least = slackMiles;
  let nearest: string | null = null;
  for (const { states, corners, minLat, maxLat } of linesOf(statesAbout(point, slackMiles))) {
    if (lat < minLat - slackDegrees || lat > maxLat + slackDegrees) continue;
    for (const [lngA, latA, lngB, latB] of sides(corners)) {
      const [x, y] = [(lngA - lng) * east, (latA - lat) * MILES_PER_DEGREE];
      const [dx, dy] = [(lngB - lngA) * east, (latB - latA) * MILES_PER_DEGREE];
      const along = Math.max(0, Math.min(1, -(x * dx + y * dy) / (dx * dx + dy * dy || 1)));
      const miles = Math.hypot(x + along * dx, y + along * dy);
      if (miles > least) continue;
      least = miles;
      nearest = states[0] ?? null;
    }
  }
  return nearest;
}

function* sides(corners: Float64Array): Generator<readonly [number, number, number, number]> {
  for (let at = 3; at < corners.length; at += 2)
    yield [corners[at - 3] ?? 0, corners[at - 2] ?? 0, corners[at - 1] ?? 0, corners[at] ?? 0];
}

/** Decodes lines that data/places/encode-outlines.ts wrote. */
function decode({ states, steps }: (typeof outlines.lines)[number]): Line {
  const corners: number[] = [];
  const at: [number, number] = [0, 0];
  let [value, unit, axis] = [0, 1, 0];
  for (const letter of atob(steps)) {
    const byte = letter.charCodeAt(0);
    value += (byte % 128) * unit;
    unit *= 128;
    if (byte >= 128) continue;
    at[axis as 0 | 1] += value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    corners.push(at[axis as 0 | 1] * (outlines.scale[axis] ?? 0) + (outlines.translate[axis] ?? 0));
    [value, unit, axis] = [0, 1, 1 - axis];
  }
  const lats = corners.filter((_, index) => index % 2 === 1);
  const lngs = corners.filter((_, index) => index % 2 === 0);
  return {
    states: states.split(' '),
    corners: Float64Array.from(corners),
    minLat: Math.min(...lats),
    maxLat: Math.max(...lats),
    maxLng: Math.max(...lngs),
  };
}
