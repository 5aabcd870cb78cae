import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type CodeRow, codeRows, feedOf, stated } from '../../../data/sources/samhsa/code-table.ts';
import { codeCategory, resolveCodes } from '../../../data/sources/samhsa/samhsa-codes.ts';
import { ages } from '../../../functions/domain/age.ts';
import { conditions } from '../../../functions/domain/condition.ts';
import { families } from '../../../functions/domain/families.ts';
import { genders } from '../../../functions/domain/gender.ts';
import { knownLanguages } from '../../../functions/domain/language.ts';
import { levels } from '../../../functions/domain/level-of-care.ts';
import { modalities } from '../../../functions/domain/modality.ts';
import { payers } from '../../../functions/domain/payer.ts';
import { populations } from '../../../functions/domain/population.ts';
import { hasCode, speaksOf } from '../../../functions/domain/silence/directory-codes.ts';
import { therapies } from '../../../functions/domain/therapy.ts';
import { absent, published } from '../directories.ts';

const crosswalk = [
  ...[levels, conditions, populations, ages, genders, families, therapies, payers, modalities].flatMap(
    ({ name, terms }) =>
      Object.entries<{ readonly samhsa?: readonly string[] }>(terms).flatMap(([value, { samhsa = [] }]) =>
        samhsa.map((code) => [`${name}=${value}`, code] as const),
      ),
  ),
  ...[...knownLanguages].flatMap(([code, { samhsa }]) => samhsa.map((each) => [`language=${code}`, each] as const)),
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

describe('the table of codes', () => {
  const feedsOf = (row: CodeRow) =>
    row.feeds.filter(({ denied }) => !denied).map(({ field, value }) => `${field}=${value}`);
  const table = new Map(codeRows.map((row) => [`${row.category}:${row.code}`, row]));

  test('has all 314 codes once, each with what it feeds or why it feeds nothing', () => {
    expect(codeRows).toHaveLength(314);
    expect(table.size).toBe(314);
    for (const { feeds, why, category, code } of codeRows)
      expect(feeds.length > 0 || why !== '', `${category}:${code}`).toBe(true);
  });

  // Reading the table throws for an unknown field, value or scope: see code-table.ts.
  test.each([
    'condition=bogus',
    'bogus=alcohol',
    'only=teens',
    'age=grown',
    'condition=alcohol@nowhere',
    'alcohol',
    '',
  ])('refuses %j', (text) => expect(() => feedOf(text)).toThrow('is not a fact of an offering'));

  test('has every code that a value of a closed list names, and feeds that value from it', () => {
    const missing = crosswalk.filter(([value, code]) => !feedsOf(table.get(code) as CodeRow).includes(value));
    expect(missing).toEqual([]);
  });

  test('feeds nothing else from codes that say for whom or what, but levels that a facility type implies', () => {
    const named = new Set(crosswalk.map(([value, code]) => `${value} ${code}`));
    const further = [...table].flatMap(([code, row]) =>
      feedsOf(row)
        .filter((value) => !value.startsWith('only=') && !named.has(`${value} ${code}`))
        .map((value) => `${code} ${value}`),
    );
    expect(further).toEqual([
      ...['FT:ORES level=residential', 'FT:PH level=php', 'FT:PSY level=inpatient'],
      ...['FT:RTCA level=residential', 'FT:RTCA age=adults', 'FT:RTCC level=residential'],
      ...['FT:RTCC age=children', 'FT:RTCC age=adolescents', 'FT:IPSY level=inpatient', 'FT:SHP level=inpatient'],
      ...['FT:VAHC age=adults', 'FOP:DDF age=young-adults', 'FOP:DDF age=adults', 'FOP:VAMC age=adults'],
      ...['SG:AD age=adolescents', 'SG:TAY age=young-adults', 'SG:WN age=adults', 'SG:WN gender=women'],
      ...['SG:PW age=young-adults', 'SG:PW age=adults', 'SG:PW gender=women', 'SG:MN age=adults', 'SG:MN gender=men'],
      ...['SG:SE age=seniors', 'SG:VET age=adults', 'SG:ADM age=young-adults', 'SG:ADM age=adults'],
      ...['SG:SED age=children', 'SG:SED age=adolescents', 'SG:SMI age=adults'],
    ]);
  });

  test('keeps a language, an operator and a detox apart from a program', () => {
    expect(table.get('SL:NX')?.feeds).toEqual([]);
    expect(feedsOf(table.get('TAP:IDD') as CodeRow)).toEqual(['condition=co-occurring']);
    expect([...stated(new Set(['DETOX:ADTX']), 'condition', 'op')]).toEqual([]);
    expect([...stated(new Set(['DETOX:ADTX', 'AUT:NAUT']), 'condition', 'detox')]).toEqual(['alcohol']);
    expect([...stated(new Set(['AUT:PMAT', 'AUT:NAUT']), 'condition', 'op')]).toEqual([]);
    expect([...stated(new Set(['AS:BC', 'AS:CCC']), 'families', 'iop')]).toEqual(['childcare']);
    expect([...stated(new Set(['AS:BC', 'AS:CCC']), 'families', 'residential')]).toEqual([
      'beds-for-children',
      'childcare',
    ]);
  });

  test.skipIf(absent !== null)(`is the published legend’s (${absent ?? 'all files are there'})`, async () => {
    const legend: { code: string; category_code: string; name: string }[] = parse(await readFile(published.codes), {
      columns: true,
    });
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    const wanted = legend.map(({ code, category_code, name }) => `${category_code}:${code} ${plain(name)}`).sort();
    expect(codeRows.map(({ category, code, name }) => `${category}:${code} ${name}`).sort()).toEqual(wanted);
  });
});

test('what a search knows of the directories’ codes is what the table says', () => {
  const names = { su: 'substance-use', mh: 'mental-health' } as const;
  for (const { category, code, directories, feeds } of codeRows) {
    const whole = `${category}:${code}`;
    for (const short of ['su', 'mh'] as const)
      expect(hasCode(names[short], whole), whole).toBe(directories.includes(short));
    for (const { field, appliesTo } of feeds) {
      if (field !== 'condition') continue;
      for (const level of levels.codes) expect(speaksOf(whole, level), `${whole} ${level}`).toBe(appliesTo(level));
    }
  }
});
