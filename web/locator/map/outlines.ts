import type { State } from '../../../functions/domain/state.ts';
import type { GridPoint } from './grid.ts';

/** A rectangle in grid units. */
export interface GridBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export interface StateOutline {
  readonly code: State;
  readonly box: GridBox;
  /** SVG path text in grid units. */
  readonly path: string;
}

/** The outlines that every map draws. */
export interface Outlines {
  readonly states: readonly StateOutline[];
  /** SVG path of the borders and coasts of the states that are not listed. */
  readonly others: string;
}

export interface Town extends GridPoint {
  readonly name: string;
  /** Population in thousands, at least 1. */
  readonly thousands: number;
}

interface County {
  readonly name: string;
  readonly path: string;
}

/** Details of a state. They are loaded when a map shows the state. */
export interface Region {
  readonly counties: readonly County[];
  /** Towns, sorted by population, the largest first. */
  readonly towns: readonly Town[];
}

/** The format of the files that infra/map/write.ts writes: rows of text, with `|` between their cells. */
export function readOutlines(file: { readonly states: readonly string[]; readonly others: string }): Outlines {
  return {
    others: file.others,
    states: file.states.map((row) => {
      const [code = '', box = '', path = ''] = row.split('|');
      const [minX = 0, minY = 0, maxX = 0, maxY = 0] = box.split(' ').map(Number);
      return { code: code as State, box: { minX, minY, maxX, maxY }, path };
    }),
  };
}

export function readRegion(file: { readonly counties: readonly string[]; readonly towns: readonly string[] }): Region {
  return {
    counties: file.counties.map((row) => {
      const [name = '', path = ''] = row.split('|');
      return { name, path };
    }),
    towns: file.towns.map((row) => {
      const [name = '', x, y, thousands] = row.split('|');
      return { name, x: Number(x), y: Number(y), thousands: Number(thousands) };
    }),
  };
}

/** The name of the county around a point; null outside all of them. */
export function countyAt(point: GridPoint, region: Region): string | null {
  return region.counties.find(({ path }) => isInside(point, path))?.name ?? null;
}

export const isInBox = ({ x, y }: GridPoint, box: GridBox): boolean =>
  x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;

export const overlapOf = (a: GridBox, b: GridBox): boolean =>
  a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;

/** The listed state around a point. Null if it is in none of the eight. */
export function stateAround(point: GridPoint, { states }: Outlines): StateOutline | null {
  return states.find(({ box, path }) => isInBox(point, box) && isInside(point, path)) ?? null;
}

/** Cache of the numbers in each path. There are a few hundred outlines, and they never change. */
const rings = new Map<string, readonly (readonly number[])[]>();

function ringsOf(path: string): readonly (readonly number[])[] {
  const read = rings.get(path) ?? path.split('z').map((ring) => (ring.match(/-?\d+/g) ?? []).map(Number));
  rings.set(path, read);
  return read;
}

/**
 * True if the point is inside the path: a ray to the east crosses it an odd number of times. Each ring is an absolute
 * start (`M`) followed by relative steps.
 */
function isInside({ x, y }: GridPoint, path: string): boolean {
  let inside = false;
  for (const [startX = 0, startY = 0, ...steps] of ringsOf(path)) {
    let [fromX, fromY] = [startX, startY];
    for (let at = 0; at <= steps.length; at += 2) {
      // The last step leads back to the start of the ring.
      const toX = at < steps.length ? fromX + (steps[at] ?? 0) : startX;
      const toY = at < steps.length ? fromY + (steps[at + 1] ?? 0) : startY;
      if (fromY > y !== toY > y && x < fromX + ((toX - fromX) * (y - fromY)) / (toY - fromY)) inside = !inside;
      [fromX, fromY] = [toX, toY];
    }
  }
  return inside;
}
