import { describe, expect, it } from 'vitest';
import type { DatasetReader } from '../../../functions/dataset/dataset-reader.ts';
import { geohashBox } from '../../../functions/geo/geohash.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { searchAnswerSchema } from '../../support/answer-schema.ts';
import { call, post } from '../../support/gateway-call.ts';
import { plainNear } from '../../support/plain-answer.ts';
import { seeded } from '../../support/random.ts';
import { NOW, records, serve, serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const read = async (query: string, by = handler) => {
  const { status, body } = await call(by, `/v1/centers?${query}`);
  expect(status, body).toBe(200);
  return searchAnswerSchema.parse(JSON.parse(body));
};
const ids = ({ results }: Awaited<ReturnType<typeof read>>) => results.map(({ center }) => center.id);

async function allPages(query: string, limit: number, by = handler): Promise<string[]> {
  const found: string[] = [];
  let next: string | null = '';
  for (let page = 0; next !== null; page += 1) {
    expect(page).toBeLessThan(200);
    const answer = await read(`${query}&limit=${limit}${next === '' ? '' : `&cursor=${next}`}`, by);
    found.push(...ids(answer));
    // Only a first page may have alternatives.
    if (page > 0) expect(answer.alternatives).toBeUndefined();
    next = answer.next;
  }
  return found;
}

describe('pages', () => {
  it.each(['near=85004', 'near=85004&level=iop', 'near=39.7,-105&within=300mi'])(
    'of %s hold every center that matches, once, nearest first',
    async (query) => {
      const once = await allPages(query, 50);
      expect(new Set(once).size).toBe(once.length);
      expect(await allPages(query, 7)).toEqual(once);
      if (query === 'near=85004') expect(once).toHaveLength(records.length);
    },
  );

  it.each(['state=CA', 'state=NJ&level=op', 'name=family', 'name=lantern&level=iop'])(
    'of %s are one list',
    async (query) => {
      const once = await allPages(query, 50);
      expect(once.length).toBeGreaterThan(1);
      expect(await allPages(query, 1)).toEqual(once);
    },
  );

  it('stay those of their dataset when another is published between two of them, and end with it', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    let collected = false;
    const reader: DatasetReader = {
      ...store,
      readVersion: async (version, meter) => (collected ? null : store.readVersion(version, meter)),
    };
    let now = NOW;
    const { handler: by } = serve(reader, () => now);
    const before = await allPages('near=85004', 50, by);
    const first = await read('near=85004&limit=20', by);
    await publish({ store, records: records.filter((_, index) => index % 2 === 0), now: NOW + 1_000 });
    now += 6_000;
    const second = await read(`near=85004&limit=20&cursor=${first.next}`, by);
    expect([...ids(first), ...ids(second)]).toEqual(before.slice(0, 40));
    expect(second.dataset).toEqual(first.dataset);
    expect((await read('near=85004&limit=20', by)).dataset).not.toEqual(first.dataset);

    collected = true;
    const { handler: fresh } = serve(reader, () => now);
    const { status, body } = await call(fresh, `/v1/centers?near=85004&limit=20&cursor=${first.next}`);
    expect(status).toBe(410);
    expect(JSON.parse(body)).toMatchObject({ status: 410, errors: [{ parameter: 'cursor' }] });
  });

  it('belong to their search: a cursor of another is refused, one of another page size is not', async () => {
    const { next } = await read('near=85004&level=iop&limit=3');
    expect((await read(`near=85004&level=iop&limit=50&cursor=${next}`)).results.length).toBeGreaterThan(3);
    for (const other of [
      'near=85004',
      'near=85005&level=iop',
      'near=85004&level=php',
      'state=AZ&level=iop',
      'name=family',
    ]) {
      const { status, body } = await call(handler, `/v1/centers?${other}&cursor=${next}`);
      expect(status, other).toBe(400);
      expect(JSON.parse(body).errors).toEqual([
        { parameter: 'cursor', message: expect.stringContaining('another search') },
      ]);
    }
    for (const broken of [`${next}x`, next?.slice(1), next?.slice(0, -1), `${next}=`, next?.toUpperCase()]) {
      expect((await call(handler, `/v1/centers?near=85004&level=iop&cursor=${broken}`)).status, broken).toBe(400);
    }
  });
});

describe('a cell', () => {
  it.each(['9tbq', '9q5c', '9xj6', 'dr5r', '9tbq2'])('%s holds the answer for any of its points', async (cell) => {
    const box = geohashBox(cell);
    const random = seeded(9);
    for (const [filter, query] of [
      [{}, ''],
      [{ level: ['iop'] as const }, '&level=iop'],
    ] as const) {
      const answer = await read(`cell=${cell}&limit=5${query}`);
      expect(answer.origin).toMatchObject({ kind: 'cell' });
      expect(answer.next).toBeNull();
      const held = new Set(ids(answer));
      for (let n = 0; n < 40; n += 1) {
        const origin = {
          lat: box.minLat + random() * (box.maxLat - box.minLat),
          lng: box.minLng + random() * (box.maxLng - box.minLng),
        };
        const { results } = plainNear(records, { origin, filter, limit: 5 }, NOW);
        for (const { center } of results) expect(held).toContain((center as { id: string }).id);
      }
    }
  });
});

describe('a typed text', () => {
  it.each([
    ['iop near 85004', { near: '85004', level: ['iop'] }],
    ['php denver co medicaid', { level: ['php'], payer: ['medicaid'] }],
    ['dual diagnosis spokane women', { condition: ['co-occurring'], population: ['women'] }],
  ])('%s is read into fields, which find what the fields find', async (q, fields) => {
    const typed = await read(`q=${encodeURIComponent(q)}`);
    expect(typed.query).toMatchObject({ q, ...fields, ignored: [] });
    const { q: _, ignored: __, crisis: ___, understood: ____, ...asked } = typed.query;
    const { status, body } = await post(handler, asked);
    expect(status).toBe(200);
    expect(JSON.parse(body).results).toEqual(typed.results);
    const { headers } = await call(handler, `/v1/centers?q=${encodeURIComponent(q)}`);
    expect(headers['cache-control']).toBe('private, no-store');
  });
});
