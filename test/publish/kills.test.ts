import { expect, test } from 'vitest';
import { killRun } from './kill-run.ts';

test('publishers killed at any moment leave the old dataset or the new one, whole; the next one completes', async () => {
  const report = await killRun({ centers: 2_500, kills: 14, killsADataset: 5, seed: 11 });
  expect(report).toMatchObject({ kills: 14, mixed: 0, failed: 0, faults: [], race: ['published', 'told'] });
  expect(report.between).toBeGreaterThanOrEqual(7);
  expect(report.beforeFirstWrite + report.between + report.afterLastWrite).toBe(14);
  expect(report.searches).toBeGreaterThan(20);
  expect(report.completed).toBeGreaterThanOrEqual(3);
  // Starts nineteen processes, which takes minutes on a busy machine.
}, 400_000);
