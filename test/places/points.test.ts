import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { assembleTable } from '../../data/places/assemble.ts';
import { stateNames } from '../../functions/domain/state.ts';
import { distanceKm, KM_PER_MILE } from '../../functions/geo/distance.ts';
import { places as load } from '../../functions/places/load.ts';
import { Outlines } from '../../functions/places/outlines/outline.ts';
import { PlaceTable } from '../../functions/places/table.ts';

const places = load();
const path = new URL('../../functions/places/places.bin', import.meta.url);
const outlines = new Outlines();

describe('outlines', () => {
  it('know inside, outside and how far', () => {
    expect(outlines.milesOutside({ lat: 33.4484, lng: -112.074 }, 'AZ')).toBe(0);
    // The point is due north of Oklahoma's panhandle, whose border is the 37th parallel: 2.7392° of latitude away.
    expect(outlines.milesOutside({ lat: 39.7392, lng: -102.5 }, 'OK')).toBeCloseTo(189, -1);
    expect(outlines.stateAt({ lat: 18.46, lng: -66.1 })).toBe('PR');
    expect(() => outlines.milesOutside({ lat: 0, lng: 0 }, 'ZZ')).toThrow('"ZZ" is not a state');
  });
});

describe('the points of ZIPs', () => {
  it('lie in their state, in the eight states with centers', () => {
    const table = new PlaceTable(readFileSync(path));
    let seen = 0;
    const astray: string[] = [];
    for (let at = 0; at < table.zipCount; at++) {
      const { zip, location, place } = table.zipAt(at);
      const state = table.stateAt(place);
      if (!Object.hasOwn(stateNames, state)) continue;
      seen++;
      const miles = outlines.milesOutside(location, state);
      if (miles > 2.5) astray.push(`${zip} ${state} ${miles.toFixed(1)} mi`);
    }
    expect(astray).toEqual([]);
    expect(seen).toBeGreaterThan(7500);
  });

  it.each([
    ['85001', 'Phoenix, AZ 85001'],
    ['94203', 'Sacramento, CA 94203'],
    ['60690', 'Chicago, IL 60690'],
    ['89199', 'Las Vegas, NV 89199'],
    ['73125', 'Oklahoma City, OK 73125'],
    ['98111', 'Seattle, WA 98111'],
  ])('include the post-office boxes of %s, %s', (zip, label) => {
    expect(places.zip(zip)?.label).toBe(label);
  });

  it.each([
    // The ZIPs of the Air Force Academy, of the hospitals of UCLA and the VA, and of the town of Fallon.
    ['80840', { lat: 39.0, lng: -104.86 }],
    ['90095', { lat: 34.07, lng: -118.44 }],
    ['90073', { lat: 34.06, lng: -118.46 }],
    ['89406', { lat: 39.47, lng: -118.78 }],
  ])('put %s within 3 miles of where it is', (zip, truth) => {
    const place = places.zip(zip);
    expect(place).not.toBeNull();
    if (place !== null) expect(distanceKm(place.location, truth) / KM_PER_MILE).toBeLessThan(3);
  });

  const facilities = new URL('../../../shared/data/facilities-8states.csv', import.meta.url);
  const reason = existsSync(facilities) ? '' : ' (skipped: the facility coordinates are not beside this repository)';
  it.skipIf(reason !== '')(`err by no more than 1.12 miles at the median and 3.06 at p90${reason}`, () => {
    const rows: { zip: string; lat: string; lon: string; coord_source: string }[] = parse(readFileSync(facilities), {
      columns: true,
    });
    const errors = rows
      .filter((row) => row.coord_source === 'address2020')
      .map(({ zip, lat, lon }) => {
        const place = places.zip(zip.slice(0, 5));
        if (place === null) throw new Error(`ZIP ${zip} is unknown`);
        return distanceKm(place.location, { lat: Number(lat), lng: Number(lon) }) / KM_PER_MILE;
      })
      .sort((a, b) => a - b);
    const at = (share: number): number => errors[Math.floor(errors.length * share)] ?? Number.NaN;
    const [p50, p90, p99] = [at(0.5), at(0.9), at(0.99)];
    console.log(`ZIP points at ${errors.length} addresses: ${[p50, p90, p99].map((x) => x.toFixed(2)).join(' / ')} mi`);
    expect(p50).toBeLessThan(1.12);
    expect(p90).toBeLessThan(3.06);
    expect(p99).toBeLessThan(10.5);
  });
});

describe('the build', () => {
  it('gives the committed bytes again', { timeout: 120_000 }, () => {
    const { bytes, account } = assembleTable();
    expect(Buffer.compare(bytes, readFileSync(path))).toBe(0);
    expect(account.counts.bytes).toBe(bytes.length);
  });
});
