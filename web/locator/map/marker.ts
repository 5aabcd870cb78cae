import type { Point } from '../../../functions/geo/point.ts';
import type { GridPoint } from './grid.ts';

/** A center as the map needs it. */
export interface MapCenter {
  readonly id: string;
  readonly name: string;
  readonly location: Point;
  /** Its number in the list, where 1 is nearest; null for one farther down. */
  readonly rank: number | null;
  /** True if it only may offer what is asked for: drawn dashed. */
  readonly ask?: boolean;
}

/** A center on the grid. */
export interface Spot extends GridPoint {
  readonly center: MapCenter;
}

/** One drawn marker: a numbered disk, a dot, or a count of centers close together. In pixels at some scale, before panning. */
export interface Marker {
  readonly spots: readonly Spot[];
  /** Its position on the map. */
  readonly x: number;
  readonly y: number;
  /** The true position of its center; for a count, the middle of its centers. */
  readonly trueX: number;
  readonly trueY: number;
  readonly radius: number;
}

export type MarkerKind = 'number' | 'dot' | 'count';

/** A numbered center keeps its number when dots join it; two numbers, or two dots, become a count. */
export function kindOf(spots: readonly Spot[]): MarkerKind {
  const numbered = spots.filter(({ center }) => center.rank !== null).length;
  if (numbered === 1) return 'number';
  return spots.length === 1 ? 'dot' : 'count';
}

/** The text on the marker. */
export function textOf(spots: readonly Spot[]): string {
  const numbered = spots.filter(({ center }) => center.rank !== null);
  const [only] = numbered;
  if (numbered.length === 1 && only !== undefined) return String(only.center.rank);
  return spots.length === 1 ? '' : String(spots.length);
}

/** In pixels at a text size of 16. A count grows with its number. */
export function radiusOf(spots: readonly Spot[]): number {
  const kind = kindOf(spots);
  if (kind === 'dot') return 5;
  if (kind === 'number') return spots.length > 1 ? 16 : 13;
  return Math.min(24, 12 + 1.9 * Math.log2(spots.length));
}
