import type { Point } from './point.ts';

/** Mean earth radius (IUGG R1) in kilometers. The API's documentation promises distances on a sphere of this radius. */
export const EARTH_RADIUS_KM = 6371.0088;
export const KM_PER_MILE = 1.609344;
/** The greatest distance between two points on the sphere, in kilometers. */
export const HALF_GREAT_CIRCLE_KM = Math.PI * EARTH_RADIUS_KM;

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const STEPS_PER_KM = 1e9;

/**
 * Rounds a distance to steps of 1e-9 km (a micrometer), so that it can be compared. JavaScript engines differ in the
 * last bit of a sine, so Node and Chromium disagree about 2.4 % of haversine distances. Rounded, they agree. So a
 * search has the same order, and a cursor the same number, on the server and on a device.
 */
export const roundedKm = (km: number): number => Math.round(km * STEPS_PER_KM) / STEPS_PER_KM;

/**
 * Great-circle distance in kilometers, rounded as by {@link roundedKm}. Uses the haversine formula (Sinnott 1984),
 * which is accurate for short distances.
 */
export function distanceKm(a: Point, b: Point): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLng = Math.sin(radians(b.lng - a.lng) / 2);
  const h = halfLat * halfLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLng * halfLng;
  return roundedKm(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h))));
}
