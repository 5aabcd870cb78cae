import { describe, expect, it, test } from 'vitest';
import { stateCodes } from '../../functions/domain/state.ts';
import { readNear } from '../../functions/faces/v1/parameters/origin.ts';
import { deviceFile } from '../../functions/places/device-file.ts';
import { places as load, readTable } from '../../functions/places/load.ts';
import { placesOfText } from '../../functions/places/places-text.ts';
import { rowsOfTable } from '../../functions/places/table-rows.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import { sampled } from '../support/runs.ts';

const all = load();
const own = placesOfText(deviceFile().text);
const served: readonly string[] = stateCodes;
const { names, zips } = rowsOfTable(readTable());
const spellings = names.map(({ text }) => text.split('\t', 1)[0] ?? '').filter((text) => /[a-z]/i.test(text));

/** `same`, `asks back`, or the label of a place that the API would not have chosen. */
function outcome(text: string): string {
  const [api, device] = [readNear(text, all), readNear(text, own)];
  if (JSON.stringify(api) === JSON.stringify(device)) return 'same';
  if (!('kind' in device)) return 'asks back';
  return `takes ${device.label} for ${text}`;
}

const tally = (texts: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const text of texts) {
    const found = outcome(text);
    counts[found] = (counts[found] ?? 0) + 1;
  }
  return counts;
};

describe('a place that is typed on a device', () => {
  it('is never another one than the API takes: names in the country, alone', () => {
    const tried = sampled(spellings, 17);
    const { same = 0, 'asks back': back = 0, ...wrong } = tally(tried);
    expect(wrong).toEqual({});
    // About a sixth of the names belong only to towns in served states.
    expect([same > 0.12 * tried.length, back > 0.6 * tried.length]).toEqual([true, true]);
  });

  it('is the same with its state: names of the states that are served, and asked back for every other', () => {
    const labelled = (isServed: boolean) =>
      names.flatMap(({ text, places }) =>
        places
          .filter(({ state, kind }) => served.includes(state) === isServed && kind === 'city')
          .map(({ state }) => `${text.split('\t', 1)[0]}, ${state}`),
      );
    expect(Object.keys(tally(sampled(labelled(true), 5)))).toEqual(['same']);
    const others = sampled(labelled(false), 23);
    const { same: _, 'asks back': back = 0, ...wrong } = tally(others);
    expect([wrong, back > 0.9 * others.length]).toEqual([{}, true]);
  });

  it('is the same by a ZIP of these states, and asked back by any other', () => {
    for (const { zip } of sampled(zips, 7)) {
      const text = String(zip).padStart(5, '0');
      const isServed = served.includes(all.zip(text)?.state ?? '');
      expect([text, outcome(text)]).toEqual([text, isServed ? 'same' : 'asks back']);
    }
  });

  test.each([
    ['Columbus', '"Columbus" may be Columbus, NJ, or a place in another state; say which state'],
    ['Houston', 'the only states whose places this device has'],
    ['Houston, TX', 'the only states whose places this device has'],
    ['10001', '"10001" is not a ZIP in AZ, CA, CO, IL, NJ, NV, OK or WA, the only states whose places this device has'],
    ['Springfield, MO', 'the only states whose places this device has'],
    ['Miami', 'or a place in another state; say which state'],
    ['Pheonix, AZ', '"Pheonix, AZ" is not a place we know; did you mean Phoenix, AZ?'],
  ])('says so where it does not have the place: %s', (text, said) => {
    const near = readNear(text, own);
    expect('message' in near ? near.message : near).toContain(said);
  });
});

describe('a place among typed words on a device', () => {
  const read = (text: string) => readQuery(text, { places: own, insurers: [] }).near;
  test.each([
    ['iop phoenix md', 'phoenix md'],
    ['detox oakland park', 'oakland park'],
    ['detox near aberdeen proving ground', 'aberdeen proving ground'],
    ['iop bayou vista la', 'bayou vista la'],
    ['iop near brentford', null],
    ['iop berlin nh', 'berlin nh'],
    ['iop acton ma', 'acton ma'],
    ['rehab near columbus', 'Columbus'],
  ])('may be elsewhere, so that it is asked back: %s', (text, near) => {
    expect(read(text)).toBe(near);
    if (near !== null) expect(readNear(near, own)).toHaveProperty('message');
  });

  test.each([
    'iop near phoenix',
    'php denver co medicaid',
    'detox las vegas tonight',
    'women spokane iop',
    'sober living in aurora il',
    '85004 iop',
    'kaiser php oakland ca please help',
  ])('is read as the API reads it: %s', (text) => {
    expect(read(text)).toBe(readQuery(text, { places: all, insurers: [] }).near);
  });
});
