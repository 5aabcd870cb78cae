import { stateNames } from '../../functions/domain/state.ts';
import { radians } from '../../functions/geo/distance.ts';
import type { Point } from '../../functions/geo/point.ts';
import { readOutlines } from '../../functions/places/outlines/state-outlines.ts';

export interface Dot {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly title: string;
  readonly at: Point;
}

const width = 960;
const height = 600;

// The projection: Albers' equal-area conic, with the parallels that are usual for maps of the contiguous states (Snyder
// 1987, 14-1 to 14-11).
const [south, north, middle, origin] = [29.5, 45.5, 37.5, -96].map(radians) as [number, number, number, number];
const cone = (Math.sin(south) + Math.sin(north)) / 2;
const constant = Math.cos(south) ** 2 + 2 * cone * Math.sin(south);
const radius = (lat: number): number => Math.sqrt(constant - 2 * cone * Math.sin(lat)) / cone;
/** Pixels per earth radius. With this number the contiguous states fill the picture. */
const scale = 1180;

/** Projects a point to pixels; null if it is outside the picture, such as in Alaska or Hawaii. */
export function project({ lat, lng }: Point): readonly [x: number, y: number] | null {
  const angle = cone * (radians(lng) - origin);
  const x = width / 2 + scale * radius(radians(lat)) * Math.sin(angle);
  const y = height / 2 - scale * (radius(middle) - radius(radians(lat)) * Math.cos(angle));
  return x >= 0 && x <= width && y >= 0 && y <= height ? [round(x), round(y)] : null;
}

/**
 * Draws a map as one SVG element: the outlines of the states, and a dot for each center, with changed centers behind
 * the others.
 */
export function toSvg(dots: readonly Dot[], safe: (text: string) => string): string {
  const served = new Set<string>(Object.values(stateNames));
  const states = [...readOutlines()].flatMap(([name, polygons]) => {
    const d = polygons.flatMap((rings) => rings.map(pathOf)).join('');
    return d === '' ? [] : [`<path class="${served.has(name) ? 'served' : 'state'}" d="${d}"/>`];
  });
  const order = ['changed', 'removed', 'added'] as const;
  const circles = order.flatMap((kind) =>
    dots
      .filter((dot) => dot.kind === kind)
      .flatMap(({ title, at }) => {
        const point = project(at);
        if (point === null) return [];
        return [
          `<circle class="${kind}" cx="${point[0]}" cy="${point[1]}" r="3"><title>${safe(title)}</title></circle>`,
        ];
      }),
  );
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Map of the centers added, removed and changed">\n${states.join('\n')}\n${circles.join('\n')}\n</svg>`;
}

/** Draws a ring with coordinates rounded to a fifth of a pixel. Corners that become equal are merged. */
function pathOf(ring: readonly (readonly [lng: number, lat: number])[]): string {
  const corners: string[] = [];
  for (const [lng, lat] of ring) {
    const point = project({ lat, lng });
    if (point === null) continue;
    const corner = `${point[0]},${point[1]}`;
    if (corners.at(-1) !== corner) corners.push(corner);
  }
  return corners.length < 3 ? '' : `M${corners.join('L')}Z`;
}

function round(pixels: number): number {
  return Math.round(pixels * 5) / 5;
}
