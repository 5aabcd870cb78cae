import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceKm, distanceKm as distanceOfTheApi } from '../../functions/geo/distance.ts';
import { encodeGeohash } from '../../functions/geo/geohash.ts';
import type { Answer, Narrowing, Result } from '../../web/locator/read/answer.ts';
import { alternativesFromDevice, rank } from '../../web/locator/read/device-rank.ts';
import { firstPage, firstRequest, nextPage, nextRequest } from '../../web/locator/state/pages.ts';
import type { Found } from '../../web/locator/state/state.ts';
import { centerAt, dataset, help } from './facts-about.ts';

const point = fc.record({
  lat: fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, -45, 0, 45, 90)),
  lng: fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-180, -90, 0, 90, 180)),
});
const phoenix = { lat: 33.44837, lng: -112.07404 };
const degreesPerMile = 1.609344 / 111.195;
/** A center this many miles north of Phoenix. */
const north = (id: string, miles: number) => centerAt(id, { ...phoenix, lat: phoenix.lat + miles * degreesPerMile });
const ids = (results: readonly Result[]) => results.map(({ center }) => center.id);

describe('the order made on the device', () => {
  test('measures as the API does, to the last bit', () => {
    fc.assert(fc.property(point, point, (a, b) => distanceKm(a, b) === distanceOfTheApi(a, b)));
  });
  test('nearest first, equally near ones by id, with what is out of reach apart', () => {
    const { inside, outside } = rank([north('d', 9), north('c', 2), north('b', 2), north('a', 3)], phoenix, '5mi');
    expect(ids(inside)).toEqual(['b', 'c', 'a']);
    expect(inside.map(({ distance }) => distance)).toEqual([{ miles: 2 }, { miles: 2 }, { miles: 3 }]);
    expect(ids(outside)).toEqual(['d']);
  });
  test('a center just out of reach is counted by the page, since the API counts it as found', () => {
    const api = [{ change: { within: '25mi' }, count: 4, more: false, nearestMiles: 20 }];
    const ranks = rank([north('a', 3), north('b', 6)], phoenix, '5mi');
    expect(alternativesFromDevice(api, ranks, ['5mi', '10mi', '25mi'])).toEqual([
      { change: { within: '10mi' }, count: 2, more: true, nearestMiles: 6 },
      { change: { within: '25mi' }, count: 4, more: false, nearestMiles: 20, exact: false },
    ]);
    expect(alternativesFromDevice([], ranks, ['5mi'])).toEqual([
      { change: { within: null }, count: 2, more: true, nearestMiles: 6 },
    ]);
    expect(alternativesFromDevice([], rank([north('a', 3)], phoenix, '5mi'), ['5mi', '10mi'])).toEqual([]);
  });
});

describe('pages of a search from the device', () => {
  const device = { ...phoenix, accuracyMeters: 20 };
  const none = { origin: { kind: 'cell', label: 'Geohash 9tbq3' }, unknown: { count: 0 }, next: null, dataset, help };

  /** An API with this many centers, a mile apart, that returns some beyond the limit, unsorted. */
  function holding(count: number) {
    const all = Array.from({ length: count }, (_, index) => north(`c${String(index).padStart(2, '0')}`, index + 1));
    return (limit: number): Answer => ({ ...none, results: all.slice(0, limit + 3).reverse() });
  }
  function first(api: ReturnType<typeof holding>, narrowing: Narrowing = {}): Found {
    const request = firstRequest({ kind: 'device', point: device }, narrowing);
    return firstPage(request, api(request.limit), device, narrowing);
  }
  function next(found: Found, api: ReturnType<typeof holding>): Found {
    const request = nextRequest(found);
    return nextPage(found, request === null ? null : api(request.limit));
  }

  test('only the cell is sent; the limit is raised once, and 50 are the end', () => {
    const api = holding(60);
    const asked: unknown[] = [firstRequest({ kind: 'device', point: device }, { level: ['iop'] })];
    let found = first(api, { level: ['iop'] });
    for (const number of [1, 2, 3, 4, 5]) {
      expect({ more: found.more, complete: found.complete }).toEqual({ more: number < 5, complete: false });
      expect(found.results).toHaveLength(number * 10);
      const request = nextRequest(found);
      if (request !== null && found.more) asked.push(request);
      if (found.more) found = next(found, api);
    }
    expect(ids(found.results)).toEqual(Array.from({ length: 50 }, (_, index) => `c${String(index).padStart(2, '0')}`));
    expect(asked).toEqual([
      { cell: '9tbq3', level: ['iop'], limit: 21 },
      { cell: '9tbq3', level: ['iop'], limit: 50 },
    ]);
  });

  test.each([[0], [7], [10], [11], [20], [21], [23], [49], [50]])('%d centers are told to the end', (count) => {
    const api = holding(count);
    let found = first(api);
    while (found.more) {
      expect(found.results.length).toBeLessThan(count);
      found = next(found, api);
    }
    expect(found.results).toHaveLength(count);
    // One answer ranks at most 50, so it is unknown whether there is a 51st.
    expect(found.complete).toBe(count < 50);
  });

  test('of the device nothing is sent but five letters, wherever it is', () => {
    fc.assert(
      fc.property(point, (at) => {
        const request = firstRequest({ kind: 'device', point: { ...at, accuracyMeters: 5 } }, {});
        expect(request).toEqual({ cell: encodeGeohash(at, 5), limit: 21 });
      }),
    );
  });
});
