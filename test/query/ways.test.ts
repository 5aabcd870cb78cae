import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownInsurers } from '../../functions/domain/payer.ts';
import { places as load } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import type { Reading } from '../../functions/query/reading.ts';

const places = load();
const read = (text: string): Reading => readQuery(text, { places, insurers: knownInsurers });

/** The filters in a text, other than the place. */
const filtersOf = (text: string): string[] => [
  ...new Set(
    read(text).understood.flatMap(({ field, value }) =>
      field === null || field === 'near' || field === 'state' || field === 'crisis' ? [] : [`${field}=${value}`],
    ),
  ),
];

const FRAMES: Readonly<Record<string, (said: string) => string>> = {
  en: (said) => `help for ${said} in tucson az`,
  es: (said) => `busco ayuda para ${said} en phoenix`,
};

const [, ...rows] = readFileSync(new URL('ways.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const ways = rows.map((row) => row.split('\t') as [value: string, language: string, phrases: string]);

describe('what people say for a value', () => {
  it.each(ways)('is read as %s and nothing else (%s)', (value, language, phrases) => {
    const misread = phrases.split(', ').flatMap((said) => {
      const filters = filtersOf(FRAMES[language]?.(said) ?? '');
      return filters.join() === value ? [] : [`${said}: ${filters.join()}`];
    });
    expect(misread).toEqual([]);
  });
});

describe('an age in words', () => {
  it.each([
    ['my dad hes seventy four and he drinks', ['seniors']],
    ['she is thirty nine, iop', ['adults']],
    ['aunt sixty two pills', ['adults']],
    ['soy de veinte y tres años', ['young-adults']],
    ['mi hijo de once años', ['children']],
    ['tiene diez y seis años', ['adolescents']],
    ['setenta y un años', ['seniors']],
    ['woman in her seventies', ['seniors']],
    ['late thirties man, detox', ['adults']],
    ['transitional living for 18-25', ['young-adults']],
  ])('%s', (text, age) => expect(read(text).age).toEqual(age));

  it.each(['music of the seventies', 'program for 10-12 weeks', 'twenty drinks a day', 'for 30-60 days'])(
    'is not in: %s',
    (text) => expect(read(text).age).toEqual([]),
  );
});

describe('an ordinary word', () => {
  it.each([
    'little rock iop',
    'snow in denver',
    'glass of water',
    'clear lake',
    'blow dryer',
    'bars near me',
    'we live in reno',
    'grief counselor camden nj',
    'pueblo co',
  ])('is no condition or level: %s', (text) => {
    const filters = filtersOf(text).filter((filter) => filter !== 'level=iop');
    expect(filters).toEqual([]);
  });
});

it('steps down from the level that somebody is about to leave', () => {
  expect(read('stepping down from php next monday, aurora co').level).toEqual(['iop']);
});

it('reads the gender in a pronoun inside what is read', () => {
  expect(read('my kid washes her hands until they bleed').gender).toEqual(['women']);
});
