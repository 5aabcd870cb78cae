import { atLeastKm, type Box, farthestKm, nearestKm } from '../geo/box.ts';
import { distanceKm } from '../geo/distance.ts';
import type { Point } from '../geo/point.ts';

/** How far things are from where a search starts: a point, or any point of a region that is all we are told. */
export interface Reach {
  /** Nothing in the box is nearer. */
  boundKm(box: Box): number;
  /** Nor than this, which is no more than the bound and costs next to nothing to tell. */
  roughKm(box: Box): number;
  /** Nothing in the box is farther. */
  limitKm(box: Box): number;
  /** Distance that results are ordered by: the nearest possible. */
  nearestKm(point: Point): number;
  /** The farthest that it can be. */
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
 * From an unknown point of a region. Between two boxes the triangle inequality over the region's middle gives bounds;
 * they are a little loose, which costs a page now and then and never an answer.
 */
export function fromRegion(region: Box): Reach {
  const middle = { lat: (region.minLat + region.maxLat) / 2, lng: (region.minLng + region.maxLng) / 2 };
  const radiusKm = farthestKm(middle, region);
  return {
    boundKm: (box) => Math.max(0, nearestKm(middle, box) - radiusKm),
    roughKm: (box) => Math.max(0, atLeastKm(middle, box) - radiusKm),
    limitKm: (box) => farthestKm(middle, box) + radiusKm,
    nearestKm: (point) => nearestKm(point, region),
    farthestKm: (point) => farthestKm(point, region),
  };
}
