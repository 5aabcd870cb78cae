import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  distanceKm,
  EARTH_RADIUS_KM,
  HALF_GREAT_CIRCLE_KM,
  KM_PER_MILE,
  roundedKm,
} from '../../functions/geo/distance.ts';
import { assertPoint, type Point } from '../../functions/geo/point.ts';
import { angularKm } from '../support/oracle.ts';
import { antipodeOf, points } from './arbitraries.ts';

const near = fc
  .tuple(points, fc.double({ min: -0.5, max: 0.5, noNaN: true }), fc.double({ min: -0.5, max: 0.5, noNaN: true }))
  .map(([a, up, along]): [Point, Point] => [
    a,
    { lat: Math.max(-90, Math.min(90, a.lat + up)), lng: Math.max(-180, Math.min(180, a.lng + along)) },
  ]);
const pairs = fc.oneof(fc.tuple(points, points), near);

/**
 * The distance computed from the straight line through the globe: the line's length from coordinates, then the arc
 * above the line.
 */
function chordKm(a: Point, b: Point): number {
  const at = ({ lat, lng }: Point): [number, number, number] => {
    const [phi, lambda] = [(lat / 180) * Math.PI, (lng / 180) * Math.PI];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
  };
  const [ax, ay, az] = at(a);
  const [bx, by, bz] = at(b);
  const chord = Math.hypot(ax - bx, ay - by, az - bz);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2));
}

/** Distances are compared in steps of a micrometer. */
const STEP_KM = 1e-9;

/**
 * The tolerance is 1 mm up to a quarter of the globe. Beyond that both arcsines become steep, with errors up to a metre
 * at the antipode.
 */
const toleranceKm = (km: number) => (km < HALF_GREAT_CIRCLE_KM / 2 ? 1e-6 : km < 20_000 ? 1e-5 : 1e-3);

describe('distanceKm', () => {
  it('agrees with the angle between vectors to 1 mm (1 m near the antipode)', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const km = angularKm(a, b);
        expect(Math.abs(distanceKm(a, b) - km)).toBeLessThan(toleranceKm(km));
      }),
      { numRuns: 3_000, seed: 31 },
    );
  });

  it('agrees with the chord to 1 mm (1 m near the antipode)', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(Math.abs(distanceKm(a, b) - chordKm(a, b))).toBeLessThan(toleranceKm(chordKm(a, b)));
      }),
      { numRuns: 3_000, seed: 32 },
    );
  });

  it('is in steps of a micrometer, so that engines which differ in the last bit of a sine agree', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const km = distanceKm(a, b);
        expect(roundedKm(km)).toBe(km);
        // Another engine's sine may give the next greater or smaller number.
        const bit = km * Number.EPSILON;
        fc.pre(Math.abs(km * 1e9 - Math.floor(km * 1e9) - 0.5) > 1e-3);
        expect([roundedKm(km - bit), roundedKm(km + bit)]).toEqual([km, km]);
      }),
      { numRuns: 1_000, seed: 35 },
    );
    expect(distanceKm({ lat: 33.4484, lng: -112.074 }, { lat: 33.45, lng: -112.07 })).toBe(0.411555546);
  });

  it('is the same both ways, nothing from a point to itself, and never longer by a detour', () => {
    fc.assert(
      fc.property(points, points, points, (a, b, c) => {
        expect(distanceKm(a, b)).toBe(distanceKm(b, a));
        expect(distanceKm(a, a)).toBe(0);
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-3);
        expect(distanceKm(a, b)).toBeLessThanOrEqual(HALF_GREAT_CIRCLE_KM + STEP_KM);
      }),
      { numRuns: 2_000, seed: 33 },
    );
  });

  it('is half a great circle to the antipode, and no turn of longitude counts at a pole', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        expect(distanceKm(a, antipodeOf(a))).toBeCloseTo(HALF_GREAT_CIRCLE_KM, 3);
        expect(distanceKm({ lat: 90, lng: a.lng }, b)).toBeCloseTo(distanceKm({ lat: 90, lng: b.lng }, b), 3);
      }),
      { numRuns: 1_000, seed: 34 },
    );
  });

  test('is nothing across the date line', () => {
    expect(distanceKm({ lat: 12, lng: 180 }, { lat: 12, lng: -180 })).toBeCloseTo(0, 9);
    expect(distanceKm({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBeCloseTo(
      EARTH_RADIUS_KM * (Math.PI / 180),
      9,
    );
  });

  // Distances on the ellipsoid from the great-circle mapper and almanacs; a sphere is at most 0.6 % off.
  test.each([
    ['New York', { lat: 40.7128, lng: -74.006 }, 'Los Angeles', { lat: 34.0522, lng: -118.2437 }, 3_944],
    ['London', { lat: 51.5074, lng: -0.1278 }, 'Paris', { lat: 48.8566, lng: 2.3522 }, 344],
    ['Sydney', { lat: -33.8688, lng: 151.2093 }, 'Santiago', { lat: -33.4489, lng: -70.6693 }, 11_340],
    ['Phoenix', { lat: 33.4484, lng: -112.074 }, 'Tucson', { lat: 32.2226, lng: -110.9747 }, 171],
  ])('%s to %3$s is what an atlas says', (_, a, __, b, km) => {
    expect(Math.abs(distanceKm(a, b) / km - 1)).toBeLessThan(0.006);
  });

  test('measures the sphere and the mile of the public contract', () => {
    expect(EARTH_RADIUS_KM).toBe(6371.0088);
    expect(KM_PER_MILE).toBe(1.609344);
    expect(HALF_GREAT_CIRCLE_KM).toBe(Math.PI * 6371.0088);
  });
});

describe('assertPoint', () => {
  test.each([
    [{ lat: Number.NaN, lng: 0 }, 'latitude NaN is not between -90 and 90'],
    [{ lat: 91, lng: 0 }, 'latitude 91 is not between -90 and 90'],
    [{ lat: 0, lng: 180.1 }, 'longitude 180.1 is not between -180 and 180'],
  ])('refuses %o: %s', (point, message) => {
    expect(() => assertPoint(point)).toThrow(message);
  });

  test('takes every point of the globe', () => {
    fc.assert(
      fc.property(points, (point) => assertPoint(point)),
      { seed: 35 },
    );
  });
});
