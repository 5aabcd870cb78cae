import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { places as load } from '../../functions/places/load.ts';
import { isAmbiguous, trailingZip } from '../../functions/places/places.ts';
import { postalStates } from '../../functions/places/postal-states.ts';

const places = load();

describe('parsePlace', () => {
  it.each([
    ['Phoenix, AZ', 'Phoenix', 'AZ'],
    ['phoenix az', 'phoenix', 'AZ'],
    ['Phoenix Arizona', 'Phoenix', 'AZ'],
    ['  Phoenix ,  arizona ', 'Phoenix', 'AZ'],
    ['Phoenix,AZ', 'Phoenix', 'AZ'],
    ['Phoenix, AZ, USA', 'Phoenix', 'AZ'],
    ['Phoenix AZ United States', 'Phoenix', 'AZ'],
    ['Phoenix', 'Phoenix', null],
    ['Phoenix,', 'Phoenix', null],
    ['St. Louis MO', 'St. Louis', 'MO'],
    ['Newark new jersey', 'Newark', 'NJ'],
    ['Charleston West Virginia', 'Charleston', 'WV'],
    ['Kings Park West Virginia', 'Kings Park West', 'VA'],
    ['Washington D.C.', 'Washington', 'DC'],
    ['Washington, District of Columbia', 'Washington', 'DC'],
    ['Washington Oklahoma', 'Washington', 'OK'],
    ['New York New York', 'New York', 'NY'],
    ['Kansas City Kansas', 'Kansas City', 'KS'],
    ['Nevada City, CA', 'Nevada City', 'CA'],
    ['Wilkes-Barre, Pa.', 'Wilkes-Barre', 'PA'],
    ['Charlotte Amalie US Virgin Islands', 'Charlotte Amalie', 'VI'],
    // Cities with the name of a state, or with a name that ends in one.
    ['Washington', 'Washington', null],
    ['New York', 'New York', null],
    ['Oklahoma City', 'Oklahoma City', null],
    ['Kansas City', 'Kansas City', null],
    ['West New York', 'West New York', null],
    ['West New York NJ', 'West New York', 'NJ'],
    ['Port Washington', 'Port Washington', null],
    ['West Virginia', 'West Virginia', null],
    // Unknown names are split by their form alone.
    ['Nowhere Arizona', 'Nowhere', 'AZ'],
  ])('reads "%s" as %s of %s', (text, name, state) => {
    expect(places.parsePlace(text)).toEqual({ name, state });
  });

  it.each(['', '   ', '85004', ',', ', AZ', 'Phoenix, ZZ', 'a, b, AZ', '33.4,-112.1', 'x'.repeat(101)])(
    'does not read "%s"',
    (text) => {
      expect(places.parsePlace(text)).toBeNull();
    },
  );

  it('reads back every large city written in every way', () => {
    const ways = (name: string, code: string, state: string): string[] => [
      `${name}, ${code}`,
      `${name} ${code.toLowerCase()}`,
      `${name.toUpperCase()} ${state}`,
      `${name}, ${state}`,
    ];
    const large = 'abcdefghijklmnopqrstuvwxyz'
      .split('')
      .flatMap((letter) => places.suggest(letter, 200))
      .filter(({ kind }) => kind === 'city');
    expect(large.length).toBeGreaterThan(2000);
    for (const { label, state: code } of large) {
      const name = label.slice(0, -4);
      const state = postalStates.find(([each]) => each === code)?.[1] ?? '';
      for (const text of ways(name, code, state)) {
        const parsed = places.parsePlace(text);
        expect(parsed?.state, text).toBe(code);
        expect(places.cities(parsed?.name ?? '', code)[0]?.label, text).toBe(label);
      }
    }
  });

  it('bears any text, and gives only names that can be looked up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
        const parsed = places.parsePlace(text);
        return parsed === null || parsed.name !== '';
      }),
    );
  });
});

describe('trailingZip', () => {
  it.each([
    ['85004', '85004'],
    ['85004-1234', '85004'],
    ['Phoenix, AZ 85004 ', '85004'],
    ['AZ 850044', null],
    ['X85004', null],
    ['85004 Phoenix', null],
    ['', null],
  ])('of "%s" is %s', (text, zip) => {
    expect(trailingZip(text)).toBe(zip);
  });
});

describe('isAmbiguous', () => {
  it.each(['Aurora', 'Glendale', 'Peoria', 'Lakewood', 'Burlington', 'Union City', 'Englewood'])(
    'asks back for %s',
    (name) => {
      expect(isAmbiguous(places.cities(name))).toBe(true);
    },
  );

  // Newark and Pasadena have a single listed candidate or a far larger one. Kansas City and Columbus have no listed
  // candidate.
  it.each([
    ...['Phoenix', 'Chicago', 'Los Angeles', 'Denver', 'Las Vegas', 'Seattle', 'Tulsa', 'Sedona', 'New York'],
    ...['Newark', 'Pasadena', 'Springfield', 'Kansas City', 'Columbus', 'Portland', 'Houston', 'Hollywood'],
  ])('lets %s stand', (name) => {
    expect(isAmbiguous(places.cities(name))).toBe(false);
  });

  const place = (population: number, state = 'AZ', kind: 'city' | 'district' | 'area' = 'city') => ({
    population,
    state,
    kind,
  });

  it('draws the line at five times the next in a state with centers, an unknown population being 400', () => {
    expect(isAmbiguous([place(40_000), place(8_000)])).toBe(false);
    expect(isAmbiguous([place(8_000), place(39_999)])).toBe(true);
    expect(isAmbiguous([place(2_000), place(0), place(0)])).toBe(false);
    expect(isAmbiguous([place(1_999), place(0)])).toBe(true);
    expect(isAmbiguous([place(0), place(0)])).toBe(true);
    expect(isAmbiguous([place(0)])).toBe(false);
  });

  it('asks about no place in a state without centers', () => {
    expect(isAmbiguous([place(40_000), place(39_999, 'TX')])).toBe(false);
    expect(isAmbiguous([place(900_000, 'OH'), place(9_000, 'NJ')])).toBe(false);
    expect(isAmbiguous([place(900_000, 'OH'), place(9_000, 'NJ'), place(9_000, 'IL')])).toBe(false);
    expect(isAmbiguous([place(40_000, 'TX'), place(39_999, 'NJ'), place(30_000, 'IL')])).toBe(true);
  });

  it('weighs a district and an area less than a city of as many people', () => {
    expect(isAmbiguous([place(20_000), place(20_000, 'IL', 'district')])).toBe(false);
    expect(isAmbiguous([place(20_000), place(20_000, 'IL', 'area')])).toBe(true);
    expect(isAmbiguous([place(20_000, 'CO', 'district'), place(20_000, 'WA', 'district')])).toBe(true);
    expect(isAmbiguous([])).toBe(false);
  });
});
