import { describe, expect, it } from 'vitest';
import { publish } from '../../../functions/publish/publish.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { centerAnswerSchema } from '../../support/answer-schema.ts';
import { call } from '../../support/gateway-call.ts';
import { plainResult, withSortedLists } from '../../support/plain-answer.ts';
import { NOW, records, serve, serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const get = (id: string, headers = {}) => call(handler, `/v1/centers/${id}`, { headers });
const known = 'lantern-bridge-las-vegas-example';

describe('a center by id', () => {
  it('is its record with what is derived, all offerings, denied ones too, and nothing private', async () => {
    for (const record of records) {
      const { status, body } = await get(record.center.id);
      expect(status).toBe(200);
      const { center, offerings } = centerAnswerSchema.parse(JSON.parse(body));
      const all = record.offerings.map(({ id }) => id);
      expect(withSortedLists({ center, offerings })).toEqual(plainResult(record, all, NOW));
    }
    const { offerings } = JSON.parse((await get(known)).body);
    expect(offerings.map(({ confirmation }: { confirmation: { state: string } }) => confirmation.state)).toContain(
      'denied',
    );
  });

  it.each([
    'no-such-center',
    'lantern-bridge-phoenix',
    'lantern-bridge-phoenix-example-2',
    'LANTERN-BRIDGE-PHOENIX-EXAMPLE',
    '0',
    'zzzz',
    '__proto__',
    'constructor',
    'a%00b',
    'a%2Fb',
    '%E0%A4%A',
    '%F0%9F%8F%A5',
    '..',
    "'; drop table",
    'x'.repeat(4_000),
  ])('is a 404 for %s', async (id) => {
    const { status, headers, body } = await get(encodeURI(id).replaceAll('%25', '%'));
    expect(status).toBe(404);
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
    expect(JSON.parse(body)).toMatchObject({ title: 'Not found', status: 404, detail: expect.any(String) });
  });

  it('takes no parameters', async () => {
    const { status, body } = await get(`${known}?fields=name&__proto__=1`);
    expect(status).toBe(400);
    const { errors } = JSON.parse(body);
    expect(errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual(['fields', '__proto__']);
  });
});

describe('the ETag', () => {
  it('differs between the formats, and changes when a confirmation goes stale', async () => {
    const json = await get(known);
    expect((await get(known)).headers.etag).toBe(json.headers.etag);
    expect((await get(known, { accept: 'application/ld+json' })).headers.etag).not.toBe(json.headers.etag);

    const store = memoryStore();
    await publish({ store, records, now: NOW });
    let now = NOW;
    const timed = serve(store, () => now);
    const ask = async () => (await call(timed.handler, `/v1/centers/${known}`)).headers.etag;
    const before = await ask();
    now = Date.parse('2036-11-02T17:29:59Z');
    expect(await ask()).toBe(before);
    now += 1_000;
    expect(await ask()).not.toBe(before);
  });
});

describe('the continuum', () => {
  it.each([
    ['no-such-center/continuum', 404, []],
    ['__proto__/continuum', 404, []],
    [`${known}/continuum?within=0`, 400, ['within']],
    [`${known}/continuum?within=`, 400, ['within']],
    [`${known}/continuum?within=5&within=6`, 400, ['within']],
    [`${known}/continuum?wihtin=5&within=x&__proto__=1`, 400, ['wihtin', '__proto__', 'within']],
  ])('refuses %s', async (target, status, faulty) => {
    const answer = await get(target);
    expect(answer.status).toBe(status);
    const { errors = [] } = JSON.parse(answer.body);
    expect(errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual(faulty);
  });
});
