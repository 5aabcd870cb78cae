import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { printAnswer } from '../../infra/tools/near/print.ts';
import { distanceText } from '../../web/locator/parts/telling.ts';
import { en } from '../../web/words/en.ts';
import { es } from '../../web/words/es.ts';
import { call, post } from '../support/gateway-call.ts';
import { records, serveRecords } from '../support/real-records.ts';

const { handler } = await serveRecords();
const accuracyOf = new Map(records.map(({ center }) => [center.id, center.location.accuracy]));
const roughly = records.find(({ center }) => center.location.accuracy === 'zip')?.center;
const near = roughly?.address.zip ?? '';

const resultsSchema = z.array(
  z.looseObject({
    center: z.looseObject({ id: z.string() }),
    distance: z.looseObject({ approximate: z.boolean().optional() }),
  }),
);
const isRough = (id: string): boolean => accuracyOf.get(id) === 'zip';

/** Every result says approximate if its center has only its ZIP's point, and not otherwise. */
function expectMarked(results: z.infer<typeof resultsSchema>): void {
  for (const { center, distance } of results)
    expect(distance.approximate, center.id).toBe(isRough(center.id) ? true : undefined);
  expect(results.some(({ center }) => isRough(center.id))).toBe(true);
  expect(results.some(({ center }) => !isRough(center.id))).toBe(true);
}

describe('a center that is known by its ZIP only has an approximate distance', () => {
  it('in JSON, from a ZIP and from a cell', async () => {
    const { body } = await call(handler, `/v1/centers?near=${near}&limit=50`);
    expectMarked(resultsSchema.parse(JSON.parse(body).results));
    const cell = await post(handler, { cell: '9tbq', limit: 50 });
    expectMarked(resultsSchema.parse(JSON.parse(cell.body).results));
  });

  it('in GeoJSON and CSV', async () => {
    const geo = await call(handler, `/v1/centers?near=${near}&limit=50`, {
      headers: { accept: 'application/geo+json' },
    });
    const { features } = z
      .object({ features: z.array(z.object({ properties: z.unknown() })) })
      .parse(JSON.parse(geo.body));
    expectMarked(resultsSchema.parse(features.map(({ properties }) => properties)));
    const csv = await call(handler, `/v1/centers?near=${near}&limit=50`, { headers: { accept: 'text/csv' } });
    const rows = z
      .array(z.object({ id: z.string(), approximate: z.enum(['true', 'false']) }))
      .parse(parse(csv.body, { columns: true, bom: true }));
    for (const { id, approximate } of rows) expect(approximate, id).toBe(String(isRough(id)));
  });

  it('in FHIR, beside the distance', async () => {
    const { lat, lng } = roughly?.location ?? { lat: 0, lng: 0 };
    const { body } = await call(handler, `/fhir/Location?near=${lat}%7C${lng}&_count=50`);
    const { entry } = z
      .object({
        entry: z.array(
          z.object({
            resource: z.object({ identifier: z.array(z.object({ value: z.string() })) }),
            search: z.object({ extension: z.array(z.looseObject({ url: z.string() })) }),
          }),
        ),
      })
      .parse(JSON.parse(body));
    for (const { resource, search } of entry) {
      const said = search.extension.some(({ url }) => url.endsWith('/distance-approximate'));
      expect(said).toBe(isRough(resource.identifier[0]?.value ?? ''));
    }
  });

  it('in the words of the tool for models and of the command line', async () => {
    const params = { name: 'find_programs_near', arguments: { near, limit: 5 } };
    const tool = await call(handler, '/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
    });
    expect(JSON.parse(tool.body).result.content[0].text).toMatch(/in this ZIP area|about [\d.]+ miles/);
    const { body } = await call(handler, `/v1/centers?near=${near}&limit=5`);
    const printed = printAnswer(body, 120);
    expect(printed).toMatch(/~ this ZIP|~ ?\d/);
    expect(printed).toContain('measured to the middle of the ZIP');
  });

  it('on cards, in both languages: never "0 mi"', () => {
    expect(distanceText(en, 'mi', 0, true)).toBe('in this ZIP area');
    expect(distanceText(en, 'km', 0.9, true)).toBe('in this ZIP area');
    expect(distanceText(es, 'mi', 0.4, true)).toBe('en esta zona postal');
    expect(distanceText(en, 'mi', 1.2, true)).toBe('about 1.2 mi');
    expect(distanceText(en, 'mi', 0.4, false)).toBe('0.4 mi');
  });
});
