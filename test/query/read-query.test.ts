import { describe, expect, it } from 'vitest';
import { conditions } from '../../functions/domain/condition.ts';
import { closedFields, type ListField } from '../../functions/domain/fields.ts';
import { knownLanguages } from '../../functions/domain/language.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import { modalities } from '../../functions/domain/modality.ts';
import { payers } from '../../functions/domain/payer.ts';
import { populations } from '../../functions/domain/population.ts';
import { tracks } from '../../functions/domain/schedule.ts';
import { spanishLabel, spanishSynonyms } from '../../functions/domain/spanish.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import { vocabularyOf } from '../../functions/domain/vocabularies.ts';
import { places } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import type { Reading } from '../../functions/query/reading.ts';
import { insurers, phrases as seenPhrases } from './phrases.ts';
import { unseenPhrases } from './unseen-phrases.ts';

const phrases = [...seenPhrases, ...unseenPhrases];
const context = { places: places(), insurers };
const read = (text: string): Reading => readQuery(text, context);

const nothing: Omit<Reading, 'understood'> = {
  near: null,
  state: null,
  in: [],
  unservedState: null,
  within: null,
  level: [],
  condition: [],
  population: [],
  age: [],
  gender: [],
  families: [],
  therapy: [],
  payer: [],
  modality: [],
  schedule: [],
  language: [],
  housing: null,
  accepting: false,
  crisis: false,
  ignored: [],
};

const vocabularies = [
  ['level', levels],
  ['condition', conditions],
  ['population', populations],
  ['therapy', therapies],
  ['payer', payers],
  ['modality', modalities],
  ['schedule', tracks],
] as const;

describe('what people type', () => {
  it.each(phrases)('%s', (typed, expected) => {
    const { understood, ...reading } = read(typed);
    expect(reading).toEqual({ ...nothing, ...expected });
    for (const { words } of understood) expect(typed).toContain(words);
  });

  it('is listed for every value and every state', () => {
    expect(new Set(phrases.map(([typed]) => typed)).size).toBe(phrases.length);
    for (const [field, { codes }] of vocabularies) {
      const named = new Set<string>(phrases.flatMap(([, reading]) => reading[field] ?? []));
      expect(codes.filter((code) => !named.has(code))).toEqual([]);
    }
    const where = phrases.map(([, { near, state }]) => state ?? near?.slice(-2));
    for (const state of stateCodes) expect(where.filter((code) => code === state).length).toBeGreaterThan(1);
  });
});

describe('the taxonomy', () => {
  const labels = vocabularies.flatMap(([field, { codes, terms }]) =>
    codes.map((code) => [(terms as Record<string, { label: string }>)[code]?.label ?? '', field, code] as const),
  );

  it.each(labels)('reads the label "%s" as %s %s alone', (label, field, code) => {
    expect(read(label)).toMatchObject({ ...nothing, [field]: [code] });
  });

  // People mean more or less by these words than the list of synonyms says: see sayings/levels.ts and payers.ts.
  const reread = new Set(['drug rehab', 'live-in rehab', 'residential rehab']);
  it.each(
    vocabularies.flatMap(([field, { codes, terms }]) =>
      codes.flatMap((code) =>
        ((terms as Record<string, { synonyms: readonly string[] }>)[code]?.synonyms ?? []).map(
          (synonym) => [synonym, field, code] as [string, ListField, string],
        ),
      ),
    ),
  )('reads the synonym "%s" as %s %s', (synonym, field, code) => {
    const reading = read(synonym);
    expect(reading[field]).toContain(code);
    if (!reread.has(synonym)) expect(reading.ignored).toEqual([]);
  });

  const spanishTerms = closedFields.flatMap((field) =>
    vocabularyOf(field).codes.flatMap((code) =>
      // An age's label contains numbers.
      [...(field === 'age' ? [] : [spanishLabel(field, code) ?? '']), ...spanishSynonyms(field, code)].map(
        (said) => [said, field, code] as const,
      ),
    ),
  );
  // Words for ages and genders set `age` and `gender` only next to a word for a person ("hijo adolescente", "mujer
  // 24").
  const asPrograms = (field: string) => (field === 'age' || field === 'gender' ? 'population' : field);
  // "No insurance" and similar texts mean several values. "Adultos" is read as an age.
  it.each(spanishTerms)('reads the Spanish "%s" as %s %s', (said, field, code) => {
    const reading = read(said);
    const found = code === 'adults' ? reading.age : reading[asPrograms(field) as ListField];
    expect(found).toContain(code);
    expect(reading.ignored).toEqual([]);
    const plain = read(said.normalize('NFD').replace(/\p{M}/gu, ''));
    expect({ ...plain, understood: [] }).toEqual({ ...reading, understood: [] });
  });

  it.each([...knownLanguages])('reads the language %s', (code, { label }) => {
    expect(read(`${label} speaking iop`)).toMatchObject({ level: ['iop'], language: [code], ignored: [] });
    expect(read(label).language).toEqual([code]);
  });
});

describe('insurers', () => {
  it('are read only as the data names them', () => {
    const reading = (names: readonly string[]) =>
      readQuery('aetna php', { places: context.places, insurers: names }).payer;
    expect(reading(['aetna'])).toEqual(['aetna']);
    expect(reading([])).toEqual(['private']);
  });

  it('may be any slug', () => {
    const named = { places: context.places, insurers: ['first-health-of-tulsa'] };
    expect(readQuery('first health of tulsa iop', named)).toMatchObject({
      near: null,
      payer: ['first-health-of-tulsa'],
    });
  });
});

describe('what was understood', () => {
  it('is shown in the order of the text, as typed', () => {
    expect(read('Evening IOP near Pheonix, AZ within 20 miles, bcbs').understood).toEqual([
      { words: 'Evening', field: 'schedule', value: 'evening' },
      { words: 'IOP', field: 'level', value: 'iop' },
      { words: 'near', field: null, value: null },
      { words: 'Pheonix, AZ', field: 'near', value: 'Phoenix, AZ' },
      { words: 'within 20 miles', field: 'within', value: '20mi' },
      { words: 'bcbs', field: 'payer', value: 'blue-cross-blue-shield' },
    ]);
  });

  it('has each value of a word that means several', () => {
    expect(read('inpatient').understood.map(({ value }) => value)).toEqual(['residential', 'inpatient']);
  });
});
