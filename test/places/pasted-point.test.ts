import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNear } from '../../functions/faces/v1/parameters/origin.ts';
import { places as load } from '../../functions/places/load.ts';
import { pastedPoint } from '../../functions/places/pasted-point.ts';
import { readQuery } from '../../functions/query/read-query.ts';

const places = load();

describe('pastedPoint', () => {
  it.each([
    ['33.4484,-112.0740', '33.4484', '-112.0740'],
    ['33.4484 -112.0740', '33.4484', '-112.0740'],
    ['(33.4484, -112.0740)', '33.4484', '-112.0740'],
    ['[33.4484, -112.0740]', '33.4484', '-112.0740'],
    ['-90.1,0', '-90.1', '0'],
    ['33.4484° N, 112.0740° W', '33.4484', '-112.0740'],
    ['33.4484N 112.0740W', '33.4484', '-112.0740'],
    ['N 33.4484 W 112.0740', '33.4484', '-112.0740'],
    ['33° 26\' 54" N, 112° 4\' 26" W', '33.448333', '-112.073889'],
    ['33°26′54″N 112°04′26″W', '33.448333', '-112.073889'],
    ['geo:33.4484,-112.0740;u=35', '33.4484', '-112.0740'],
    ['@33.4484,-112.0740,15z', '33.4484', '-112.0740'],
    ['lat: 33.4484, lng: -112.0740', '33.4484', '-112.0740'],
    ['33.4484, −112.0740', '33.4484', '-112.0740'],
    ['33,-112', '33', '-112'],
  ])('reads "%s"', (text, lat, lng) => {
    expect(pastedPoint(text)).toEqual([lat, lng]);
  });

  it.each([
    '',
    '85004',
    '33.4484',
    'Phoenix, AZ',
    '33.4,-112.1,7',
    '33.4;-112',
    "33°61'N 112°W",
    '12 step, 90 days',
    '33.4484S -1 x',
  ])('does not read "%s"', (text) => {
    expect(pastedPoint(text)).toBeNull();
  });

  it('gives back any point that is written with a comma, a space or letters of the compass', () => {
    const degrees = (most: number) => fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((n) => n / 10_000);
    fc.assert(
      fc.property(degrees(90), degrees(180), (lat, lng) => {
        const [a, b] = [Math.abs(lat).toFixed(4), Math.abs(lng).toFixed(4)];
        const signed = [lat < 0 ? `-${a}` : a, lng < 0 ? `-${b}` : b];
        const lettered = `${a}° ${lat < 0 ? 'S' : 'N'}, ${b}° ${lng < 0 ? 'W' : 'E'}`;
        for (const text of [signed.join(','), signed.join(' '), `(${signed.join(', ')})`, lettered])
          expect(pastedPoint(text)?.map(Number)).toEqual([lat, lng].map((n) => n || expect.closeTo(0)));
      }),
      { numRuns: 200 },
    );
  });

  it('bears any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => pastedPoint(text) !== undefined));
  });

  it.each(['iop 33.4484 -112.0740', 'iop (33.4484, -112.0740)', 'detox 33.4484° N, 112.0740° W medicaid'])(
    'is found among the words of "%s"',
    (text) => {
      expect(readQuery(text, { places, insurers: [] })).toMatchObject({ near: '33.4484,-112.0740', ignored: [] });
    },
  );
});

describe('ZIPs as people write them', () => {
  it.each([
    ['8701', 'Lakewood, NJ 08701'],
    ['Newark NJ 7102', 'Newark, NJ 07102'],
    ['7030 new jersey', 'Hoboken, NJ 07030'],
    ['Phoenix, AZ 85004, USA', 'Phoenix, AZ 85004'],
    ['zip 86001', 'Flagstaff, AZ 86001'],
  ])('"%s" is %s', (text, label) => {
    expect(readNear(text, places)).toMatchObject({ kind: 'zip', label });
  });

  it('takes four digits for a ZIP beside New Jersey alone', () => {
    expect(readQuery('iop 8701 nj', { places, insurers: [] }).near).toBe('08701');
    expect(readQuery('iop 8701 az', { places, insurers: [] }).near).not.toBe('08701');
    expect(readQuery('1200 Main St Newark', { places, insurers: [] }).near).toBe('Newark, NJ');
  });

  it.each(['09012', '96543', '34002'])('names %s as military mail', (zip) => {
    expect(readNear(zip, places)).toMatchObject({ message: expect.stringContaining('military mail (APO, FPO, DPO)') });
  });

  it('puts the boxes of Sedona in Sedona', () => {
    expect(places.zip('86340')?.location).toEqual(places.cities('Sedona', 'AZ')[0]?.location);
  });
});
