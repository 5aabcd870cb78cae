import type { Marker } from './marker.ts';
import type { Town } from './outlines.ts';
import { type Pixel, toPixel, type View } from './view.ts';

/** A rectangle of pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Tracks which areas of the map are still free for text. */
export class Free {
  readonly #taken: Box[];
  readonly #view: View;

  constructor(view: View, taken: readonly Box[]) {
    this.#taken = [...taken];
    this.#view = view;
  }

  isFree(box: Box): boolean {
    const { width, height } = this.#view;
    const isWhole = box.x >= 2 && box.y >= 2 && box.x + box.width <= width - 2 && box.y + box.height <= height - 2;
    return isWhole && !this.#taken.some((other) => meet(box, other));
  }

  take(box: Box): void {
    this.#taken.push(box);
  }
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const around = ({ x, y }: Pixel, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: radius * 2,
  height: radius * 2,
});

/**
 * Estimates the width of a text, because a server cannot measure it. 0.58 of the font size per letter is wider than the
 * widest town name on the map.
 */
const LETTER = 0.58;
export const widthOf = (text: string, size: number): number => text.length * size * LETTER;

export interface TownLabel {
  readonly name: string;
  /** The position of the town's square. Null if a marker covers it; the name is then next to the marker. */
  readonly square: Pixel | null;
  readonly text: Pixel;
  readonly anchor: 'start' | 'end';
  readonly thousands: number;
}

const SIZE = 13;
/** Map area in square pixels per town name, which limits how many names are shown. */
const PIXELS_EACH = 21_000;
/** Least distance between two names, in pixels. */
const AIR = 7;

/** Chooses which towns to name, and where. Larger towns come first; a town is named only if there is room. */
export function townLabels(
  towns: readonly Town[],
  view: View,
  markers: readonly Marker[],
  free: Free,
  unit: number,
): readonly TownLabel[] {
  const most = Math.max(3, Math.round((view.width * view.height) / PIXELS_EACH / unit / unit));
  const shown: TownLabel[] = [];
  /** Markers that have a town's name next to them. A marker gets only one: of the largest town that it covers. */
  const named = new Set<Marker>();
  for (const town of towns.toSorted((a, b) => b.thousands - a.thousands)) {
    if (shown.length === most) break;
    const at = toPixel(town, view);
    const cover = markers.find(
      ({ x, y, radius }) => Math.max(Math.abs(x - at.x), Math.abs(y - at.y)) < radius + 8 * unit,
    );
    if (cover !== undefined && named.has(cover)) continue;
    const from = cover ?? { ...at, radius: 2 * unit };
    const width = widthOf(town.name, SIZE * unit);
    for (const side of [1, -1] as const) {
      const edge = from.x + side * (from.radius + 5 * unit);
      const box = {
        x: (side === 1 ? edge : edge - width) - 2,
        y: from.y - 8 * unit,
        width: width + 4,
        height: 16 * unit,
      };
      const square = cover === undefined ? around(at, 4 * unit) : null;
      if (!free.isFree(box) || (square !== null && !free.isFree(square))) continue;
      free.take({ x: box.x - AIR, y: box.y - AIR, width: box.width + 2 * AIR, height: box.height + 2 * AIR });
      if (square !== null) free.take(square);
      if (cover !== undefined) named.add(cover);
      shown.push({
        name: town.name,
        square: cover === undefined ? at : null,
        text: { x: edge, y: from.y + 4.5 * unit },
        anchor: side === 1 ? 'start' : 'end',
        thousands: town.thousands,
      });
      break;
    }
  }
  return shown;
}
