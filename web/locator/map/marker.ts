import type { Point } from '../../../functions/geo/point.ts';
import type { GridPoint } from './grid.ts';

/** What the map needs to know about a center. */
export interface MapCenter {
  readonly id: string;
  readonly name: string;
  readonly location: Point;
  /** The center's number in the list, where 1 is nearest. Null if it is not in the list. */
  readonly rank: number | null;
  /** True if the listing does not say whether the center offers what was asked for. Its marker is dashed. */
  readonly ask?: boolean;
}

/** A center with its position on the map's grid. */
export interface Spot extends GridPoint {
  readonly center: MapCenter;
}

/**
 * One drawn marker: a numbered disk, a dot, or a count of centers close together. Measured in pixels at a given scale,
 * before the map is moved.
 */
export interface Marker {
  readonly spots: readonly Spot[];
  /** The marker's position on the map. */
  readonly x: number;
  readonly y: number;
  /**
   * Position before markers are pushed apart: of its center, of the numbered center if it has exactly one, or the mean
   * of its centers.
   */
  readonly trueX: number;
  readonly trueY: number;
  readonly radius: number;
}

export type MarkerKind = 'number' | 'dot' | 'count';

/**
 * A marker with exactly one numbered center shows its number, even if unnumbered centers were joined to it. Without
 * one, a single center is a dot. All other markers are counts.
 */
export function kindOf(spots: readonly Spot[]): MarkerKind {
  const numbered = spots.filter(({ center }) => center.rank !== null).length;
  if (numbered === 1) return 'number';
  return spots.length === 1 ? 'dot' : 'count';
}

/** The text on the marker: a center's number, or how many centers it stands for. */
export function textOf(spots: readonly Spot[]): string {
  const numbered = spots.filter(({ center }) => center.rank !== null);
  const [only] = numbered;
  if (numbered.length === 1 && only !== undefined) return String(only.center.rank);
  return spots.length === 1 ? '' : String(spots.length);
}

/** Radius in pixels at a text size of 16. A count's disk grows with the number of its centers. */
export function radiusOf(spots: readonly Spot[]): number {
  const kind = kindOf(spots);
  if (kind === 'dot') return 5;
  if (kind === 'number') return spots.length > 1 ? 16 : 13;
  return Math.min(24, 12 + 1.9 * Math.log2(spots.length));
}
