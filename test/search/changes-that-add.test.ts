import { expect, it } from 'vitest';
import { alternativesWithoutOrigin } from '../../functions/search/alternatives.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { call } from '../support/gateway-call.ts';
import { serveRecords } from '../support/real-records.ts';

const filter: Filter = { level: ['iop'], payer: ['medicaid'], language: ['es'] };

it('without an origin, a change is told only where it finds more', async () => {
  const counts: Record<string, number> = { level: 3, payer: 2, language: 4, name: 2 };
  const told = await alternativesWithoutOrigin({ filter, name: 'lantern' }, 2, async (changed, name) => {
    const dropped =
      name === null ? 'name' : Object.keys(filter).find((field) => changed[field as keyof Filter] === undefined);
    return { count: counts[dropped ?? ''] ?? 0, more: false };
  });
  expect(told.map(({ field, count }) => [field, count])).toEqual([
    ['level', 3],
    ['language', 4],
  ]);
});

it.each([
  'state=AZ&level=iop&payer=medicaid&language=es',
  'state=OK&level=detox&housing=true&population=women',
  'state=NV&level=iop&therapy=emdr',
  'name=lantern&level=php',
  'near=85004&within=5mi&level=detox&payer=medicaid',
])('%s: every change that is told keeps its promise, and finds more', async (query) => {
  const { handler } = await serveRecords();
  const ask = async (asked: URLSearchParams) => JSON.parse((await call(handler, `/v1/centers?${asked}&limit=50`)).body);
  const { results, alternatives, next } = await ask(new URLSearchParams(query));
  expect(next).toBeNull();
  for (const { change, count, more } of alternatives ?? []) {
    const changed = new URLSearchParams(query);
    for (const [field, value] of Object.entries(change as Record<string, string | null>))
      if (value === null) changed.delete(field);
      else changed.set(field, value);
    expect(count, JSON.stringify(change)).toBeGreaterThan(results.length);
    const found = (await ask(changed)).results.length;
    if (more) expect(found).toBe(50);
    else expect(found).toBe(count);
  }
});
