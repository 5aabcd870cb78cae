import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf, LEVELS, packed, unpacked } from '../../functions/crisis/table.ts';

const place = fc.nat({ max: LEVELS.length - 1 });
const places = fc
  .array(fc.tuple(fc.nat({ max: 2 ** 18 - 1 }), place), { maxLength: 300 })
  .map((pairs) => new Map(pairs));

it('unpacks what was packed', () => {
  fc.assert(
    fc.property(places, (some) => {
      const weights = [...some]
        .map(([hash, at]) => [hash, LEVELS[at]] as const)
        .toSorted(([one], [other]) => one - other);
      expect([...unpacked(packed(some))]).toEqual(weights);
    }),
  );
});

it('hashes to numbers that it can pack, with few signs that share one', () => {
  const signs = Array.from({ length: 5_000 }, (_, number) => `sign ${number}`);
  const hashes = new Set(signs.map(hashOf));
  expect(Math.max(...hashes)).toBeLessThan(2 ** 18);
  // By chance, about 48 of 5,000 share one of 262,144 hashes.
  expect(hashes.size).toBeGreaterThan(4_900);
});
