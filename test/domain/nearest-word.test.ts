import { describe, expect, it } from 'vitest';
import { conditions } from '../../functions/domain/condition.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import { nearestWord } from '../../functions/domain/nearest-word.ts';
import { payers } from '../../functions/domain/payer.ts';
import { populations } from '../../functions/domain/population.ts';
import { stateCodes } from '../../functions/domain/state.ts';

describe('nearestWord', () => {
  const accepted = [...levels.codes, ...conditions.codes, ...populations.codes];

  it.each([
    ['iopp', 'iop'],
    ['Alcohol', 'alcohol'],
    ['alcohlo', 'alcohol'],
    ['opiods', 'opioids'],
    ['Womne', 'women'],
    // These short words have two wrong letters. The API still names the nearest valid value.
    ['wmon', 'women'],
    ['deotx', 'detox'],
    ['dteoxx', 'detox'],
    ['banana', null],
    ['x', null],
    ['', null],
  ])('takes "%s" for %s', (word, meant) => {
    expect(nearestWord(word, accepted)).toBe(meant);
  });

  it('forgives one letter in a word of three, none in a code of two, and no word with nothing in common', () => {
    expect(nearestWord('cpt', ['dbt', 'cbt'])).toBe('cbt');
    expect(nearestWord('frx', ['es', 'fr'])).toBe('fr');
    for (const state of ['FL', 'NY', 'CT', 'AK']) expect(nearestWord(state, stateCodes)).toBeNull();
    expect(nearestWord('b', ['a'])).toBeNull();
  });

  it('counts two swapped letters as one slip, so the swap wins over two other changes', () => {
    expect(nearestWord('rehba', ['reba1', 'rehab'])).toBe('rehab');
    expect(nearestWord('dti', ['dbx', 'dit'])).toBe('dit');
  });

  it('prefers the nearest, then the first', () => {
    expect(nearestWord('medicad', ['medicare', 'medicaid'])).toBe('medicaid');
    expect(nearestWord('abcx', ['abcd', 'abce'])).toBe('abcd');
    expect(nearestWord('IOP', ['iopx', 'iop'])).toBe('iop');
  });

  it('finds every accepted value again after any letter is dropped, doubled, or swapped with the next', () => {
    for (const value of [...accepted, ...payers.codes].filter((each) => each.length > 3)) {
      for (let at = 0; at < value.length - 1; at++) {
        const [before, after] = [value.slice(0, at), value.slice(at + 1)];
        const swapped = before + value.charAt(at + 1) + value.charAt(at) + value.slice(at + 2);
        for (const typed of [before + after, before + value.charAt(at) + value.slice(at), swapped]) {
          expect([typed, nearestWord(typed, [value, 'zzzzzz'])]).toEqual([typed, value]);
        }
      }
    }
  });

  it('leaves the names of insurers alone that no payer is called', () => {
    const words = payers.codes.flatMap((code) => [code, ...payers.terms[code].synonyms]);
    const insurers =
      'Aetna,Cigna,Humana,Molina,Centene,Ambetter,Oscar,Kaiser,Anthem,Magellan,Optum,Highmark,UPMC,Geisinger,Premera,Regence,Moda,Wellcare,Amerigroup,Carelon,Beacon,Evernorth,Banner,Presbyterian,Meritain';
    for (const name of insurers.split(',')) expect([name, nearestWord(name, words)]).toEqual([name, null]);
  });
});
