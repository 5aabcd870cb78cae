import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { encodeGeohash, FULL_PRECISION, geohashBits, geohashBox } from '../../functions/geo/geohash.ts';
import { borderPoints, points } from './arbitraries.ts';
import { exactBox, exactGeohash } from './exact-geohash.ts';

const precisions = fc.integer({ min: 1, max: FULL_PRECISION });
const anywhere = fc.oneof(points, borderPoints);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('encodeGeohash', () => {
  // The first three are examples of geohash.org, Wikipedia and ngeohash; the others are the map's corners.
  test.each([
    [57.64911, 10.40744, 'u4pruydqqvj8'],
    [42.605, -5.603, 'ezs42'],
    [37.8324, 112.5584, 'ww8p1r4t8'],
    [90, 180, 'zzzzzzzzzzzz'],
    [-90, -180, '000000000000'],
    [90, -180, 'bpbpbpbpbpbp'],
    [-90, 180, 'pbpbpbpbpbpb'],
  ])('(%d, %d) is in %s', (lat, lng, cell) => {
    for (let precision = 1; precision <= cell.length; precision += 1) {
      expect(encodeGeohash({ lat, lng }, precision)).toBe(cell.slice(0, precision));
    }
  });

  test.each([
    [0, 0, 's00000000000', 'the middle of the globe is the south-west corner of s'],
    [45, 0, 'u00000000000', 'northern half of s and u: u, which lies north'],
    [0, 90, 'w00000000000', 'a meridian: the cell east of it'],
    [-0, -0, 's00000000000', 'a negative zero is zero'],
    [0, -180, '800000000000', 'the date line from the west'],
    [0, 180, 'xbpbpbpbpbpb', 'the date line from the east: no cell lies beyond, so the last one owns it'],
    [90, 0, 'upbpbpbpbpbp', 'the north pole: likewise'],
  ])('a border belongs to the cell north and east of it: (%d, %d) is in %s (%s)', (lat, lng, cell) => {
    expect(encodeGeohash({ lat, lng })).toBe(cell);
  });

  it('equals whole-number arithmetic everywhere and on borders, at every precision', () => {
    fc.assert(
      fc.property(anywhere, precisions, (point, precision) => {
        expect(encodeGeohash(point, precision)).toBe(exactGeohash(point, precision));
      }),
      { numRuns: 3_000, seed: 21 },
    );
  });

  test.each([
    [{ lat: Number.NaN, lng: 0 }, 'latitude NaN'],
    [{ lat: 0, lng: Number.NaN }, 'longitude NaN'],
    [{ lat: Infinity, lng: 0 }, 'latitude Infinity'],
    [{ lat: 0, lng: -Infinity }, 'longitude -Infinity'],
    [{ lat: 95, lng: 0 }, 'latitude 95'],
    [{ lat: -90.0001, lng: 0 }, 'latitude -90.0001'],
    [{ lat: 0, lng: 181 }, 'longitude 181'],
    [{ lat: 0, lng: -180.5 }, 'longitude -180.5'],
  ])('refuses %o and says "%s"', (point, words) => {
    expect(() => encodeGeohash(point)).toThrow(words);
  });

  test.each([0, 13, 2.5, -1, Number.NaN, Infinity])('refuses a precision of %d by name', (precision) => {
    expect(() => encodeGeohash({ lat: 1, lng: 1 }, precision)).toThrow(`precision ${precision} `);
  });
});

describe('geohashBox', () => {
  it('is the exact cell, holds its points, and its south-west corner encodes to it again', () => {
    fc.assert(
      fc.property(anywhere, precisions, (point, precision) => {
        const cell = encodeGeohash(point, precision);
        const box = geohashBox(cell);
        expect(box).toEqual(exactBox(cell));
        expect(point.lat >= box.minLat && point.lat <= box.maxLat).toBe(true);
        expect(point.lng >= box.minLng && point.lng <= box.maxLng).toBe(true);
        expect(encodeGeohash({ lat: box.minLat, lng: box.minLng }, precision)).toBe(cell);
      }),
      { numRuns: 3_000, seed: 22 },
    );
  });

  test.each([
    ['a', 'illegal letters "a"'],
    ['9qi', 'illegal letters "i"'],
    ['9ql8', 'illegal letters "l"'],
    ['o9', 'illegal letters "o"'],
    ['9Q8', 'illegal letters "Q"'],
    ['9q 8', 'illegal letters " "'],
    ['9q8é', 'illegal letters "é"'],
    ['', 'geohash "" does not have 1 to 12'],
    ['9q8yyk8ytpxr9', '9q8yyk8ytpxr9'],
  ])('refuses "%s" by name, and so do its bits', (cell, words) => {
    expect(() => geohashBox(cell)).toThrow(words);
    expect(() => geohashBits(cell)).toThrow(words);
  });
});

describe('geohashBits', () => {
  it('keep the order of the cells, five bits a character', () => {
    fc.assert(
      fc.property(anywhere, anywhere, precisions, precisions, (a, b, ofA, ofB) => {
        const [one, other] = [encodeGeohash(a, ofA), encodeGeohash(b, ofB)];
        expect(compare(geohashBits(one), geohashBits(other))).toBe(compare(one, other));
        expect(geohashBits(one)).toHaveLength(one.length);
        for (const bits of geohashBits(one)) expect(bits.charCodeAt(0)).toBeLessThan(32);
      }),
      { numRuns: 1_000, seed: 23 },
    );
  });
});
