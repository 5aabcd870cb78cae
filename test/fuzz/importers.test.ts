import { expect, test } from 'vitest';
import { fuzzImporters } from './importers.ts';

test('changed files end with a sentence or an account, and leave no part of a folder', async () => {
  const { counts, faults } = await fuzzImporters(36, 7);
  expect(faults).toEqual([]);
  expect([...counts.keys()]).toEqual(['sheet', 'workbook', 'own CSV', 'HSDS', 'FindTreatment', 'SAMHSA']);
  const totals = [...counts.values()];
  expect(totals.reduce((sum, { written, heldBack, refused }) => sum + written + heldBack + refused, 0)).toBe(36);
  expect(totals.some(({ written }) => written > 0)).toBe(true);
});
