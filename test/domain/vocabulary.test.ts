import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { maskOf, valuesOf } from '../../functions/dataset/masks.ts';
import { accuracies } from '../../functions/domain/accuracy.ts';
import { ages } from '../../functions/domain/age.ts';
import { conditions } from '../../functions/domain/condition.ts';
import { confirmationState } from '../../functions/domain/confirmation.ts';
import { confirmationSchema } from '../../functions/domain/confirmation-schema.ts';
import { answerers, phonePurposes } from '../../functions/domain/contact.ts';
import { families } from '../../functions/domain/families.ts';
import { genders } from '../../functions/domain/gender.ts';
import { intakeSchema } from '../../functions/domain/intake-schema.ts';
import { levels, levelTerm } from '../../functions/domain/level-of-care.ts';
import { modalities } from '../../functions/domain/modality.ts';
import { onlys } from '../../functions/domain/only.ts';
import { isPayerKind, payers } from '../../functions/domain/payer.ts';
import { populations } from '../../functions/domain/population.ts';
import { tracks } from '../../functions/domain/schedule.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import { type Term, vocabulary } from '../../functions/domain/vocabulary.ts';
import { schemaOf } from '../../functions/domain/vocabulary-schema.ts';

const all = [levels, conditions, populations, ages, genders, families, onlys, therapies, payers, modalities, tracks];

/**
 * Every closed list in storage order. Published pages hold positions in these lists and masks of them, so append new
 * values to their line, and change nothing else except brackets around retired values.
 */
const stored: Readonly<Record<string, string>> = {
  level: 'op iop php residential inpatient detox aftercare sober-living',
  condition:
    'substance-use alcohol opioids stimulants prescription-medications mental-health depressive anxiety personality ' +
    'ptsd trauma phobias ocd eating co-occurring',
  population:
    'women men pregnant lgbtq veterans military military-families seniors young-adults adolescents children (adults) ' +
    'justice-involved domestic-violence sexual-abuse hiv native-american',
  therapy:
    'evidence-based cbt dbt emdr motivational relapse-prevention contingency-management trauma-counseling individual ' +
    'group family 12-step medication buprenorphine methadone naltrexone holistic breathwork meditation yoga tai-chi ' +
    'massage art sound equine nature acupuncture',
  payer: 'private medicaid medicare military state tribal self-pay sliding-scale free',
  modality: 'in-person telehealth',
  schedule: 'day evening weekend',
  age: 'children adolescents young-adults adults seniors',
  gender: 'women men',
  families: 'childcare beds-for-children',
  only: 'dui alcohol opioids women men',
};

const moved =
  'this list is only ever appended to: published pages hold positions in it, so a value that moves or goes ' +
  'makes every page that is already published say something else';

describe('the closed lists', () => {
  test.each(all.map(({ name, positions }) => [name, positions] as const))(
    '%s keeps its storage order',
    (name, codes) => {
      const before = (stored[name]?.split(' ') ?? []).map((word) => (word.startsWith('(') ? null : word));
      expect(codes.slice(0, before.length), moved).toEqual(before);
      expect(codes.length, `append the new values of ${name} to the order above, which this test then keeps`).toBe(
        before.length,
      );
    },
  );

  test.each(all.map(({ name, positions }) => [name, positions.length] as const))(
    '%s fits a mask of 31 bits',
    (_, count) => {
      expect(count).toBeLessThanOrEqual(31);
    },
  );

  test.each(all.map((list) => [list.name, list] as const))(
    '%s: each value has a label; no synonym stands for two',
    (_, list) => {
      const terms: readonly Term[] = Object.values(list.terms);
      const words = terms.flatMap(({ synonyms }) => synonyms);
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
      expect(words.filter((word) => word !== word.toLowerCase().trim() || word === '')).toEqual([]);
      const labels = terms.map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels).not.toContain('');
    },
  );

  test('a value’s family is itself and what names it as parent', () => {
    expect(conditions.family('mental-health')).toEqual([
      'mental-health',
      'depressive',
      'anxiety',
      'personality',
      'ptsd',
      'trauma',
      'phobias',
      'ocd',
      'eating',
    ]);
    expect(conditions.family('ptsd')).toEqual(['ptsd']);
    expect(conditions.family('co-occurring')).toEqual(['co-occurring']);
    expect(therapies.family('medication')).toEqual(['medication', 'buprenorphine', 'methadone', 'naltrexone']);
  });

  test('a retired value is gone from the list, and its position is kept', () => {
    expect(populations.codes).not.toContain('adults');
    expect(schemaOf(populations).safeParse('adults').success).toBe(false);
    expect(valuesOf(populations, maskOf(populations, ['children', 'justice-involved']))).toEqual([
      'children',
      'justice-involved',
    ]);
    expect(maskOf(populations, ['justice-involved'])).toBe(1 << 12);
    expect(valuesOf(populations, 1 << 11)).toEqual([]);
  });

  test('a parent that is not in the list is refused by name', () => {
    const terms = { ash: { label: 'Ash', synonyms: [], parent: 'tree' } };
    expect(() => vocabulary('plant', terms)).toThrow('plant "ash" has an unknown parent "tree"');
  });

  test('a value outside a list is refused with the values that would be right', () => {
    const message = schemaOf(levels).safeParse('iopp').error?.issues[0]?.message ?? '';
    for (const level of levels.codes) expect(message).toContain(`"${level}"`);
  });

  test('names that every object has are no payers', () => {
    expect(['constructor', 'toString', '__proto__'].filter(isPayerKind)).toEqual([]);
  });
});

// The list that the product was given. Later additions are added here too.
const taxonomyFile = new URL('taxonomy.json', import.meta.url);

describe('the public taxonomy', () => {
  interface Value {
    readonly label?: string;
    readonly order?: number | null;
    readonly samhsa?: readonly string[];
    readonly parent?: string;
  }
  type List = readonly string[] | Readonly<Record<string, Value | string>>;
  const taxonomy: Readonly<Record<string, List | string>> = JSON.parse(readFileSync(taxonomyFile, 'utf8'));
  const valuesIn = (name: string): [string, Value][] => {
    const list = taxonomy[name] ?? {};
    if (typeof list === 'string') return [];
    if (Array.isArray(list)) return list.map((code: string) => [code, {}]);
    return Object.entries(list).flatMap(([code, value]) => (typeof value === 'string' ? [] : [[code, value]]));
  };
  const sorted = (list: Iterable<string>) => [...list].sort();

  test.each(all.map((list) => [list.name, list] as const))(
    '%s has its values and parents, no more and no fewer',
    (name, list) => {
      expect(sorted(list.codes)).toEqual(sorted(valuesIn(name).map(([code]) => code)));
      const parentOf = (terms: Readonly<Record<string, Term>>, code: string) => terms[code]?.parent;
      for (const [code, { parent }] of valuesIn(name))
        expect([code, parentOf(list.terms, code)]).toEqual([code, parent]);
    },
  );

  test('level has its labels, orders and SAMHSA codes', () => {
    const ours = levels.codes.map((level) => {
      const { label, order, samhsa = [] } = levelTerm(level);
      return [level, { label, order, samhsa: sorted(samhsa) }];
    });
    const theirs = valuesIn('level').map(([level, { label, order, samhsa = [] }]) => [
      level,
      { label, order, samhsa: sorted(samhsa) },
    ]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
  });

  test('the lists that are no filters are the same too', () => {
    const list = (name: string) => sorted(valuesIn(name).map(([code]) => code));
    expect(sorted(phonePurposes)).toEqual(list('phonePurpose'));
    expect(sorted(answerers)).toEqual(list('answeredBy'));
    expect(sorted(accuracies)).toEqual(list('accuracy'));
    expect(sorted(intakeSchema.shape.state.options)).toEqual(list('intake'));
    // "stale" is never stored: it is computed from a confirmation.
    const then = {
      state: 'confirmed',
      confirmedAt: '2026-01-01T00:00:00Z',
      expiresAt: '2026-02-01T00:00:00Z',
    } as const;
    const shown = [...confirmationSchema.shape.state.options, confirmationState(then, Date.parse('2026-03-01'))];
    expect(sorted(shown)).toEqual(list('confirmation'));
  });
});
