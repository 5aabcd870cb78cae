import { describe, expect, it } from 'vitest';
import { editDistance } from '../../functions/domain/edit-distance.ts';
import { places } from '../../functions/places/load.ts';
import { areAlike, lexiconFor } from '../../functions/query/lexicon.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import { corrected, isSpelledRight } from '../../functions/query/spelling.ts';

const insurers = ['aetna', 'cigna'];
const lexicon = lexiconFor(insurers);

/** Words that are equally close to two known words: mixtures of two words that differ in two letters. */
function between(): [string, string, string][] {
  const words = [...lexicon.longWords].filter((word) => word.length >= 6);
  return words.flatMap((one, at) =>
    words.slice(at + 1).flatMap((other): [string, string, string][] => {
      if (one.length !== other.length || one[0] !== other[0]) return [];
      // For "language" and "lenguaje", the reader takes the word of the text's language.
      if (lexicon.isWordOf('english', one) !== lexicon.isWordOf('english', other)) return [];
      const places = [...one].flatMap((letter, index) => (letter === other[index] ? [] : [index]));
      const [first = 0] = places;
      if (places.length !== 2) return [];
      const middle = `${one.slice(0, first)}${other[first]}${one.slice(first + 1)}`;
      return isSpelledRight(middle, middle, lexicon) ? [] : [[middle, one, other]];
    }),
  );
}

describe('a slip that is as near to one word as to another', () => {
  const all = between().filter(([, one, other]) => !areAlike(lexicon.find(one), lexicon.find(other)));

  it('is a question and not a guess', () => {
    expect(all.length).toBeGreaterThan(0);
    for (const [middle, one, other] of all) {
      expect([editDistance(middle, one, 2), editDistance(middle, other, 2)]).toEqual([1, 1]);
      expect([middle, one, other, corrected(middle, lexicon)]).toEqual([middle, one, other, null]);
    }
  });

  it('between Medicaid and Medicare is neither', () => {
    const { payer, ignored } = readQuery('medicaie near 85004', { places: places(), insurers });
    expect([payer, ignored]).toEqual([[], ['medicaie']]);
  });
});

it.each([
  ['medicaod', 'medicaid'],
  ['medicarr', 'medicare'],
])('a slip that is nearer to one is that one: %s', (slip, word) => {
  expect(readQuery(`${slip} near 85004`, { places: places(), insurers }).payer).toEqual([word]);
});
