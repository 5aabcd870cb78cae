import { distanceKm, EARTH_RADIUS_KM, HALF_GREAT_CIRCLE_KM, radians } from './distance.ts';
import type { Point } from './point.ts';

/**
 * A rectangle of latitudes and longitudes, including its edges. It never crosses the date line: points on the two sides
 * of the date line give a wide box.
 */
export interface Box {
  readonly minLat: number;
  readonly minLng: number;
  readonly maxLat: number;
  readonly maxLng: number;
}

/**
 * Smallest box that contains the points.
 * @throws RangeError if there are none.
 */
export function boxOf(points: Iterable<Point>): Box {
  let [minLat, minLng, maxLat, maxLng] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lat, lng } of points) {
    if (lat < minLat) minLat = lat;
    if (lat > maxLat) maxLat = lat;
    if (lng < minLng) minLng = lng;
    if (lng > maxLng) maxLng = lng;
  }
  if (minLat === Infinity) throw new RangeError('no points to make a box of');
  return { minLat, minLng, maxLat, maxLng };
}

/** Rounding to four decimals moves an edge at most 11 m and halves the number of digits. */
const DECIMALS = 10_000;

/** A slightly larger box whose numbers have few digits. */
export function roundedOut({ minLat, minLng, maxLat, maxLng }: Box): Box {
  const down = (value: number): number => {
    const rounded = Math.floor(value * DECIMALS) / DECIMALS;
    return rounded <= value ? rounded : (Math.floor(value * DECIMALS) - 1) / DECIMALS;
  };
  const up = (value: number): number => -down(-value) || 0;
  return { minLat: down(minLat), minLng: down(minLng), maxLat: up(maxLat), maxLng: up(maxLng) };
}

export function unionOf(boxes: Iterable<Box>): Box {
  const corners: Point[] = [];
  for (const { minLat, minLng, maxLat, maxLng } of boxes) {
    corners.push({ lat: minLat, lng: minLng }, { lat: maxLat, lng: maxLng });
  }
  return boxOf(corners);
}

// Haversine is off by up to 30 cm near the antipode, where the arcsine is steep. One metre covers that, and costs at
// most one extra page within a metre of the last result.
const ROUNDING_KM = 0.001;

/** A lower bound in kilometres: no point of the box is nearer. */
export function nearestKm(origin: Point, box: Box): number {
  return Math.max(0, exactNearestKm(origin, box) - ROUNDING_KM);
}

/** A lower bound in kilometers from latitudes alone: never above {@link nearestKm}, and much cheaper. */
export function atLeastKm(origin: Point, { minLat, maxLat }: Box): number {
  const gap = Math.max(minLat - origin.lat, origin.lat - maxLat, 0);
  return Math.max(0, EARTH_RADIUS_KM * radians(gap) - ROUNDING_KM);
}

/**
 * An upper bound in kilometres: no point of the box is farther. The box's farthest point is nearest to the origin's
 * antipode.
 */
export function farthestKm(origin: Point, box: Box): number {
  const antipode = { lat: -origin.lat, lng: origin.lng > 0 ? origin.lng - 180 : origin.lng + 180 };
  return Math.min(HALF_GREAT_CIRCLE_KM, HALF_GREAT_CIRCLE_KM - exactNearestKm(antipode, box) + ROUNDING_KM);
}

function exactNearestKm(origin: Point, box: Box): number {
  if (origin.lng >= box.minLng && origin.lng <= box.maxLng) {
    // The box contains the origin's meridian, so the nearest point is on it or is the origin itself.
    const gap = Math.max(box.minLat - origin.lat, origin.lat - box.maxLat, 0);
    return EARTH_RADIUS_KM * radians(gap);
  }
  // The box lies to one side of the origin's meridian. Along a parallel the distance grows with the difference in
  // longitude, so the nearest point is on the western or eastern edge.
  return Math.min(nearestOnMeridian(origin, box, box.minLng), nearestOnMeridian(origin, box, box.maxLng));
}

/** Distance in kilometers to the nearest point of the meridian between the box's latitudes. */
function nearestOnMeridian(origin: Point, { minLat, maxLat }: Box, lng: number): number {
  // At latitude φ the cosine of the distance is a·sin φ + b·cos φ, which is greatest at φ = atan2(a, b).
  const a = Math.sin(radians(origin.lat));
  const b = Math.cos(radians(origin.lat)) * Math.cos(radians(lng - origin.lng));
  const foot = (Math.atan2(a, b) * 180) / Math.PI;
  if (foot >= minLat && foot <= maxLat) return distanceKm(origin, { lat: foot, lng });
  return Math.min(distanceKm(origin, { lat: minLat, lng }), distanceKm(origin, { lat: maxLat, lng }));
}
