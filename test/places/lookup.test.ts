import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateNames } from '../../functions/domain/state.ts';
import { places as shared } from '../../functions/places/load.ts';
import { keysBegun, nameKey } from '../../functions/places/name-key.ts';
import { loadPlaces } from '../../functions/places/places.ts';
import { postalStates } from '../../functions/places/postal-states.ts';
import { isListed, likelihood, peopleOf } from '../../functions/places/prior.ts';
import { meantShare } from '../../functions/places/suggest.ts';
import { PlaceTable } from '../../functions/places/table.ts';

const bytes = readFileSync(new URL('../../functions/places/places.bin', import.meta.url));
const places = loadPlaces(bytes);
const table = new PlaceTable(bytes);
const everyZip = Array.from({ length: table.zipCount }, (_, at) => table.zipAt(at));
const everyPlace = Array.from({ length: table.placeCount }, (_, at) => {
  const row = table.placeAt(at);
  return { ...row, key: nameKey(row.spelling), label: `${row.name}, ${row.state}` };
});
const everyCity = everyPlace.filter(({ kind, isNickname }) => kind === 'city' && !isNickname);
const everyCounty = everyPlace.filter(({ kind, isNickname }) => kind === 'county' && !isNickname);
// The nameless entries belong to ZIPs of the territories.
const aName = fc.constantFrom(...new Set(everyCity.map(({ spelling }) => spelling).filter((name) => name !== '')));
const aState = fc.constantFrom(...postalStates.map(([code]) => code));

describe('the table', () => {
  it('is in order, so that it can be searched in place', () => {
    expect(everyZip.map(({ zip }) => zip)).toEqual([...new Set(everyZip.map(({ zip }) => zip))].sort());
    const keys = everyPlace.map(({ key }) => key);
    expect(keys).toEqual(keys.toSorted());
  });

  it('has one city for each name and state', () => {
    const names = everyCity
      .filter(({ name, spelling }) => name === spelling)
      .map(({ key, state }) => `${key} ${state}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has one county for each name and state, 393 in the eight states with Carson City', () => {
    const names = everyCounty.map(({ key, state }) => `${key} ${state}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(3100);
    expect(everyCounty.filter(({ state }) => Object.hasOwn(stateNames, state)).length).toBe(392);
  });

  it('has all states, the district and Puerto Rico, with their ZIPs', () => {
    const ofZips = new Set(everyZip.map(({ place }) => table.stateAt(place)));
    expect(postalStates.filter(([code]) => !ofZips.has(code))).toEqual([]);
    expect(new Set(everyCity.map(({ state }) => state)).size).toBe(postalStates.length);
  });

  it('stays well under the size that a bundle can bear', () => {
    expect(bytes.length).toBeLessThan(1_200_000);
  });

  it('is refused when it is anything else', () => {
    expect(() => loadPlaces(new Uint8Array(40))).toThrow('40 bytes are not a table of places');
    expect(() => loadPlaces(new Uint8Array(0))).toThrow('0 bytes');
    expect(() => loadPlaces(bytes.subarray(0, -1))).toThrow(`${bytes.length - 1} bytes instead of ${bytes.length}`);
  });

  it('is read once, and from any place in a larger buffer', () => {
    expect(shared()).toBe(shared());
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    expect(loadPlaces(larger.subarray(3, 3 + bytes.length)).zip('85004')).toEqual(places.zip('85004'));
  });
});

describe('zip', () => {
  it('finds every ZIP and nothing else, as a plain scan does', () => {
    const byZip = new Map(everyZip.map((row) => [row.zip, row]));
    const wrong: string[] = [];
    for (let number = 0; number < 100_000; number++) {
      const zip = String(number).padStart(5, '0');
      const [found, scanned] = [places.zip(zip)?.location, byZip.get(zip)?.location];
      if (found?.lat !== scanned?.lat || found?.lng !== scanned?.lng) wrong.push(zip);
    }
    expect(wrong).toEqual([]);
  });

  it('labels a ZIP with its city', () => {
    expect(places.zip('85004')).toEqual({
      label: 'Phoenix, AZ 85004',
      kind: 'zip',
      location: { lat: 33.4557, lng: -112.0686 },
      state: 'AZ',
      population: 0,
    });
    expect(places.zip('00901')?.label).toBe('PR 00901');
  });

  it('is null for a number that no ZIP has', () => {
    for (const zip of ['00000', '99999', '85000', '09001']) expect(places.zip(zip)).toBeNull();
  });

  it.each(['8500', '850044', '8500a', ' 85004', '85004-1234', '', '８５００４'])('throws for "%s"', (zip) => {
    expect(() => places.zip(zip)).toThrow(RangeError);
    expect(() => places.zip(zip)).toThrow(zip);
  });
});

describe('cities', () => {
  it('finds what a plain scan finds, the likeliest first', () => {
    fc.assert(
      fc.property(aName, fc.option(aState, { nil: undefined }), (name, state) => {
        const found = places.cities(name, state);
        const key = nameKey(name);
        const scanned = everyCity.filter((city) => city.key === key && (!state || city.state === state));
        expect(new Set(found.map(({ label }) => label))).toEqual(new Set(scanned.map(({ label }) => label)));
        expect(found.map(likelihood)).toEqual(found.map(likelihood).sort((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['phoenix', 'az', 'Phoenix, AZ'],
    ['PHOENIX', 'Arizona', 'Phoenix, AZ'],
    ['St. Louis', 'MO', 'St. Louis, MO'],
    ['Saint Louis', 'missouri', 'St. Louis, MO'],
    ['st paul', 'MN', 'Saint Paul, MN'],
    ['Ft Collins', 'CO', 'Fort Collins, CO'],
    ['Mt. Vernon', 'WA', 'Mount Vernon, WA'],
    ["Coeur D'Alene", 'ID', "Coeur d'Alene, ID"],
    ['coeur dalene', 'ID', "Coeur d'Alene, ID"],
    ['ofallon', 'IL', "O'Fallon, IL"],
    ['Canon City', 'CO', 'Cañon City, CO'],
    ['Cañon City', 'CO', 'Cañon City, CO'],
    ['Winston Salem', 'NC', 'Winston-Salem, NC'],
    ['De Kalb', 'IL', 'DeKalb, IL'],
    ['Mc Alester', 'OK', 'McAlester, OK'],
    ['The Bronx', 'NY', 'Bronx, NY'],
    ['New York City', 'NY', 'New York, NY'],
    ['New York', 'N.Y.', 'New York, NY'],
    ['Washington', 'D.C.', 'Washington, DC'],
    ['Sedona', 'AZ', 'Sedona, AZ'],
    ['Arivaca', 'AZ', 'Arivaca, AZ'],
    ['San Juan', 'PR', 'San Juan, PR'],
  ])('reads "%s" of "%s" as %s', (name, state, label) => {
    expect(places.cities(name, state).map((place) => place.label)).toEqual([label]);
  });

  it('stands in the middle of the city', () => {
    expect(places.cities('Phoenix', 'AZ')[0]?.location).toEqual({ lat: 33.4484, lng: -112.074 });
  });

  it('is empty for a name that no city has', () => {
    expect(places.cities('Nowhere at All')).toEqual([]);
    expect(places.cities('Phoenix', 'WA')).toEqual([]);
  });

  it('throws for what is no name or no state', () => {
    expect(() => places.cities('…')).toThrow('"…" is not the name of a place');
    expect(() => places.cities('Phoenix', 'ZZ')).toThrow('"ZZ" is not a state');
  });
});

describe('named', () => {
  it.each([
    ['Essex County', 'NJ', 'Essex County, NJ'],
    ['essex co', 'nj', 'Essex County, NJ'],
    ['Essex', 'New Jersey', 'Essex County, NJ'],
    ['County of Essex', 'NJ', 'Essex County, NJ'],
    ['mercer', 'nj', 'Mercer County, NJ'],
    ['La Paz County', 'AZ', 'La Paz County, AZ'],
    ['El Paso County', 'CO', 'El Paso County, CO'],
    ['Du Page County', 'IL', 'DuPage County, IL'],
    ['St. Clair County', 'IL', 'St. Clair County, IL'],
    ['San Francisco County', 'CA', 'San Francisco County, CA'],
    ['Caddo Parish', 'LA', 'Caddo Parish, LA'],
    // A city takes precedence over the county of its name.
    ['Phoenix', 'AZ', 'Phoenix, AZ'],
    ['Denver', 'CO', 'Denver, CO'],
  ])('reads "%s" of "%s" as %s', (name, state, label) => {
    expect(places.named(name, state).map((place) => place.label)).toEqual([label]);
  });

  it('finds counties without a state by their whole name alone, likelier first', () => {
    const labels = (name: string) => places.named(name).map(({ label }) => label);
    expect(labels('Essex County').slice(0, 2)).toEqual(['Essex County, NJ', 'Essex County, MA']);
    expect(labels('Alameda County')).toEqual(['Alameda County, CA']);
    expect(places.named('Essex').some(({ kind }) => kind === 'county')).toBe(false);
    expect(labels('Nowhere County')).toEqual([]);
    expect(places.cities('Essex County', 'NJ')).toEqual([]);
  });

  it('reads back every county, whose point is in its state', () => {
    for (const { key, spelling, state } of everyCounty) {
      const [found, ...others] = places.named(`${spelling} County`, state);
      expect([
        others.length,
        found?.kind,
        found?.state,
        nameKey(found?.label.slice(0, -4) ?? '').startsWith(key),
      ]).toEqual([0, 'county', state, true]);
    }
  });
});

/** The likelihood of a place when the beginning of its name was typed without slips. */
const likelihoodOfBegun = (row: Parameters<typeof likelihood>[0]): number =>
  peopleOf(row) * meantShare(row.kind) * (isListed(row) ? 10 : 1);

describe('suggest', () => {
  it('gives the likeliest of what a plain scan finds, for any beginning of any name', () => {
    const typed = fc
      .tuple(aName, fc.nat(12))
      .map(([name, length]) => name.slice(0, length + 2))
      .filter((text) => nameKey(text).length > 1 && !/[\d ,]/.test(text));
    fc.assert(
      fc.property(typed, (text) => {
        const begun = keysBegun(text);
        const found = everyPlace.filter(
          ({ key, kind }) => kind !== 'county' && begun.some((start) => key.startsWith(start)),
        );
        const best = Math.max(0, ...found.map(likelihoodOfBegun));
        const [first] = places.suggest(text, 1);
        // suggest.ts multiplies a whole name by three, and listed states by three instead of ten.
        expect(first === undefined ? 0 : likelihoodOfBegun(first)).toBeGreaterThanOrEqual(best / 10 - 1e-6);
        expect(first === undefined).toBe(found.length === 0 && places.suggest(text, 20).length === 0);
      }),
      { numRuns: 200 },
    );
  });

  const labels = (text: string, limit = 3): string[] => places.suggest(text, limit).map(({ label }) => label);

  it.each([
    ['phoe', ['Phoenix, AZ', 'Sky Harbor Airport, AZ', 'Phoenixville, PA']],
    ['phoenix, a', ['Phoenix, AZ']],
    ['st', ['Stockton, CA']],
    ['kansas c', ['Kansas City, MO', 'Kansas City, KS']],
    ['new york c', ['New York County, NY', 'New York, NY']],
    ['springfield, ', ['Springfield, IL']],
    // These texts have one typing error.
    ['pheonix', ['Phoenix, AZ']],
    ['tusla', ['Tulsa, OK', 'Tulare, CA', 'Tuscaloosa, AL']],
    ['chcago, il', ['Chicago, IL']],
    // These texts name counties, nicknames, areas, airports and districts.
    ['pima cou', ['Pima County, AZ']],
    ['vegas', ['Las Vegas, NV']],
    ['okc', ['Oklahoma City, OK']],
    ['inland em', ['Inland Empire, CA']],
    ['ord', ["O'Hare Airport, IL", 'Ord, NE', 'Ordway, CO']],
    ['koreat', ['Koreatown, Los Angeles, CA']],
    ['8500', ['Phoenix, AZ 85001', 'Phoenix, AZ 85002', 'Phoenix, AZ 85003']],
    ['85004', ['Phoenix, AZ 85004']],
    ['Phoenix, AZ 85004', ['Phoenix, AZ 85004']],
    ['85004-1234', ['Phoenix, AZ 85004']],
    ['11111', []],
    ['zzz', []],
    ['850044', []],
    ['', []],
    [' , ', []],
  ])('for "%s" begins with %j', (text, expected) => {
    expect(labels(text, Math.max(1, expected.length))).toEqual(expected);
  });

  it('gives ZIPs and cities of the kinds that they are', () => {
    expect(places.suggest('8500', 1)[0]?.kind).toBe('zip');
    expect(places.suggest('phoe', 1)[0]).toMatchObject({ kind: 'city', state: 'AZ' });
  });

  it('gives every ZIP of a prefix when the limit allows', () => {
    for (const digits of ['8', '85', '850', '8500', '0', '99'])
      expect(places.suggest(digits, 99_999).map(({ label }) => label.slice(-5))).toEqual(
        everyZip.map(({ zip }) => zip).filter((zip) => zip.startsWith(digits)),
      );
  });

  it.each([0, -1, 1.5, Number.NaN])('throws for the limit %s', (limit) => {
    expect(() => places.suggest('phoe', limit)).toThrow(`the limit ${limit} is not a whole number above 0`);
  });

  it('bears any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => places.suggest(text, 5).length <= 5),
    );
  });
});
