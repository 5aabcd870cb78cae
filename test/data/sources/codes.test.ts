import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { codeCategories, codeCategory, resolveCodes } from '../../../data/sources/samhsa/samhsa-codes.ts';
import { conditions } from '../../../functions/domain/condition.ts';
import { knownLanguages } from '../../../functions/domain/language.ts';
import { levels } from '../../../functions/domain/level-of-care.ts';
import { modalities } from '../../../functions/domain/modality.ts';
import { payers } from '../../../functions/domain/payer.ts';
import { populations } from '../../../functions/domain/population.ts';
import { therapies } from '../../../functions/domain/therapy.ts';
import { absent, published } from '../directories.ts';

const crosswalk = [
  ...[levels, conditions, populations, therapies, payers, modalities].flatMap(({ name, terms }) =>
    Object.entries<{ readonly samhsa?: readonly string[] }>(terms).flatMap(([value, { samhsa = [] }]) =>
      samhsa.map((code) => [`${name} ${value}`, code] as const),
    ),
  ),
  ...[...knownLanguages].flatMap(([code, { samhsa }]) => samhsa.map((each) => [`language ${code}`, each] as const)),
];

describe('reading a listing’s codes', () => {
  test('each group belongs to a category, and empty categories are dropped', () => {
    expect([...resolveCodes('SA SUMH * OP OIT * CBT TELE * MD').codes]).toEqual([
      'TC:SA',
      'TC:SUMH',
      'SET:OP',
      'SET:OIT',
      'TAP:CBT',
      'TAP:TELE',
      'PAY:MD',
    ]);
  });

  test('a code that stands in two categories means what its place says', () => {
    const order = [codeCategory('CARE', 'SA MD'), codeCategory('PAY', 'SA MD SF'), codeCategory('AGE', 'AD')];
    expect([...resolveCodes('SA * SA SF * AD', order).codes]).toEqual(['CARE:SA', 'PAY:SA', 'PAY:SF', 'AGE:AD']);
    expect([...resolveCodes('SA SF', order).codes]).toEqual(['PAY:SA', 'PAY:SF']);
  });

  test('codes that their category lacks are reported, not lost and not fatal', () => {
    const { codes, unknown } = resolveCodes('SA NEW1 * NEW2 * OIT');
    expect([...codes]).toEqual(['TC:SA', 'SET:OIT']);
    expect(unknown).toEqual(['NEW1', 'NEW2']);
  });

  test('odd spaces and empty groups change nothing', () => {
    expect(resolveCodes('  SA   SUMH *  * OIT* ')).toEqual(resolveCodes('SA SUMH * OIT'));
    expect(resolveCodes('')).toEqual({ codes: new Set(), unknown: [] });
  });
});

describe('the crosswalk', () => {
  test('names only codes that the table of categories has', () => {
    const known = new Set(codeCategories.flatMap(({ codes }) => [...codes.values()]));
    expect(crosswalk.filter(([, code]) => !known.has(code))).toEqual([]);
  });

  test.skipIf(absent !== null)(
    `and the table is the published legend’s (${absent ?? 'all files are there'})`,
    async () => {
      const legend: { code: string; category_code: string }[] = parse(await readFile(published.codes), {
        columns: true,
      });
      const wanted = legend.map(({ code, category_code }) => `${category_code}:${code}`).sort();
      expect(codeCategories.flatMap(({ codes }) => [...codes.values()]).sort()).toEqual(wanted);
    },
  );
});
