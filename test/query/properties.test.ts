import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditions } from '../../functions/domain/condition.ts';
import { knownLanguages } from '../../functions/domain/language.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import { modalities } from '../../functions/domain/modality.ts';
import { payers } from '../../functions/domain/payer.ts';
import { populations } from '../../functions/domain/population.ts';
import { tracks } from '../../functions/domain/schedule.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import { readNear } from '../../functions/faces/v1/parameters/origin.ts';
import { readWithin } from '../../functions/http/within.ts';
import { places as load } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import type { Reading } from '../../functions/query/reading.ts';
import { LONGEST_TEXT, tokenize } from '../../functions/query/tokenize.ts';
import { runs } from '../support/runs.ts';
import { insurers, phrases } from './phrases.ts';

const places = load();
const read = (text: string): Reading => readQuery(text, { places, insurers });

const words = [...new Set(phrases.flatMap(([typed]) => typed.split(/\s+/)))];
const mixed = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...words) }, fc.string({ unit: 'grapheme', maxLength: 12 })),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(' '));
const anything = fc.oneof(
  mixed,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

/**
 * The phrases of a text that were understood. `understood` lists a phrase with two values twice; this list has it once.
 */
function stretchesOf(understood: Reading['understood']): readonly string[] {
  const stretches: string[] = [];
  let values = new Set<string>();
  for (const { words, field, value } of understood) {
    const key = `${field}:${value}`;
    if (words === stretches.at(-1) && field !== null && !values.has(key)) {
      values.add(key);
      continue;
    }
    stretches.push(words);
    values = new Set([key]);
  }
  return stretches;
}

describe('any text', () => {
  it('is read into values of the vocabularies alone, without throwing', () => {
    const lists = [
      ['level', levels.codes],
      ['condition', conditions.codes],
      ['population', populations.codes],
      ['therapy', therapies.codes],
      ['payer', [...payers.codes, ...insurers]],
      ['modality', modalities.codes],
      ['schedule', tracks.codes],
      ['language', [...knownLanguages.keys()]],
    ] as const;
    fc.assert(
      fc.property(anything, (text) => {
        const reading = read(text);
        for (const [field, codes] of lists) {
          const known: readonly string[] = codes;
          expect(reading[field].filter((value) => !known.includes(value))).toEqual([]);
          expect(new Set(reading[field]).size).toBe(reading[field].length);
        }
        if (reading.state !== null) expect(stateCodes).toContain(reading.state);
        expect(
          [reading.near, reading.state, reading.unservedState].filter((where) => where !== null).length,
        ).toBeLessThan(2);
        expect(reading).toEqual(read(text));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('gives a near and a within that the search takes, or asks back about', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const { near, state, within } = read(text);
        if (within !== null) expect(readWithin(within)).toMatchObject({ text: within });
        if (state !== null) expect(within).toBeNull();
        if (near === null || near === 'me') return;
        const origin = readNear(near, places);
        // If the state has no place of that name, or the ZIP is in another state, there may be only one candidate.
        const least = /, [A-Z]{2}$|\d{5}$/.test(near) ? 0 : 1;
        if (!('kind' in origin) && !/^\d{5}$/.test(near)) expect(origin.candidates.length).toBeGreaterThan(least);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('leaves no word out: each is in what was understood, or ignored, once', () => {
    const count = (words: readonly string[]) =>
      Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
    fc.assert(
      fc.property(anything, (text) => {
        const { ignored, understood } = read(text);
        const told = stretchesOf(understood).flatMap((words) => tokenize(words).map((token) => token.text));
        expect(count([...told, ...ignored])).toEqual(count(tokenize(text).map((token) => token.text)));
        for (const { field, value } of understood) expect(field === null).toBe(value === null);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('is read to its 200th character', () => {
    const text = `${'x'.repeat(LONGEST_TEXT - 4)} iop php`;
    expect(read(text)).toMatchObject({ level: ['iop'] });
  });
});

describe('the order of what is said', () => {
  const parts = fc.tuple(
    fc.constantFrom(
      'denver',
      'phoenix az',
      '85004',
      'las vegas nv',
      'spokane valley washington',
      'tulsa ok',
      'near me',
      'pheonix',
    ),
    fc.constantFrom('iop', 'php', 'detox', 'sober living', 'intensive outpatient', 'inpatient', 'rehab'),
    fc.constantFrom('medicaid', 'tricare', 'no insurance', 'aetna', 'takes insurance', 'bcbs'),
    fc.constantFrom('for women', 'veterans', 'teens', '22 year old', 'my wife'),
    fc.constantFrom('alcohol', 'dual diagnosis', 'heroin', 'anxiety', 'fentynal'),
    fc.constantFrom('evenings', 'weekends', 'telehealth', 'spanish speaking', 'with openings', 'within 20 miles'),
  );
  const shuffled = parts.chain((said) =>
    fc.tuple(fc.constant(said), fc.shuffledSubarray([...said], { minLength: said.length, maxLength: said.length })),
  );

  it('does not matter', () => {
    fc.assert(
      fc.property(shuffled, ([said, other]) => {
        // Leaves out the crisis reading, which weighs neighboring words and has its own tests.
        const { understood: _, crisis: _crisis, ...reading } = read(said.join(' '));
        const { understood: __, crisis: __crisis, ...same } = read(other.join(' '));
        expect(same).toEqual(reading);
        expect(same.ignored).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('slips of the fingers', () => {
  it('swap, drop or double a letter of a long word and change nothing', () => {
    const targets = [
      'residential',
      'outpatient',
      'methadone',
      'depression',
      'veterans',
      'telehealth',
      'sacramento',
      'albuquerque',
    ];
    const slip = fc.tuple(fc.constantFrom(...targets), fc.nat(), fc.constantFrom('swap', 'drop', 'double'));
    fc.assert(
      fc.property(slip, ([word, place, kind]) => {
        const at = 1 + (place % (word.length - 2));
        const [a = '', b = ''] = [word[at], word[at + 1]];
        const change = { swap: b + a, drop: b, double: a + a + b }[kind];
        const typed = word.slice(0, at) + change + word.slice(at + 2);
        const { understood: _, ...reading } = read(`${typed} near me`);
        const { understood: __, ...meant } = read(`${word} near me`);
        expect(reading).toEqual(meant);
      }),
      { numRuns: runs(500) },
    );
  });
});
