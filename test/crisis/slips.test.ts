import { describe, expect, it } from 'vitest';
import { isSlipOf } from '../../functions/crisis/slips.ts';
import { crisisPhrases } from '../../functions/query/sayings/crisis-words.ts';

const words = [...new Set([...crisisPhrases.english, ...crisisPhrases.spanish].flatMap((phrase) => phrase.split(' ')))];
/** Replaces the last letters of a word, which makes exactly this number of typing errors. */
const wrong = (word: string, slips: number): string =>
  word.slice(0, word.length - slips) +
  [...word.slice(word.length - slips)].map((l) => (l === 'z' ? 'y' : 'z')).join('');

describe.each([
  [5, 1],
  [6, 1],
  [7, 1],
  [8, 2],
  [9, 2],
  [10, 2],
])('in a word of %i letters', (length, forgiven) => {
  const some = words.filter((word) => word.length === length);

  it(`${forgiven} wrong letters are forgiven, and one more is another word`, () => {
    expect(some.length).toBeGreaterThan(0);
    for (const word of some) {
      for (let slips = 1; slips <= forgiven; slips += 1)
        expect([word, isSlipOf(word, wrong(word, slips))]).toEqual([word, true]);
      expect([word, isSlipOf(word, wrong(word, forgiven + 1))]).toEqual([word, false]);
    }
  });

  it('a letter may be missing, extra, or exchanged with the next', () => {
    for (const word of some) {
      expect(isSlipOf(word, word.slice(0, 2) + word.slice(3)), word).toBe(true);
      expect(isSlipOf(word, `${word.slice(0, 2)}x${word.slice(2)}`), word).toBe(true);
      expect(isSlipOf(word, `${word[0]}${word[2]}${word[1]}${word.slice(3)}`), word).toBe(true);
    }
  });
});

it('another first letter, or a word of its own, is no slip', () => {
  expect(isSlipOf('suicide', 'zuicide')).toBe(false);
  for (const word of ['overdone', 'overdoing', 'overrode']) expect(isSlipOf('overdose', word)).toBe(false);
});
