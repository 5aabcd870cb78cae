import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { call } from '../support/gateway-call.ts';
import { serveRecords } from '../support/real-records.ts';

const { handler } = await serveRecords();

it.each(['9tbq3', '9tbq', 'dp3w'])(
  'from the cell %s every format gives the same least and most distance',
  async (cell) => {
    const as = async (accept: string) =>
      (await call(handler, `/v1/centers?cell=${cell}&limit=20`, { headers: { accept } })).body;
    interface Found {
      readonly center: { readonly id: string };
      readonly distance: { readonly minMiles: number; readonly maxMiles: number };
    }
    const { results } = JSON.parse(await as('application/json')) as { results: Found[] };
    expect(results.length).toBeGreaterThan(0);
    for (const { distance } of results) expect(distance.minMiles).toBeLessThan(distance.maxMiles);
    const told = results.map(({ center, distance }) => [center.id, distance.minMiles, distance.maxMiles]);
    const { features } = JSON.parse(await as('application/geo+json')) as { features: { properties: Found }[] };
    expect(
      features.map(({ properties: { center, distance } }) => [center.id, distance.minMiles, distance.maxMiles]),
    ).toEqual(told);
    const rows = parse(await as('text/csv'), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ id, min_miles, max_miles }) => [id, Number(min_miles), Number(max_miles)])).toEqual(told);
    for (const row of rows) expect([row.miles, row.km]).toEqual(['', '']);
  },
);
