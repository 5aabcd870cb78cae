import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { atLeastKm, type Box, boxOf, farthestKm, nearestKm, unionOf } from '../../functions/geo/box.ts';
import { distanceKm, HALF_GREAT_CIRCLE_KM } from '../../functions/geo/distance.ts';
import type { Point } from '../../functions/geo/point.ts';
import { angularKm } from '../support/oracle.ts';
import { runs } from '../support/runs.ts';
import { antipodeOf, boxes, points, within } from './arbitraries.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

/**
 * Origins for which a bound is likely to be wrong: in the box, on its edges, opposite to it, at its longitudes, at a
 * pole.
 */
const cases: fc.Arbitrary<{ box: Box; origin: Point }> = boxes.chain((box) => {
  const inside = fc.tuple(share, share).map(([up, along]) => within(box, up, along));
  const corners = fc.constantFrom(within(box, 0, 0), within(box, 0, 1), within(box, 1, 0), within(box, 1, 1));
  return fc
    .oneof(points, inside, corners, inside.map(antipodeOf), corners.map(antipodeOf), fc.constantFrom(...extremes))
    .map((origin) => ({ box, origin }));
});
const extremes: readonly Point[] = [
  { lat: 90, lng: 0 },
  { lat: -90, lng: 180 },
  { lat: 0, lng: 180 },
  { lat: 0, lng: -180 },
  { lat: 45, lng: 180 },
];

/** A grid over the box, edges and corners included. */
function* grid(box: Box, steps: number): Generator<Point> {
  for (let up = 0; up <= steps; up += 1) {
    for (let along = 0; along <= steps; along += 1) yield within(box, up / steps, along / steps);
  }
}

describe('nearestKm and farthestKm', () => {
  it('bound every point of a box, by either formula for distance', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.tuple(share, share), { minLength: 20, maxLength: 20 }),
        ({ box, origin }, shares) => {
          const [nearest, farthest] = [nearestKm(origin, box), farthestKm(origin, box)];
          expect(nearest).toBeGreaterThanOrEqual(0);
          expect(farthest).toBeLessThanOrEqual(HALF_GREAT_CIRCLE_KM);
          const some = shares.map(([up, along]) => within(box, up, along));
          const edges = shares.flatMap(([up]) => [
            within(box, up, 0),
            within(box, up, 1),
            within(box, 0, up),
            within(box, 1, up),
          ]);
          const all = [...some, ...edges, ...grid(box, 4)];
          const distances = all.flatMap((point) => [distanceKm(origin, point), angularKm(origin, point)]);
          expect(Math.min(...distances)).toBeGreaterThanOrEqual(nearest);
          // Rounding of the angle may exceed half a great circle in the last digit.
          expect(Math.max(...distances) - 1e-9).toBeLessThanOrEqual(farthest);
        },
      ),
      { numRuns: runs(4_000), seed: 41 },
    );
  });

  it('are never undercut by latitudes alone', () => {
    fc.assert(
      fc.property(cases, ({ box, origin }) => {
        const roughKm = atLeastKm(origin, box);
        expect(roughKm).toBeGreaterThanOrEqual(0);
        expect(roughKm).toBeLessThanOrEqual(nearestKm(origin, box) + 1e-9);
      }),
      { numRuns: runs(4_000), seed: 42 },
    );
  });

  it('are tight: some point of the box is about so near and so far', () => {
    // The tolerance is half the diagonal of a grid step, and the metre that the bounds allow for rounding.
    const steps = 60;
    fc.assert(
      fc.property(cases, ({ box, origin }) => {
        let [least, most] = [Infinity, 0];
        for (const point of grid(box, steps)) {
          const km = angularKm(origin, point);
          least = Math.min(least, km);
          most = Math.max(most, km);
        }
        const stepKm = 111.2 * Math.hypot((box.maxLat - box.minLat) / steps, (box.maxLng - box.minLng) / steps);
        const slack = stepKm / 2 + 0.003;
        expect(least - nearestKm(origin, box)).toBeLessThan(slack);
        expect(farthestKm(origin, box) - most).toBeLessThan(slack);
      }),
      { numRuns: runs(1_000), seed: 42 },
    );
  });

  it('of a box inside another are between the other’s', () => {
    fc.assert(
      fc.property(cases, share, share, ({ box, origin }, up, along) => {
        const [low, high] = [
          within(box, Math.min(up, along), Math.min(up, along)),
          within(box, Math.max(up, along), 1),
        ];
        const inner = boxOf([low, high]);
        expect(nearestKm(origin, inner)).toBeGreaterThanOrEqual(nearestKm(origin, box) - 1e-3);
        expect(farthestKm(origin, inner)).toBeLessThanOrEqual(farthestKm(origin, box) + 1e-3);
      }),
      { numRuns: runs(1_000), seed: 43 },
    );
  });

  test('inside a box the nearest is nothing; the whole globe reaches the antipode', () => {
    const globe = { minLat: -90, maxLat: 90, minLng: -180, maxLng: 180 };
    expect(nearestKm({ lat: 12, lng: 34 }, globe)).toBe(0);
    expect(farthestKm({ lat: 12, lng: 34 }, globe)).toBeCloseTo(HALF_GREAT_CIRCLE_KM, 3);
  });

  test('measure across the date line and over the pole, not round the map', () => {
    const east = { minLat: -1, maxLat: 1, minLng: 179, maxLng: 180 };
    expect(nearestKm({ lat: 0, lng: -179 }, east)).toBeCloseTo(111.195, 1);
    const siberia = { minLat: 80, maxLat: 85, minLng: 105, maxLng: 105 };
    expect(nearestKm({ lat: 85, lng: -75 }, siberia)).toBeCloseTo(10 * 111.195, 1);
  });
});

describe('boxOf and unionOf', () => {
  it('are the tight box of what they are given', () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 20 }), (list) => {
        const lats = list.map(({ lat }) => lat).sort((a, b) => a - b);
        const lngs = list.map(({ lng }) => lng).sort((a, b) => a - b);
        const box = boxOf(list);
        expect([box.minLat, box.maxLat, box.minLng, box.maxLng].map((n) => n + 0)).toEqual(
          [lats[0], lats.at(-1), lngs[0], lngs.at(-1)].map((n) => (n ?? Number.NaN) + 0),
        );
        const halves = [list.slice(0, 1), list.slice(1)].filter((half) => half.length > 0);
        expect(unionOf(halves.map(boxOf))).toEqual(box);
      }),
      { numRuns: runs(500), seed: 44 },
    );
  });

  test('refuse nothing', () => {
    expect(() => boxOf([])).toThrow('no points');
    expect(() => unionOf([])).toThrow('no points');
  });
});
