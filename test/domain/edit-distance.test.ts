import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../functions/domain/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

/** The definition, applied to whole words: slow. */
function slow(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return slow(restA, restB);
  const swapped =
    a.length > 1 && a[0] === b[1] && a[1] === b[0] ? 1 + slow(a.slice(2), b.slice(2)) : Number.POSITIVE_INFINITY;
  return Math.min(1 + slow(restA, b), 1 + slow(a, restB), 1 + slow(restA, restB), swapped);
}

describe('editDistance', () => {
  it('counts a swap of neighbors as one', () => {
    expect(editDistance('rehba', 'rehab', 2)).toBe(1);
    expect(editDistance('pheonix', 'phoenix', 2)).toBe(1);
  });

  it('agrees with its definition up to the most that is asked for', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(slow(a, b), most + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes words of any length', () => {
    expect(editDistance('a'.repeat(120), 'a'.repeat(120), 2)).toBe(0);
    expect(editDistance('a'.repeat(121), 'a'.repeat(121), 2)).toBe(3);
  });
});
