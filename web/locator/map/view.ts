import type { GridPoint } from './grid.ts';
import type { GridBox } from './outlines.ts';

/** A view of the grid: the point in its middle, and pixels per grid unit. */
export interface View extends GridPoint {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels at each edge of the map that controls cover. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/**
 * Limits of the scale. A grid unit is about a sixth of a mile: the closest view is about a mile wide, the farthest
 * shows the whole country.
 */
const CLOSEST = 60;
const FARTHEST = 0.012;
/** The contiguous United States in grid units. The middle of a view never leaves this box. */
const EVERYWHERE: GridBox = { minX: 0, minY: 0, maxX: 21200, maxY: 11200 };

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Limits a view's scale and center to what the map can show. */
function bounded(view: View): View {
  return {
    ...view,
    scale: clamp(view.scale, FARTHEST, CLOSEST),
    x: clamp(view.x, EVERYWHERE.minX, EVERYWHERE.maxX),
    y: clamp(view.y, EVERYWHERE.minY, EVERYWHERE.maxY),
  };
}

export const toPixel = ({ x, y }: GridPoint, view: View): Pixel => ({
  x: (x - view.x) * view.scale + view.width / 2,
  y: (y - view.y) * view.scale + view.height / 2,
});

const toGridPoint = ({ x, y }: Pixel, view: View): GridPoint => ({
  x: (x - view.width / 2) / view.scale + view.x,
  y: (y - view.height / 2) / view.scale + view.y,
});

/**
 * The view that shows a box as large as possible between the margins.
 * @param closest Greatest scale in pixels per unit.
 */
export function framing(
  box: GridBox,
  size: { readonly width: number; readonly height: number },
  margins: Margins,
  closest = CLOSEST,
): View {
  const across = Math.max(1, size.width - margins.left - margins.right);
  const down = Math.max(1, size.height - margins.top - margins.bottom);
  const scale = Math.min(
    closest,
    across / Math.max(box.maxX - box.minX, 1e-9),
    down / Math.max(box.maxY - box.minY, 1e-9),
  );
  const view = bounded({ x: 0, y: 0, scale, ...pick(size) });
  return bounded({
    ...view,
    x: (box.minX + box.maxX) / 2 + (margins.right - margins.left) / 2 / view.scale,
    y: (box.minY + box.maxY) / 2 + (margins.bottom - margins.top) / 2 / view.scale,
  });
}

const pick = ({ width, height }: { readonly width: number; readonly height: number }) => ({ width, height });

/** Changes the scale by a factor. The grid point at the pixel `at` stays in place. */
export function zoomed(view: View, factor: number, at: Pixel = { x: view.width / 2, y: view.height / 2 }): View {
  const held = toGridPoint(at, view);
  const { scale } = bounded({ ...view, scale: view.scale * factor });
  return bounded({
    ...view,
    scale,
    x: held.x - (at.x - view.width / 2) / scale,
    y: held.y - (at.y - view.height / 2) / scale,
  });
}

/** Moves the picture by a number of pixels, as a finger drags it. */
export const moved = (view: View, dx: number, dy: number): View =>
  bounded({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale });

export const centered = (view: View, { x, y }: GridPoint): View => bounded({ ...view, x, y });

export function boxAround(points: readonly GridPoint[]): GridBox {
  if (points.length === 0) throw new RangeError('there is no box around no points');
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}

/** The part of the grid that a view shows. */
export function shownBox(view: View): GridBox {
  const [left, top] = [toGridPoint({ x: 0, y: 0 }, view), toGridPoint({ x: view.width, y: view.height }, view)];
  return { minX: left.x, minY: left.y, maxX: top.x, maxY: top.y };
}
