import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { stateNames } from '../../functions/domain/state.ts';
import { namesElsewhere } from '../../functions/places/elsewhere.ts';
import { places as load } from '../../functions/places/load.ts';
import { loadPlaces } from '../../functions/places/places.ts';
import { PlacesError, placesText, tableOfText } from '../../functions/places/places-text.ts';
import { postalStates } from '../../functions/places/postal-states.ts';
import { rowsOfStates, rowsOfTable, tableOfRows } from '../../functions/places/table-rows.ts';

const whole = new Uint8Array(readFileSync(new URL('../../functions/places/places.bin', import.meta.url)));
const all = rowsOfTable(whole);
const listed = new Set(Object.keys(stateNames));
const eight = rowsOfStates(all, listed);
const none = { city: [], county: [] };
const text = placesText(eight, namesElsewhere(all, eight.names, listed));
const equal = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(other);

describe('rows of the table', () => {
  it('make the same table again, byte for byte', () => {
    expect(equal(tableOfRows(all), whole)).toBe(true);
    expect(equal(tableOfRows(rowsOfStates(all, new Set(postalStates.map(([code]) => code)))), whole)).toBe(true);
  });

  it('of some states are those rows and no others', () => {
    const places = load();
    const few = loadPlaces(tableOfRows(eight));
    let [here, elsewhere] = [0, 0];
    for (const { zip } of all.zips) {
      const digits = String(zip).padStart(5, '0');
      const place = places.zip(digits);
      if (listed.has(place?.state ?? '')) here += 1;
      else elsewhere += 1;
      expect(few.zip(digits)).toEqual(listed.has(place?.state ?? '') ? place : null);
    }
    expect([here > 7_500, elsewhere > 30_000]).toEqual([true, true]);
    for (const name of ['Phoenix', 'Springfield', 'St. Louis', 'Denver', 'Essex County', 'Aurora'])
      expect(few.named(name)).toEqual(places.named(name).filter(({ state }) => listed.has(state)));
  });

  it('of no state are none', () => {
    const none = loadPlaces(tableOfRows(rowsOfStates(all, new Set())));
    expect([none.zip('85004'), none.cities('Phoenix'), none.suggest('8', 5)]).toEqual([null, [], []]);
  });
});

describe('the places file for devices', () => {
  it('gives back the table, byte for byte', () => {
    for (const rows of [eight, all, rowsOfStates(all, new Set(['NV'])), rowsOfStates(all, new Set())])
      expect(equal(tableOfText(placesText(rows, none)), tableOfRows(rows))).toBe(true);
  });

  it('takes at most 120 KB compressed', () => {
    const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
    for (const bytes of [brotli, gzipSync(text).length]) expect(bytes).toBeLessThan(120_000);
  });

  const file = JSON.parse(text);
  const changed = (change: object) => JSON.stringify({ ...file, ...change });
  test.each<[string, string]>([
    ['nothing', ''],
    ['a file cut off', text.slice(0, -1)],
    ['null', 'null'],
    ['another document', changed({ kind: 'part' })],
    ['an earlier format', changed({ format: 1 })],
    ['a later format', changed({ format: 3 })],
    ['an alias of no place', changed({ aliases: { name: ['x'], place: [65_535] } })],
    ['an alias without a place', changed({ aliases: { ...file.aliases, place: [] } })],
    ['a place beside no ZIP', changed({ places: { ...file.places, beside: [] } })],
    ['an unknown state', changed({ states: [...file.states.slice(1), 'ZZ'] })],
    ['too few states', changed({ states: ['AZ'] })],
    ['a name that is no text', changed({ names: [1, ...file.names.slice(1)] })],
    ['a name without its count', changed({ counts: file.counts.slice(1) })],
    ['a negative count', changed({ counts: [-1, ...file.counts.slice(1)] })],
    ['no ZIPs', changed({ zips: null })],
    ['a ZIP without a point', changed({ zips: { ...file.zips, lat: file.zips.lat.slice(1) } })],
    ['a ZIP of no place', changed({ zips: { ...file.zips, place: [65_535, ...file.zips.place.slice(1)] } })],
    ['a point beyond the pole', changed({ zips: { ...file.zips, lat: [1_800_001, ...file.zips.lat.slice(1)] } })],
    ['half a step', changed({ zips: { ...file.zips, lng: [0.5, ...file.zips.lng.slice(1)] } })],
    ['a place without a population', changed({ places: { ...file.places, population: [] } })],
    ['a population as text', changed({ places: { ...file.places, population: file.places.population.map(String) } })],
  ])('refuses %s', (_, damaged) => {
    expect(() => tableOfText(damaged)).toThrow(PlacesError);
  });
});
