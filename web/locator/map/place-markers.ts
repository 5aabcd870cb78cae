import { kindOf, type Marker, radiusOf, type Spot } from './marker.ts';
import { pushApart } from './push-apart.ts';
import type { Pixel } from './view.ts';

export interface Placing {
  /** Scale in pixels per grid unit. */
  readonly scale: number;
  /** The reader's text size divided by 16 pixels. */
  readonly unit: number;
  /** Pixel of the search's origin, which no marker may cover. */
  readonly start: Pixel | null;
}

/** Distance in pixels below which centers are joined into a count, on a map without numbers. */
const JOINED_DOTS = 20;
/**
 * If this many numbered markers are that close together, they become a count: pushed apart, they would be too far from
 * their true positions.
 */
const CROWD = 4;
/**
 * Distance in grid units, about a third of a mile. Zooming in cannot separate closer markers, so they are pushed apart
 * instead of joined.
 */
const SAME_PLACE = 2;
/**
 * Distance in pixels. A new count takes in all numbers this close to its middle, so that there are not several small
 * counts side by side.
 */
const JOINED_NUMBERS = 24;
/** Radius in pixels around the house icon that stays free of markers. */
const START_RADIUS = 14;

interface Joint {
  readonly spots: readonly Spot[];
  readonly trueX: number;
  readonly trueY: number;
}

/**
 * Places the markers: every center is in exactly one, and no two overlap. Markers that would touch are pushed apart;
 * those without room near their true position are joined into a count.
 */
export function placeMarkers(spots: readonly Spot[], { scale, unit, start }: Placing): readonly Marker[] {
  const single = spots.map((spot) => jointOf([spot], scale));
  const hasNumbers = spots.some(({ center }) => center.rank !== null);
  let joints = hasNumbers
    ? joinNear(single, scale, JOINED_NUMBERS * unit, CROWD)
    : joinNear(single, scale, JOINED_DOTS * unit, 1);
  const fixed = start === null ? null : { ...start, radius: START_RADIUS * unit };
  for (;;) {
    const { markers, crowded } = pushApart(
      joints.map((joint) => markerOf(joint, unit)),
      fixed,
      unit,
    );
    const [first] = crowded;
    if (first === undefined) return markers;
    joints = join(joints, first, scale, unit);
  }
}

function markerOf({ spots, trueX, trueY }: Joint, unit: number): Marker {
  return { spots, trueX, trueY, x: trueX, y: trueY, radius: radiusOf(spots) * unit };
}

function jointOf(spots: readonly Spot[], scale: number): Joint {
  const sum = spots.reduce((sums, { x, y }) => ({ x: sums.x + x, y: sums.y + y }), { x: 0, y: 0 });
  const each = scale / spots.length;
  // If unnumbered centers join a numbered one, the marker stays at the numbered center.
  const own = kindOf(spots) === 'number' ? spots.find(({ center }) => center.rank !== null) : undefined;
  if (own !== undefined) return { spots, trueX: own.x * scale, trueY: own.y * scale };
  return { spots, trueX: sum.x * each, trueY: sum.y * each };
}

/**
 * Joins the two crowded markers. If one of them is numbered and they become a count, numbers and counts right next to
 * them join too.
 */
function join(
  joints: readonly Joint[],
  [one, other]: readonly [number, number],
  scale: number,
  unit: number,
): readonly Joint[] {
  const pair = [joints[one], joints[other]].filter((joint) => joint !== undefined);
  let joined = jointOf(
    pair.flatMap(({ spots }) => spots),
    scale,
  );
  const rest = joints.filter((joint) => !pair.includes(joint));
  if (kindOf(joined.spots) !== 'count' || !pair.some(({ spots }) => kindOf(spots) !== 'dot')) return [...rest, joined];
  const isBeside = (joint: Joint): boolean =>
    kindOf(joint.spots) !== 'dot' && distance(joint, joined) < JOINED_NUMBERS * unit;
  joined = jointOf(
    [joined, ...rest.filter(isBeside)].flatMap(({ spots }) => spots),
    scale,
  );
  return [...rest.filter((joint) => !isBeside(joint)), joined];
}

/**
 * Creates counts. The marker with the most neighbors goes first: it takes in all markers of its own kind within reach,
 * if there are at least `least` of them. A dot therefore never joins a number here.
 */
function joinNear(joints: readonly Joint[], scale: number, reach: number, least: number): readonly Joint[] {
  // A whole state has two thousand centers, so kinds are computed once, and a cheap comparison of x and y comes before
  // the exact distance.
  const kinds = new Map(joints.map((joint) => [joint, kindOf(joint.spots)]));
  const byKind = Map.groupBy(joints, (joint) => kinds.get(joint));
  const near = (joint: Joint): readonly Joint[] =>
    (byKind.get(kinds.get(joint)) ?? []).filter(
      (other) =>
        Math.abs(joint.trueX - other.trueX) < reach &&
        Math.abs(joint.trueY - other.trueY) < reach &&
        distance(joint, other) < reach,
    );
  const neighbors = new Map(joints.map((joint) => [joint, near(joint)]));
  const ordered = joints.toSorted((a, b) => (neighbors.get(b)?.length ?? 0) - (neighbors.get(a)?.length ?? 0));
  const taken = new Set<Joint>();
  return ordered.flatMap((joint) => {
    if (taken.has(joint)) return [];
    const group = (neighbors.get(joint) ?? []).filter((other) => !taken.has(other));
    const apart = group.filter((other) => distance(joint, other) > SAME_PLACE * scale);
    const joined = kindOf(joint.spots) === 'dot' || apart.length + 1 >= least ? group : [joint];
    const isCrowd = joined.length >= least;
    for (const other of isCrowd ? joined : [joint]) taken.add(other);
    return isCrowd
      ? [
          jointOf(
            joined.flatMap(({ spots }) => spots),
            scale,
          ),
        ]
      : [joint];
  });
}

const distance = (a: Joint, b: Joint): number => Math.hypot(a.trueX - b.trueX, a.trueY - b.trueY);
