import { expect, test } from 'vitest';
import { listFields as tableFields } from '../../functions/domain/fields.ts';
import { postalStates } from '../../functions/places/postal-states.ts';
import { en } from '../../web/words/en.ts';
import { es } from '../../web/words/es.ts';
import { listFields } from '../../web/words/fields.ts';
import { stateNames } from '../../web/words/states.ts';
import taxonomy from '../support/taxonomy-codes.ts';

test('the words know the fields of the table, each with a title and a question', () => {
  expect([...listFields].sort()).toEqual([...tableFields].sort());
  for (const words of [en, es]) expect(Object.keys(words.filters.groups).sort()).toEqual([...listFields].sort());
});

test('every closed value has words in both languages', () => {
  for (const [field, codes] of Object.entries(taxonomy))
    for (const words of [en, es]) {
      const named: Readonly<Record<string, string>> = words.values[field as keyof typeof words.values];
      expect([words.code, field, codes.filter((code) => named[code] === undefined)]).toEqual([words.code, field, []]);
    }
});

test('states are named as the gazetteer names them', () => {
  expect(stateNames).toEqual(Object.fromEntries(postalStates));
  expect([en.stateName('NM'), es.stateName('NM'), en.stateName('ZZ')]).toEqual(['New Mexico', 'Nuevo México', 'ZZ']);
});

test('no text of one language is left in the other', () => {
  const texts = (value: unknown, path = ''): [string, string][] => {
    if (typeof value === 'string') return [[path, value]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  };
  const english = new Map(texts(en));
  // Names, numbers and codes are equal in English and Spanish.
  const shared =
    /^(?:[^a-z]*|.*(?:988|911|HELP|tel:|sms:|Medicaid|Medicare|LGBTQ|Alcohol|Trauma|EMDR|Yoga|Tai chi|Hospital|IOP|PHP|Residencial|Naltrexon).*)$/i;
  const same = texts(es).filter(([path, text]) => english.get(path) === text && !shared.test(text));
  expect(same).toEqual([]);
});
