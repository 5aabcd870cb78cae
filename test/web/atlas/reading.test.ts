import { expect, it } from 'vitest';
import { KM_PER_MILE } from '../../../functions/geo/distance.ts';
import { anything, letters, positionOf } from '../../../web/atlas/choices.ts';
import type { AtlasZip } from '../../../web/atlas/data.ts';
import { bands, readZips } from '../../../web/atlas/reading.ts';
import { bandShares, tally } from '../../../web/atlas/tallies.ts';

const MILES_A_DEGREE = (6_371.0088 * Math.PI) / 180 / KM_PER_MILE;
const answers = (letter: string) => letters.no.repeat(positionOf(anything)) + letter;

/** A ZIP of ten people with a center so many miles north; null where there is none. */
const zip = (miles: number | null, letter: string = letters.yes): AtlasZip => ({
  ...{ zip: '85004', place: 'Phoenix, AZ', state: 'AZ', county: 'Maricopa County', people: 10 },
  location: { lat: 33, lng: -112 },
  border: { state: 'Mexico', miles: 500 },
  near:
    miles === null
      ? []
      : [
          {
            ...{ name: 'One', city: 'Phoenix, AZ', phone: '+16025550142', answers: answers(letter) },
            location: { lat: 33 + miles / MILES_A_DEGREE, lng: -112 },
          },
        ],
});

it('every ZIP has a color: that of its miles, or the last where no center lists it', () => {
  const miles = [0, 4.9, 5.1, 14.9, 15.1, 29.9, 30.1, 59.9, 60.1, 900];
  const readings = readZips([...miles.map((one) => zip(one)), zip(null), zip(3, letters.may)], anything, 30);
  const last = bands.length - 1;
  expect(readings.map(({ band }) => band)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, last, last, last, last]);
  expect(bandShares(readings).reduce((all, share) => all + share, 0)).toBeCloseTo(1, 9);
  expect(bandShares(readings).length).toBe(bands.length);
  expect(tally(readings)).toEqual({ people: 120, near: 60, ask: 10, border: 0, far: 50 });
});
