import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { places as load } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import { runs } from '../support/runs.ts';

/** Required, not imported: the type check would make a type of each of 900,000 words. */
const dictionary = (language: 'English' | 'Spanish'): readonly string[] =>
  z.array(z.string()).parse(createRequire(import.meta.url)(`an-array-of-${language.toLowerCase()}-words`));

const places = load();
const insurers = ['aetna', 'cigna'];
const read = (text: string) => readQuery(text, { places, insurers });

/** The filters in a text, other than the place. */
const filtersOf = (text: string): string[] =>
  read(text).understood.flatMap(({ field, value }) =>
    field === null || field === 'near' || field === 'state' || field === 'crisis' ? [] : [`${field}=${value}`],
  );

/** Every this many words of a dictionary. */
const SAMPLE = 4_000;
const sampleOf = (words: readonly string[]): readonly string[] =>
  words.filter((_, at) => at % Math.floor(words.length / SAMPLE) === 0);

describe('words of the dictionary', () => {
  // Half of these are not accidents: the dictionary has the words that people search with, and their forms.
  it.each(['English', 'Spanish'] as const)('in %s become a filter by one in 200 at most', (language) => {
    const sample = sampleOf(dictionary(language));
    const becoming = sample.filter((word) => filtersOf(word).length > 0);
    const share = (100 * becoming.length) / sample.length;
    console.log(`${language}: ${becoming.length} of ${sample.length} words become a filter (${share.toFixed(2)} %)`);
    expect(share, becoming.join(' ')).toBeLessThanOrEqual(0.5);
  });
});

describe('accidents of spelling', () => {
  it.each<[string, string[]]>([
    ['i have 3 kids need iop', ['level=iop']],
    ['mom of three kids, detox', ['gender=women', 'level=detox']],
    ['tengo 2 hijos busco iop', ['level=iop']],
    ['morning iop while kids at school mesa az', ['schedule=day', 'level=iop']],
    ['near banner university medical center', []],
    ['iop near kaiser medical center', ['level=iop']],
    ['close to mercy care hospital', []],
    ["' OR 1=1; DROP TABLE centers;--", []],
    ['physical therapy stroke rehab denver', []],
    ['knee rehab after surgery', []],
    ['terapia en linea colorado', ['modality=telehealth']],
    // English words that are one letter from Spanish ones of another meaning.
    ['wheelchair accessible iop near 85004', ['level=iop']],
    ['handicap accessibility, detox', ['level=detox']],
    ['probation violation iop tucson', ['population=justice-involved', 'level=iop']],
    ['economic hardship', []],
    // "mi" is "my" where something of one's own follows, and miles elsewhere.
    ['hijo de 24, mi seguro es aetna', ['age=young-adults', 'gender=men', 'payer=aetna']],
    ['hijo de 24 mi seguro es aetna', ['age=young-adults', 'gender=men', 'payer=aetna']],
    ['tengo 33 mi esposa bebe, iop', ['age=adults', 'gender=women', 'condition=alcohol', 'level=iop']],
    ['tengo 33, mi terapeuta dice iop', ['age=adults', 'level=iop']],
    ['iop a 20 mi de Phoenix', ['level=iop', 'within=20mi']],
    ['detox that allows my asthma inhaler', ['level=detox']],
  ])('are no filter: %s', (text, filters) => expect(filtersOf(text)).toEqual(filters));
});

describe('a plan', () => {
  it.each<[string, string[]]>([
    ['healthnet medi-cal detox', ['payer=medicaid', 'in=CA', 'level=detox']],
    ['aetna medicare', ['payer=medicare']],
    ['medicaid molina', ['payer=medicaid', 'payer=medicaid']],
    ['aetna or medicare', ['payer=aetna', 'payer=medicare']],
    ['aetna, medicaid', ['payer=aetna', 'payer=medicaid']],
    ['soonerselect iop', ['payer=medicaid', 'in=OK', 'level=iop']],
  ])('of an insurer and a public payer is one: %s', (text, filters) => expect(filtersOf(text)).toEqual(filters));

  it.each(['kaiser iop', 'oscar health iop', 'humana iop'])('that no listing names is widened: %s', (text) => {
    expect(read(text).understood[0]).toMatchObject({ field: 'payer', value: 'private', widened: true });
  });

  it('that a listing names is not', () => {
    expect(read('aetna').understood).toEqual([{ words: 'aetna', field: 'payer', value: 'aetna' }]);
  });
});

describe('a time on the way', () => {
  it.each([
    ['iop within 30 minutes of tempe', '20mi'],
    ['30 min drive from reno', '20mi'],
    ['less than an hour away', null],
    ['detox 1 hour away', '40mi'],
    ['a 20 millas de fresno', '20mi'],
    ['a 15 minutos de mesa az', null],
    ['dentro de 30 minutos de mesa az', '20mi'],
    ['30 minute sessions', null],
    ['open 24 hours', null],
  ])('is a distance by car: %s', (text, within) => expect(read(text).within).toBe(within));
});

describe('nonsense and hostile texts', () => {
  // Letters that form no word of the lists.
  const letter = fc.constantFrom(...'qxzjvkwbfgh');
  const gibberish = fc
    .array(
      fc.array(letter, { minLength: 4, maxLength: 12 }).map((letters) => letters.join('')),
      { maxLength: 8 },
    )
    .map((words) => words.join(' '));
  const signs = fc.string({ unit: fc.constantFrom(...'<>{}[]()\'";:/\\|`~!@#$%^&*_=+?-.,\n\t\0\u202e\u200b') });
  const attack = fc.constantFrom(
    "' OR '1'='1",
    '"; DROP TABLE x;--',
    '<script>alert(1)</script>',
    '#{7*7}',
    '{{7*7}}',
    '../../etc/passwd',
    '%00%0d%0a',
    '\u0000',
    '__proto__',
    'constructor',
    'hasOwnProperty toString',
    '$(reboot)',
    'javascript:alert(1)',
  );

  it('give no filter', () => {
    fc.assert(
      fc.property(fc.oneof(gibberish, signs, attack, fc.tuple(signs, attack).map(String)), (text) => {
        expect(filtersOf(text)).toEqual([]);
      }),
      { numRuns: runs(2000) },
    );
  });

  // If the work grew faster than the text, these would not end within the limit of a test: how long a text takes is
  // measured by `npx node test/query/judged.ts`.
  it.each(['a ', '1 ', 'no ', 'in la ', 'de 13 a 17 anos '])('are read to their end: "%s" again and again', (part) => {
    const text = part.repeat(200 / part.length);
    const { understood, ignored } = read(text);
    expect(understood.length + ignored.length).toBeGreaterThan(0);
  });
});
