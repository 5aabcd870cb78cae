import { distanceKm, EARTH_RADIUS_KM, radians } from '../../geo/distance.ts';
import type { Point } from '../../geo/point.ts';

/** A center's point that may become a stop of a chain. */
export interface Stop {
  readonly point: Point;
  /** Decides between chains of equal length. Empty while the center's id is unknown; empty sorts first. */
  readonly id: string;
}

/** A chain of stops, one from each list, in the order of the lists. */
export interface Chain<One extends Stop> {
  readonly stops: readonly One[];
  /**
   * Distance of each stop from the previous one, of the first from the origin. Rounded for comparison
   * (geo/distance.ts).
   */
  readonly legsKm: readonly number[];
  /** Length of the chain: the sum of `legsKm`. */
  readonly km: number;
}

/** Distances are added up as whole numbers of steps, so that a sum does not depend on the order of its terms. */
const STEPS_PER_KM = 1e9;

/** The beginning of a chain, up to one stop. */
interface Prefix<One extends Stop> {
  readonly stop: One;
  readonly legKm: number;
  readonly steps: number;
  readonly before: Prefix<One> | null;
}

/** A stop, its position on the unit sphere, and the shortest beginnings of chains that end there, shortest first. */
interface Reached<One extends Stop> {
  readonly stop: One;
  readonly at: Vector;
  readonly prefixes: readonly Prefix<One>[];
  /** Length of the shortest of `prefixes`, in steps. */
  readonly steps: number;
}

type Vector = readonly [number, number, number];

/**
 * The shortest chains with one stop from each list, shortest first; chains of equal length in the order of their stops'
 * ids. For each stop, keeps the `most` shortest beginnings that end there: a longer one cannot be part of a result.
 * @param limitKm Longest chain to find.
 */
export function shortestChains<One extends Stop>(
  origin: Point,
  lists: readonly (readonly One[])[],
  most: number,
  limitKm = Infinity,
): Chain<One>[] {
  const limit = Math.min(stepsOf(limitKm), upperBound(origin, lists, most));
  let reached: Reached<One>[] | null = null;
  for (const stops of lists) reached = reachedFrom(origin, reached, stops, most, limit);
  const whole = (reached ?? []).flatMap(({ prefixes }) => prefixes).sort(comparePrefixes);
  return whole.slice(0, most).map(chainOf);
}

function reachedFrom<One extends Stop>(
  origin: Point,
  before: readonly Reached<One>[] | null,
  stops: readonly One[],
  most: number,
  limit: number,
): Reached<One>[] {
  const found: Reached<One>[] = [];
  for (const stop of stops) {
    const at = vectorOf(stop.point);
    const prefixes = before === null ? first(origin, stop, limit) : extended(before, stop, at, most, limit);
    const [shortest] = prefixes;
    if (shortest !== undefined) found.push({ stop, at, prefixes, steps: shortest.steps });
  }
  return found.sort((a, b) => a.steps - b.steps);
}

function first<One extends Stop>(origin: Point, stop: One, limit: number): Prefix<One>[] {
  const legKm = distanceKm(origin, stop.point);
  const steps = stepsOf(legKm);
  return steps > limit ? [] : [{ stop, legKm, steps, before: null }];
}

/**
 * The shortest beginnings of chains that end at this stop.
 * @param before The stops of the previous list, by the length of their shortest beginning, ascending.
 */
function extended<One extends Stop>(
  before: readonly Reached<One>[],
  stop: One,
  at: Vector,
  most: number,
  limit: number,
): Prefix<One>[] {
  const kept: Prefix<One>[] = [];
  let longest = limit;
  for (const from of before) {
    // Stop here: the stops are sorted, so all remaining beginnings are even longer than the longest that is kept.
    if (from.steps > longest) break;
    if (from.steps + atLeastSteps(from.at, at) > longest) continue;
    const legKm = distanceKm(from.stop.point, stop.point);
    for (const prefix of from.prefixes) {
      const steps = prefix.steps + stepsOf(legKm);
      if (steps > longest) break;
      kept.push({ stop, legKm, steps, before: prefix });
      kept.sort(comparePrefixes);
      if (kept.length > most) kept.pop();
      if (kept.length === most) longest = Math.min(limit, kept[most - 1]?.steps ?? limit);
    }
  }
  return kept;
}

/**
 * An upper bound for the length of the `most` shortest chains. Builds chains that always go to the nearest stop, except
 * in one list, where they try every stop. Infinity if no list has that many stops.
 */
function upperBound<One extends Stop>(origin: Point, lists: readonly (readonly One[])[], most: number): number {
  const greedy: Point[] = [];
  for (const stops of lists) {
    const from = greedy.at(-1) ?? origin;
    const nearest = leastBy(stops, ({ point }) => distanceKm(from, point));
    if (nearest === null) return Infinity;
    greedy.push(nearest.point);
  }
  const lengthOf = (points: readonly Point[]): number =>
    points.reduce((sum, point, index) => sum + stepsOf(distanceKm(points[index - 1] ?? origin, point)), 0);
  const bounds = lists.map((stops, index) => {
    const lengths = stops.map(({ point }) => lengthOf(greedy.with(index, point))).sort((a, b) => a - b);
    return lengths[most - 1] ?? Infinity;
  });
  return Math.min(...bounds);
}

function leastBy<Item>(items: readonly Item[], measure: (item: Item) => number): Item | null {
  let [least, leastSoFar]: [Item | null, number] = [null, Infinity];
  for (const item of items) {
    const measured = measure(item);
    if (measured < leastSoFar) [least, leastSoFar] = [item, measured];
  }
  return least;
}

/** Compares two beginnings of chains: by length, then by the ids of their stops in order. */
function comparePrefixes(a: Prefix<Stop>, b: Prefix<Stop>): number {
  return a.steps - b.steps || compareIds(a, b);
}

/** Compares two chains in the order of {@link shortestChains}: by length, then by the ids of their stops. */
export function compareChains(a: Chain<Stop>, b: Chain<Stop>): number {
  if (a.km !== b.km) return a.km - b.km;
  const at = a.stops.findIndex(({ id }, index) => id !== b.stops[index]?.id);
  return at < 0 ? 0 : (a.stops[at]?.id ?? '') < (b.stops[at]?.id ?? '') ? -1 : 1;
}

function compareIds(a: Prefix<Stop>, b: Prefix<Stop>): number {
  if (a === b) return 0;
  const earlier = a.before === null || b.before === null ? 0 : compareIds(a.before, b.before);
  if (earlier !== 0 || a.stop.id === b.stop.id) return earlier;
  return a.stop.id < b.stop.id ? -1 : 1;
}

function chainOf<One extends Stop>(last: Prefix<One>): Chain<One> {
  const prefixes: Prefix<One>[] = [];
  for (let one: Prefix<One> | null = last; one !== null; one = one.before) prefixes.unshift(one);
  return {
    stops: prefixes.map(({ stop }) => stop),
    legsKm: prefixes.map(({ legKm }) => legKm),
    km: last.steps / STEPS_PER_KM,
  };
}

const stepsOf = (km: number): number => Math.round(km * STEPS_PER_KM);

function vectorOf({ lat, lng }: Point): Vector {
  const cos = Math.cos(radians(lat));
  return [cos * Math.cos(radians(lng)), cos * Math.sin(radians(lng)), Math.sin(radians(lat))];
}

/**
 * Subtracted to allow for rounding: one meter, far more than the error of the haversine formula for opposite points of
 * the globe.
 */
const ROUNDING_KM = 0.001;

/** A lower bound for a distance, in steps: the straight line through the globe, which needs no trigonometry. */
function atLeastSteps([ax, ay, az]: Vector, [bx, by, bz]: Vector): number {
  const chordKm = EARTH_RADIUS_KM * Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2 + (az - bz) ** 2);
  return Math.max(0, chordKm - ROUNDING_KM) * STEPS_PER_KM;
}
