import { kindOf, type Marker, type MarkerKind } from './marker.ts';
import type { Pixel } from './view.ts';

/**
 * Greatest distance of a marker from its true position, in pixels at a text size of 16. It is large enough to move a
 * marker off the house icon of the start.
 */
const REACH: Readonly<Record<MarkerKind, number>> = { number: 32, dot: 21, count: 42 };
/** Lighter kinds of markers move more: dots most, then numbers, then counts. */
const WEIGHT: Readonly<Record<MarkerKind, number>> = { dot: 1, number: 3, count: 9 };
const GAP = 3;
const ROUNDS = 90;
/** Number of rounds at the end in which markers are no longer pulled toward their true positions. */
const SETTLING = 30;
const PULL = 0.06;
/** Golden angle in radians. It spreads any number of points around one position evenly. */
const GOLDEN_ANGLE = 2.399963;

interface Body {
  x: number;
  y: number;
  readonly marker: Marker;
  readonly reach: number;
  readonly weight: number;
}

type Fixed = Pixel & { readonly radius: number };

/**
 * Moves touching markers apart, each only a limited distance from its true position.
 * @returns the markers, and index pairs of markers that still overlap, the pair to join first in front
 */
export function pushApart(
  markers: readonly Marker[],
  start: Fixed | null,
  unit: number,
): { markers: readonly Marker[]; crowded: readonly (readonly [number, number])[] } {
  const gap = GAP * unit;
  const bodies = markers.map((marker, index): Body => {
    const kind = kindOf(marker.spots);
    // Moves each marker by a tiny distance, so that markers at the same position have a direction in which to separate.
    const [x, y] = [
      marker.trueX + Math.cos(index * GOLDEN_ANGLE) * 0.01,
      marker.trueY + Math.sin(index * GOLDEN_ANGLE) * 0.01,
    ];
    return { x, y, marker, reach: REACH[kind] * unit, weight: WEIGHT[kind] };
  });
  const pairs = pairsInReach(bodies, gap);
  for (let round = 0; round < ROUNDS; round++) {
    let isMoved = false;
    for (const [a, b] of pairs) isMoved = part(a, b, gap) || isMoved;
    if (start !== null) for (const body of bodies) isMoved = clear(body, start, gap) || isMoved;
    if (!isMoved && round === 0) return { markers, crowded: [] };
    for (const body of bodies) hold(body, round < ROUNDS - SETTLING ? PULL : 0);
  }
  const crowded = [
    ...pairs.filter(([a, b]) => overlaps(a, { ...b, radius: b.marker.radius })),
    ...besideStart(bodies, start),
  ]
    .sort((p, q) => urgency(p) - urgency(q))
    .map(([a, b]) => [bodies.indexOf(a), bodies.indexOf(b)] as const);
  return { markers: bodies.map(({ x, y, marker }) => ({ ...marker, x, y })), crowded };
}

const overlaps = ({ x, y, marker }: Body, other: Fixed): boolean =>
  Math.hypot(x - other.x, y - other.y) < marker.radius + other.radius;

/**
 * Pairs each marker that overlaps the start with its nearest neighbor. Any marker alone can move off the start, so one
 * that did not was pushed by others, and the two must be joined.
 */
function besideStart(bodies: readonly Body[], start: Fixed | null): readonly (readonly [Body, Body])[] {
  if (start === null) return [];
  return bodies
    .filter((body) => overlaps(body, start))
    .flatMap((body): (readonly [Body, Body])[] => {
      const [nearest] = bodies
        .filter((other) => other !== body)
        .sort((a, b) => Math.hypot(a.x - body.x, a.y - body.y) - Math.hypot(b.x - body.x, b.y - body.y));
      return nearest === undefined ? [] : [[body, nearest]];
    });
}

/**
 * Sort key of a pair to join. Pairs of lighter markers come first, so that numbers stay numbers as long as possible;
 * then the closest pairs.
 */
function urgency([a, b]: readonly [Body, Body]): number {
  const apart = Math.hypot(a.marker.trueX - b.marker.trueX, a.marker.trueY - b.marker.trueY);
  return (a.weight + b.weight) * 1000 + apart;
}

function pairsInReach(bodies: readonly Body[], gap: number): readonly (readonly [Body, Body])[] {
  return bodies.flatMap((a, index) =>
    bodies.slice(index + 1).flatMap((b): (readonly [Body, Body])[] => {
      const most = a.marker.radius + b.marker.radius + gap + a.reach + b.reach;
      return Math.abs(a.x - b.x) < most && Math.abs(a.y - b.y) < most ? [[a, b]] : [];
    }),
  );
}

function part(a: Body, b: Body, gap: number): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const apart = Math.hypot(dx, dy) || 1e-9;
  const wanted = a.marker.radius + b.marker.radius + gap;
  if (apart >= wanted) return false;
  const share = (wanted - apart) / apart / (a.weight + b.weight);
  a.x -= dx * share * b.weight;
  a.y -= dy * share * b.weight;
  b.x += dx * share * a.weight;
  b.y += dy * share * a.weight;
  return true;
}

function clear(body: Body, start: Fixed, gap: number): boolean {
  const [dx, dy] = [body.x - start.x, body.y - start.y];
  const apart = Math.hypot(dx, dy) || 1e-3;
  const wanted = body.marker.radius + start.radius + gap;
  if (apart >= wanted) return false;
  body.x += (dx / apart) * (wanted - apart);
  body.y += (dy / apart) * (wanted - apart);
  return true;
}

/** Pulls a marker toward its true position, and keeps it within its greatest distance from there. */
function hold(body: Body, pull: number): void {
  const { trueX, trueY } = body.marker;
  const away = Math.hypot(body.x - trueX, body.y - trueY);
  const kept = Math.min(1 - pull, body.reach / (away || 1));
  body.x = trueX + (body.x - trueX) * kept;
  body.y = trueY + (body.y - trueY) * kept;
}
