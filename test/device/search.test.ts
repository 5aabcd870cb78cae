import { describe, expect, it, test } from 'vitest';
import { PartError } from '../../functions/dataset/device/part-text.ts';
import { DeviceProblem, deviceLocator } from '../../functions/device/device-locator.ts';
import { PlacesError } from '../../functions/places/places-text.ts';
import { call, post } from '../support/gateway-call.ts';
import { NOW, records, serveRecords } from '../support/real-records.ts';
import { askBoth, asked } from './ask-both.ts';
import { downloaded } from './files.ts';
import { questions, wrongBodies } from './questions.ts';

const { handler } = await serveRecords();
const files = await downloaded(handler);
const locator = deviceLocator(files, () => NOW);

describe('a search on the device', () => {
  it('gives the answers of the API: 400 searches, first pages and next ones', async () => {
    const wrong: unknown[] = [];
    let pages = 0;
    for (const body of questions(15, 400, records)) {
      const both = await askBoth(body, handler, locator);
      const unlike = both.differences.filter(({ kind }) => kind !== 'place');
      if (unlike.length > 0) wrong.push({ body, unlike });
      const [next, own] = [both.api.body.next, both.device.body.next];
      if (typeof next !== 'string' || typeof own !== 'string') continue;
      pages += 1;
      const second = await post(handler, { ...body, cursor: next });
      expect(asked({ ...body, cursor: own }, locator).body.results).toEqual(JSON.parse(second.body).results);
    }
    expect(wrong).toEqual([]);
    expect(pages).toBeGreaterThan(80);
  });

  test.each(wrongBodies.map((body) => [JSON.stringify(body).slice(0, 60), body]))(
    'words a fault as the API does: %s',
    async (_, body) => {
      const { api, device, differences } = await askBoth(body, handler, locator);
      expect([differences.filter(({ kind }) => kind !== 'place'), device.status]).toEqual([[], api.status]);
    },
  );

  it('shows every center and where to go on from it as the API does', async () => {
    for (const { center } of records) {
      const [whole, steps] = [
        await call(handler, `/v1/centers/${center.id}`),
        await call(handler, `/v1/centers/${center.id}/continuum`),
      ];
      expect(JSON.parse(JSON.stringify(locator.center(center.id)))).toEqual(JSON.parse(whole.body));
      expect(JSON.parse(JSON.stringify(locator.continuum(center.id)))).toEqual(JSON.parse(steps.body));
    }
    const missing = await call(handler, '/v1/centers/no-such-center');
    for (const read of [locator.center, locator.continuum]) {
      let problem: unknown = null;
      try {
        read('no-such-center');
      } catch (error) {
        if (error instanceof DeviceProblem) problem = error.problem;
      }
      expect(problem).toEqual(JSON.parse(missing.body));
    }
  });

  it('says how many centers it has, and of which dataset', () => {
    expect([locator.centers, locator.version, locator.publishedAt]).toEqual([
      records.length,
      files.dataset.version,
      new Date(NOW).toISOString(),
    ]);
  });
});

describe('cursors of a device', () => {
  const first = { near: '85004', limit: 3 };
  const next = asked(first, locator).body.next as string;

  it('lead through all results, none twice', () => {
    const seen: string[] = [];
    for (let cursor: string | null = null, pages = 0; pages < 200; pages += 1) {
      const { body } = asked({ near: '85004', limit: 7, ...(cursor === null ? {} : { cursor }) }, locator);
      seen.push(...(body.results as { center: { id: string } }[]).map(({ center }) => center.id));
      cursor = body.next as string | null;
      if (cursor === null) break;
    }
    expect([seen.length, new Set(seen).size]).toEqual([records.length, records.length]);
  });

  test.each<[string, object, number]>([
    ['of another search', { near: '85004', level: ['iop'], cursor: next }, 400],
    ['cut off', { ...first, cursor: next.slice(0, -2) }, 400],
    ['with a letter too many', { ...first, cursor: `${next}A` }, 400],
    ['of an order by name', { name: 'center', cursor: next }, 400],
  ])('are refused: %s', (_, body, status) => {
    const answer = asked(body, locator);
    expect([answer.status, answer.body.errors]).toEqual([
      status,
      [expect.objectContaining({ pointer: '/cursor', message: expect.stringMatching(/cursor|another search/) })],
    ]);
  });

  it('end with the listings that they lead through', () => {
    const newer = deviceLocator({ ...files, dataset: { ...files.dataset, version: 'another-version0' } }, () => NOW);
    const { status, body } = asked({ ...first, cursor: next }, newer);
    expect([status, body.type]).toEqual([410, 'https://locator.example/problems/cursor-gone']);
  });
});

describe('files', () => {
  const { dataset, parts, places } = files;
  test.each<[string, Parameters<typeof deviceLocator>[0], new (...given: never[]) => Error]>([
    ['a part too few', { ...files, parts: parts.slice(1) }, PartError],
    ['parts in another order', { ...files, parts: parts.toReversed() }, PartError],
    ['a part cut off', { ...files, parts: parts.with(0, parts[0]?.slice(0, -1) ?? '') }, PartError],
    ['a part of another dataset', { ...files, dataset: { ...dataset, centers: dataset.centers + 1 } }, PartError],
    ['a later format', { ...files, dataset: { ...dataset, format: 2 } }, PartError],
    ['places cut off', { ...files, places: places.slice(0, -1) }, PlacesError],
    [
      'places that do not say what is elsewhere',
      { ...files, places: places.replace('"elsewhere"', '"other"') },
      PlacesError,
    ],
  ])('are refused: %s', (_, given, kind) => {
    expect(() => deviceLocator(given, () => NOW)).toThrow(kind);
  });
});
