import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstNotBelow } from '../../functions/domain/sorted.ts';

it('finds what a scan finds, with ties, gaps, and values outside the list', () => {
  const ascending = fc
    .array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 })
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(ascending, fc.integer({ min: -2, max: 23 }), (list, sought) => {
      const scanned = list.findIndex((value) => value >= sought);
      const found = firstNotBelow(list.length, (at) => (list[at] ?? Number.NaN) < sought);
      expect(found).toBe(scanned === -1 ? list.length : scanned);
    }),
  );
});
