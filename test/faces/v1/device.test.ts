import { describe, expect, it } from 'vitest';
import { readPart } from '../../../functions/dataset/device/part-text.ts';
import { wholeCenterAnswer } from '../../../functions/faces/v1/shapes/center.ts';
import { places as load } from '../../../functions/places/load.ts';
import { loadPlaces } from '../../../functions/places/places.ts';
import { tableOfText } from '../../../functions/places/places-text.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { confirmed, withOne } from '../../publish/clustered.ts';
import { call } from '../../support/gateway-call.ts';
import { NOW, PUBLIC_URL, records, serve, serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const json = async (target: string, from = handler) => {
  const { status, body } = await call(from, target);
  expect(status, body).toBe(200);
  return JSON.parse(body);
};
interface Note {
  readonly state: string;
  readonly part: number;
  readonly centers: number;
  readonly bytes: number;
  readonly url: string;
}
const pathOf = ({ url }: Pick<Note, 'url'>): string => url.slice(PUBLIC_URL.length);

describe('/v1/dataset', () => {
  it('lists every part with its size, for a few seconds', async () => {
    const { headers } = await call(handler, '/v1/dataset');
    expect(headers['cache-control']).toBe('public, max-age=5');
    const { parts, places: _, ...rest } = await json('/v1/dataset');
    expect(rest).toEqual({
      format: 1,
      version: expect.stringMatching(/^[\w-]{16}$/),
      publishedAt: new Date(NOW).toISOString(),
      centers: records.length,
    });
    expect(parts.length).toBeGreaterThanOrEqual(8);
    expect(parts.reduce((sum: number, { centers }: Note) => sum + centers, 0)).toBe(records.length);
    for (const part of parts) {
      expect(Object.keys(part)).toEqual(['state', 'part', 'centers', 'bytes', 'url']);
      expect(part.url).toMatch(/^https:\/\/locator\.example\/v1\/dataset\/parts\/[\w-]{22}$/);
      expect(part.bytes).toBe(part.centers * 74);
    }
  });

  it('leads to all that the API shows of every center', async () => {
    const { parts } = await json('/v1/dataset');
    const shown = new Map<string, unknown>();
    for (const part of parts) {
      const answer = await call(handler, pathOf(part));
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'public, max-age=86400']);
      for (const row of readPart(answer.body).rows) {
        const whole = wholeCenterAnswer(row, NOW);
        shown.set(whole.center.id, JSON.parse(JSON.stringify(whole)));
      }
    }
    expect(shown.size).toBe(records.length);
    for (const [id, whole] of shown) {
      const { center, offerings } = await json(`/v1/centers/${id}`);
      expect(whole).toEqual({ center, offerings });
    }
  });

  it('leads to the places, with which a device finds what the API finds', async () => {
    const { places } = await json('/v1/dataset');
    const answer = await call(handler, pathOf(places));
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'public, max-age=86400']);
    expect(places.bytes).toBeLessThan(120_000);
    const own = loadPlaces(tableOfText(answer.body));
    for (const { center } of records) expect(own.zip(center.address.zip)).toEqual(load().zip(center.address.zip));
    expect(own.named('Phoenix', 'AZ')).toEqual(load().named('Phoenix', 'AZ'));
  });

  it('answers 304 to who has the list or a part', async () => {
    const { parts, places } = await json('/v1/dataset');
    for (const target of ['/v1/dataset', pathOf(parts[0]), pathOf(places)]) {
      const { headers } = await call(handler, target);
      const again = await call(handler, target, { headers: { 'if-none-match': headers.etag ?? '' } });
      expect([again.status, again.body]).toEqual([304, '']);
    }
  });

  it.each([
    ['/v1/dataset?state=AZ', 400, 'bad-request'],
    ['/v1/dataset/parts/eT3cPq0ZcT1xW8aBfR9k2w?x=1', 400, 'bad-request'],
    ['/v1/dataset/parts/eT3cPq0ZcT1xW8aBfR9k2w', 410, 'part-gone'],
    ['/v1/dataset/parts/short', 404, 'not-found'],
    ['/v1/dataset/parts/eT3cPq0ZcT1xW8aBfR9k2w0', 404, 'not-found'],
    ['/v1/dataset/parts/eT3cPq0ZcT1xW8aBfR9k2%2B', 404, 'not-found'],
    ['/v1/dataset/parts', 404, 'not-found'],
    ['/v1/dataset/places/eT3cPq0ZcT1xW8aBfR9k2w', 410, 'part-gone'],
    ['/v1/dataset/places/short', 404, 'not-found'],
  ])('answers %s with %i', async (target, status, kind) => {
    const answer = await call(handler, target);
    expect(answer.status, answer.body).toBe(status);
    expect(JSON.parse(answer.body).type).toBe(`${PUBLIC_URL}/problems/${kind}`);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('has a part gone once a center of it changed, and says when to ask again', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    let now = NOW;
    const served = serve(store, () => now).handler;
    const before: Note[] = (await json('/v1/dataset', served)).parts;
    const at = records.findIndex(({ offerings }) => offerings.length > 0);
    await publish({ store, records: withOne(records, at, confirmed), now: NOW + 1_000 });
    now += 6_000;
    const after: Note[] = (await json('/v1/dataset', served)).parts;
    const gone = before.filter(({ url }) => !after.some((part) => part.url === url));
    expect(gone.length).toBeGreaterThan(0);
    for (const part of gone) {
      const answer = await call(served, pathOf(part));
      expect([answer.status, answer.headers['retry-after']]).toEqual([410, '5']);
    }
    for (const part of after) expect((await call(served, pathOf(part))).status).toBe(200);
  });
});
