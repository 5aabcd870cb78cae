import { expect, test } from 'vitest';
import { runs } from '../support/runs.ts';
import { killRun } from './kill-run.ts';

test('publishers killed at any moment leave the old dataset or the new one, whole; the next one completes', async () => {
  const kills = runs(24);
  const report = await killRun({ centers: 1_000, kills, killsADataset: 2, seed: 11 });
  expect(report).toMatchObject({ kills, mixed: 0, failed: 0, faults: [], race: ['published', 'told'] });
  expect(report.between).toBeGreaterThanOrEqual(kills / 2);
  expect(report.beforeFirstWrite + report.between + report.afterLastWrite).toBe(kills);
  expect(report.searches).toBeGreaterThan(20);
  expect(report.completed).toBeGreaterThanOrEqual(3);
  // Fourteen processes are started: a busy machine takes minutes for that.
}, 400_000);
