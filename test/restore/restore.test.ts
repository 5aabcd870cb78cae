import { expect, it, vi } from 'vitest';
import { type RehearsalStep, rehearse } from './rehearsal.ts';

it('a lost table comes back in a new one, step by step, and the old one says what it lost', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  const written = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const steps: RehearsalStep[] = [];
  const right = await rehearse({ data: 'test/fixtures/listings', seen: (step) => steps.push(step) }).finally(() =>
    written.mockRestore(),
  );
  expect(steps.filter(({ ok }) => !ok)).toEqual([]);
  expect(right).toBe(true);
  expect(steps.length).toBeGreaterThan(10);
  const said = errors.mock.calls.flat().join('\n');
  errors.mockRestore();
  expect(said).toContain('the table has no HEAD');
  expect(said).toContain('there is a table "locator-restored" already');
});
