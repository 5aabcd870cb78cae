import { atLeastKm, type Box, farthestKm, nearestKm } from '../geo/box.ts';
import { distanceKm, roundedKm } from '../geo/distance.ts';
import type { Point } from '../geo/point.ts';

/** Distances from the origin of a search: from a point, or from an unknown point of a region. */
export interface Reach {
  /** Lower bound for a box: no point of it is nearer. */
  boundKm(box: Box): number;
  /** A lower bound that is cheaper to compute, and never greater than `boundKm`. */
  roughKm(box: Box): number;
  /** Upper bound for a box: no point of it is farther. */
  limitKm(box: Box): number;
  /** Smallest possible distance of a point. Results are sorted by it. */
  nearestKm(point: Point): number;
  /** Largest possible distance of a point. */
  farthestKm(point: Point): number;
}

export function fromPoint(origin: Point): Reach {
  return {
    boundKm: (box) => nearestKm(origin, box),
    roughKm: (box) => atLeastKm(origin, box),
    limitKm: (box) => farthestKm(origin, box),
    nearestKm: (point) => distanceKm(origin, point),
    farthestKm: (point) => distanceKm(origin, point),
  };
}

/**
 * Distances from an unknown point of a region, computed from the region's middle and radius with the triangle
 * inequality. The bounds are slightly loose, which may cost an extra page but never a wrong answer.
 */
export function fromRegion(region: Box): Reach {
  const middle = { lat: (region.minLat + region.maxLat) / 2, lng: (region.minLng + region.maxLng) / 2 };
  const radiusKm = farthestKm(middle, region);
  return {
    boundKm: (box) => Math.max(0, nearestKm(middle, box) - radiusKm),
    roughKm: (box) => Math.max(0, atLeastKm(middle, box) - radiusKm),
    limitKm: (box) => farthestKm(middle, box) + radiusKm,
    nearestKm: (point) => roundedKm(nearestKm(point, region)),
    farthestKm: (point) => roundedKm(farthestKm(point, region)),
  };
}
