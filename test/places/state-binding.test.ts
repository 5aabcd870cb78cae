import { describe, expect, it } from 'vitest';
import { readNear } from '../../functions/faces/v1/parameters/origin.ts';
import { places as load } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import { insurers } from '../query/phrases.ts';
import { sampled } from '../support/runs.ts';
import { cityTexts, countyTexts, misspelledTexts, type Said, tally } from './state-binding.ts';

const places = load();
const COUNTIES = 393;
const SWEEP_MS = 120_000;

/** Each place in one of the ways of writing it, by turns; `node test/places/sweep.ts` reads all of them. */
const inTurn = (texts: readonly Said[], ways: number): readonly Said[] =>
  texts.filter((_, at) => at % ways === Math.floor(at / ways) % ways);
const MISSPELLED = 1_000;

describe('a state that is said', () => {
  const texts = countyTexts();

  it('is that of the answer for counties in every way of writing them', { timeout: SWEEP_MS }, () => {
    expect(texts).toHaveLength(COUNTIES * 10);
    const carson = texts.filter(({ label }) => label === 'Carson City, NV');
    const others = texts.filter(({ label }) => label !== 'Carson City, NV');
    const { counts, astray } = tally([...carson, ...sampled(others, 7)]);
    expect(astray.map(({ text }) => text)).toEqual([]);
    // "Carson City County" does not exist, and is asked about.
    expect(counts).toMatchObject({ elsewhere: 0, nowhere: 0, asked: 4 });
  });

  it('is that of the answer for cities', { timeout: SWEEP_MS }, () => {
    const cities = inTurn(cityTexts(), 5);
    expect(cities.length).toBeGreaterThan(5_800);
    expect(tally(sampled(cities, 9)).astray.map(({ text }) => text)).toEqual([]);
  });

  it('is that of the answer for misspelled cities, or nothing is answered', { timeout: SWEEP_MS }, () => {
    const { counts, astray } = tally(sampled(misspelledTexts(20261129, MISSPELLED), 11));
    expect(counts.elsewhere, astray.map(({ text }) => text).join('; ')).toBe(0);
  });
});

const nearOf = (q: string) => readQuery(q, { places, insurers });

describe('names that went astray', () => {
  it.each([
    ['iop Essex County, NJ', 'Essex County, NJ'],
    ['mercer nj', 'Mercer County, NJ'],
    ['La Paz County AZ', 'La Paz County, AZ'],
    ['El Paso County, CO', 'El Paso County, CO'],
    ['iop sand springs', 'Sand Springs, OK'],
    ['clases en la mañana tucson', 'Tucson, AZ'],
    ['iop new douglas il', 'New Douglas, IL'],
    ['iop Hawthore NV', 'Hawthorne, NV'],
    ['iop Blak Diamond WA', 'Black Diamond, WA'],
  ])('"%s" is %s', (q, label) => {
    const { near, state } = nearOf(q);
    expect([near, state]).toEqual([label, null]);
    expect(readNear(near ?? '', places)).toMatchObject({ label });
  });

  it.each(['Washington Township NJ', 'Denver, NJ', 'iop Denver NJ'])('"%s" is asked about', (q) => {
    const { near } = nearOf(q);
    expect(near).toMatch(/, NJ$/);
    const read = readNear(near ?? '', places);
    expect(read).toHaveProperty('candidates');
    expect(read).toMatchObject({ state: 'NJ' });
  });

  it.each([
    ['iop frie co', 'CO'],
    ['iop Lake in tthe Hills, IL', 'IL'],
    ['iop arcadeia ok', 'OK'],
    ['iop eelaware ok', 'OK'],
  ])('"%s" is in %s, though no town of it is spelled so', (q, state) => {
    expect(nearOf(q)).toMatchObject({ near: null, state });
  });

  it('"iop le reno ok" is asked about, not answered from Nevada', () => {
    const { near } = nearOf('iop le reno ok');
    expect(readNear(near ?? '', places)).toMatchObject({
      state: 'OK',
      candidates: [{ label: 'Reno, NV' }, { label: 'Reno, TX' }, { label: 'Reno, OH' }],
    });
  });

  it.each(['is online ok', 'is reno ok for me', 'suboxone ok', 'is methadnoe ok', 'ok so iop'])(
    '"%s" is not in Oklahoma',
    (q) => {
      expect(nearOf(q).state).toBeNull();
      expect(nearOf(q).near ?? '').not.toMatch(/OK$/);
    },
  );
});
