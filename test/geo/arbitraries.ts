import fc from 'fast-check';
import type { Box } from '../../functions/geo/box.ts';
import { encodeGeohash, geohashBox } from '../../functions/geo/geohash.ts';
import type { Point } from '../../functions/geo/point.ts';

/** Degrees anywhere, including poles, date line, equator and cell borders. */
const degrees = (bound: number) =>
  fc.oneof(
    fc.double({ min: -bound, max: bound, noNaN: true }),
    fc.constantFrom(-bound, bound, 0, bound / 2, -bound / 2, bound / 1024, bound - 1e-9, 1e-9 - bound),
    fc.integer({ min: -bound, max: bound }),
  );

export const points: fc.Arbitrary<Point> = fc.record({ lat: degrees(90), lng: degrees(180) });

/** Points on a corner of a cell, where rounding or a strict comparison may choose the wrong cell. */
export const borderPoints: fc.Arbitrary<Point> = fc
  .tuple(points, fc.integer({ min: 1, max: 12 }), fc.boolean(), fc.boolean())
  .map(([point, precision, south, west]) => {
    const box = geohashBox(encodeGeohash(point, precision));
    return { lat: south ? box.minLat : box.maxLat, lng: west ? box.minLng : box.maxLng };
  });

const sorted = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

/** Boxes of all sizes: points, slivers along an edge, small ones, those that touch a pole, and the whole globe. */
export const boxes: fc.Arbitrary<Box> = fc.oneof(
  fc.tuple(points, points).map(([a, b]) => {
    const [minLat, maxLat] = sorted(a.lat, b.lat);
    const [minLng, maxLng] = sorted(a.lng, b.lng);
    return { minLat, maxLat, minLng, maxLng };
  }),
  fc.tuple(points, fc.double({ min: 0, max: 2, noNaN: true })).map(([{ lat, lng }, size]) => ({
    minLat: lat,
    maxLat: Math.min(90, lat + size),
    minLng: lng,
    maxLng: Math.min(180, lng + size),
  })),
  points.map(({ lat, lng }) => ({ minLat: lat, maxLat: lat, minLng: lng, maxLng: lng })),
  points.map(({ lat, lng }) => ({ minLat: lat, maxLat: 90, minLng: -180, maxLng: lng })),
  points.map(({ lat, lng }) => ({ minLat: -90, maxLat: lat, minLng: lng, maxLng: 180 })),
  fc.constant({ minLat: -90, maxLat: 90, minLng: -180, maxLng: 180 }),
);

/** A point of the box, given as shares of its height and width. */
export const within = ({ minLat, maxLat, minLng, maxLng }: Box, up: number, along: number): Point => ({
  lat: Math.min(maxLat, minLat + (maxLat - minLat) * up),
  lng: Math.min(maxLng, minLng + (maxLng - minLng) * along),
});

export const antipodeOf = ({ lat, lng }: Point): Point => ({ lat: -lat, lng: lng > 0 ? lng - 180 : lng + 180 });
