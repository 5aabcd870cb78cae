import { kindOf, type Marker, radiusOf, type Spot } from './marker.ts';
import { pushApart } from './push-apart.ts';
import type { Pixel } from './view.ts';

export interface Placing {
  /** Pixels for a grid unit. */
  readonly scale: number;
  /** How much larger than 16 pixels the reader's text is. */
  readonly unit: number;
  /** The start in pixels: no marker may cover it. */
  readonly start: Pixel | null;
}

/** Centers nearer to each other than this, in pixels, are counted together where a map has no numbers. */
const JOINED_DOTS = 20;
/** A new count takes in what is this near to its middle, in pixels, instead of leaving several small counts side by side. */
const JOINED_NUMBERS = 24;
/** As wide as the start's house. */
const START_RADIUS = 14;

interface Joint {
  readonly spots: readonly Spot[];
  readonly trueX: number;
  readonly trueY: number;
}

/**
 * Every center in exactly one marker, no two markers overlapping. Markers that would touch are pushed apart; those
 * for which there is no room near their true spot are joined to a count.
 */
export function placeMarkers(spots: readonly Spot[], { scale, unit, start }: Placing): readonly Marker[] {
  const single = spots.map((spot) => jointOf([spot], scale));
  const hasNumbers = spots.some(({ center }) => center.rank !== null);
  let joints = hasNumbers ? single : joinNear(single, JOINED_DOTS * unit, scale);
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
  // A number keeps its own spot when dots join it.
  const own = kindOf(spots) === 'number' ? spots.find(({ center }) => center.rank !== null) : undefined;
  if (own !== undefined) return { spots, trueX: own.x * scale, trueY: own.y * scale };
  return { spots, trueX: sum.x * each, trueY: sum.y * each };
}

/** Joins the crowded pair; where two numbers become a count, also the numbers right beside it. */
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
  const { trueX, trueY } = joined;
  const isBeside = (joint: Joint): boolean =>
    Math.hypot(joint.trueX - trueX, joint.trueY - trueY) < JOINED_NUMBERS * unit;
  joined = jointOf(
    [joined, ...rest.filter(isBeside)].flatMap(({ spots }) => spots),
    scale,
  );
  return [...rest.filter((joint) => !isBeside(joint)), joined];
}

/** Counts for a map of dots: the densest spot first takes in all that is near it. */
function joinNear(joints: readonly Joint[], reach: number, scale: number): readonly Joint[] {
  const isNear = (a: Joint, b: Joint): boolean => Math.hypot(a.trueX - b.trueX, a.trueY - b.trueY) < reach;
  const neighbors = new Map(joints.map((joint) => [joint, joints.filter((other) => isNear(joint, other))]));
  const ordered = joints.toSorted((a, b) => (neighbors.get(b)?.length ?? 0) - (neighbors.get(a)?.length ?? 0));
  const taken = new Set<Joint>();
  return ordered.flatMap((joint) => {
    if (taken.has(joint)) return [];
    const group = (neighbors.get(joint) ?? []).filter((other) => !taken.has(other));
    for (const other of group) taken.add(other);
    return [
      jointOf(
        group.flatMap(({ spots }) => spots),
        scale,
      ),
    ];
  });
}
