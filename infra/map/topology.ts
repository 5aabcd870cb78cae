import { type GridPoint, toGrid } from '../../web/locator/map/grid.ts';

/** A TopoJSON file as us-atlas writes it. Each border is in it once, as steps from corner to corner. */
export interface Topology {
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
}

/**
 * A state or county. Its rings are lists of arc numbers. The bitwise complement of a number means the same arc in
 * reverse.
 */
export interface Area {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly id: string;
  readonly properties: { readonly name: string };
  readonly arcs: readonly unknown[];
}

export type Line = readonly GridPoint[];

/** Returns all lines of the topology, in whole grid units. */
export function gridLines({ arcs, transform: { scale, translate } }: Topology): readonly Line[] {
  return arcs.map((steps) => {
    let [x, y] = [0, 0];
    return steps.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      const corner = toGrid({ lng: x * scale[0] + translate[0], lat: y * scale[1] + translate[1] });
      return { x: Math.round(corner.x), y: Math.round(corner.y) };
    });
  });
}

export const ringsOf = (area: Area): readonly (readonly number[])[] =>
  (area.type === 'Polygon' ? area.arcs : (area.arcs as readonly unknown[][]).flat()) as number[][];

export const lineNumber = (arc: number): number => (arc < 0 ? ~arc : arc);

/** Returns SVG path text for every ring of an area, without rings that disappear by rounding. */
export const areaPath = (area: Area, lines: readonly Line[]): string =>
  ringsOf(area)
    .map((ring) => ringLine(ring, lines))
    .filter((line) => new Set(line.map(({ x, y }) => `${x} ${y}`)).size > 2)
    .map((line) => `${linePath(line)}z`)
    .join('');

export function ringLine(ring: readonly number[], lines: readonly Line[]): Line {
  return ring.flatMap((arc, index) => {
    const line = lines[lineNumber(arc)] ?? [];
    const walked = arc < 0 ? line.toReversed() : line;
    return index === 0 ? walked : walked.slice(1);
  });
}

/**
 * Returns SVG path text for a line, in relative steps. In front of a negative number no space is needed, because the
 * minus sign separates the numbers.
 */
export function linePath(line: Line): string {
  const [first, ...others] = line;
  if (first === undefined) return '';
  let at = first;
  let steps = '';
  for (const corner of others) {
    const [dx, dy] = [corner.x - at.x, corner.y - at.y];
    if (dx === 0 && dy === 0) continue;
    steps += join(dx, steps === '') + join(dy);
    at = corner;
  }
  return `M${first.x}${join(first.y)}l${steps}`;
}

const join = (value: number, isFirst = false): string => (value < 0 || isFirst ? `${value}` : ` ${value}`);

/** Removes corners that are within `tolerance` units of the simplified line (Douglas and Peucker 1973). */
export function simplify(line: Line, tolerance: number): Line {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return line;
  let farthest = 0;
  let at = 0;
  for (const [index, corner] of line.entries()) {
    const distance = distanceToSegment(corner, first, last);
    if (distance > farthest) [farthest, at] = [distance, index];
  }
  if (farthest <= tolerance) return [first, last];
  return [...simplify(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(line.slice(at), tolerance)];
}

function distanceToSegment({ x, y }: GridPoint, from: GridPoint, to: GridPoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const nearest = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from.x - nearest * dx, y - from.y - nearest * dy);
}
