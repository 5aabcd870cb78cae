import { expect, it } from 'vitest';
import { assemblyFolder } from '../support/assembly.ts';
import { slopeOf, startLoad } from './measure.ts';

it('asks over many connections, each answer right, and samples the memory', async () => {
  const load = await startLoad({ data: 'test/fixtures/listings', assembly: await assemblyFolder() });
  try {
    for (const connections of [1, 32]) {
      const row = await load.row(connections, 0.5);
      expect(row).toMatchObject({ connections, wrong: 0 });
      expect(row.searches).toBeGreaterThanOrEqual(connections);
      expect(row.p99Ms).toBeGreaterThanOrEqual(row.p50Ms);
    }
    const minutes: number[] = [];
    const soak = await load.soak(4, 0.02, (minute) => minutes.push(minute));
    expect(soak.wrong).toBe(0);
    expect(soak.lastMb).toBeGreaterThan(50);
    expect(minutes).toHaveLength(6);
  } finally {
    await load.close();
  }
});

it('finds the slope of a line', () => {
  expect(slopeOf([0, 1, 2, 3].map((hours) => ({ hours, mb: 100 + 7 * hours })))).toBeCloseTo(7, 9);
  expect(slopeOf([{ hours: 1, mb: 5 }])).toBe(0);
});
