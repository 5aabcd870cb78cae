import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ApiKeys } from '../../../infra/local/api-keys.ts';
import type { ApiDeclaration, UsagePlanDeclaration } from '../../../infra/local/declaration.ts';
import { Gateway } from '../../../infra/local/gateway.ts';
import type { Invocation } from '../../../infra/local/lambda.ts';
import { Limits } from '../../../infra/local/limits.ts';
import { apiOf, requestOf } from '../support/api.ts';

const routes = { '/v1/centers': ['GET', 'HEAD'], '/v1/any': ['ANY'] };

async function ask(
  given: Parameters<typeof requestOf>[0],
  answer: Invocation | (() => Promise<Invocation>) = ok({ statusCode: 200, body: 'fine' }),
  api: ApiDeclaration = apiOf(routes),
  { keys = new ApiKeys([]), limits = new Limits(undefined, Date.now), unlimited = false } = {},
) {
  const events: object[] = [];
  const logged: string[] = [];
  const gateway = new Gateway({
    api,
    keys,
    limits,
    invoke: async (_id, event) => {
      events.push(event);
      return typeof answer === 'function' ? answer() : answer;
    },
    log: (text) => logged.push(text),
    newRequestId: () => 'the-id',
  });
  const { status, headers, body } = await gateway.handle(requestOf(given), 'api.example', unlimited);
  return { status, headers, body: body.toString(), bytes: body, events, logged };
}

function ok(payload: unknown): Invocation {
  return { ok: true, payload };
}

describe('an answer of a function', () => {
  test('is passed on with all its headers', async () => {
    const { status, headers, body } = await ask(
      {},
      ok({
        statusCode: 201,
        headers: { 'X-One': 'a', 'X-Number': 7, 'x-both': 'lost' },
        multiValueHeaders: { 'X-Both': ['b', 'c'] },
        body: 'näher',
      }),
    );
    expect(status).toBe(201);
    expect(headers).toEqual([
      ['X-One', 'a'],
      ['X-Number', '7'],
      ['X-Both', 'b'],
      ['X-Both', 'c'],
      ['Content-Type', 'application/json'],
      ['x-amzn-RequestId', 'the-id'],
    ]);
    expect(body).toBe('näher');
  });

  test('to HEAD has no body', async () => {
    expect(await ask({ method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  test('may give its status as text, and leave out all else', async () => {
    expect(await ask({}, ok({ statusCode: '204' }))).toMatchObject({ status: 204, body: '' });
  });

  test('in base64 is bytes for those who accept a declared binary type, and stays text for others', async () => {
    const answer = ok({ statusCode: 200, body: 'aGk=', isBase64Encoded: true });
    const api = apiOf(routes, { binaryMediaTypes: ['image/png'] });
    expect(await ask({ headers: [['accept', 'image/png']] }, answer, api)).toMatchObject({ body: 'hi' });
    expect(await ask({ headers: [['accept', 'text/html']] }, answer, api)).toMatchObject({ body: 'aGk=' });
    expect(await ask({ headers: [['accept', 'image/png']] }, answer)).toMatchObject({ body: 'aGk=' });
  });

  test('loses the headers that API Gateway keeps for itself', async () => {
    const { headers } = await ask({}, ok({ statusCode: 401, headers: { 'WWW-Authenticate': 'Bearer', Server: 'x' } }));
    expect(headers).toContainEqual(['x-amzn-Remapped-WWW-Authenticate', 'Bearer']);
    expect(headers).toContainEqual(['x-amzn-Remapped-Server', 'x']);
  });
});

describe('errors the gateway makes itself', () => {
  test.each([
    ['an undeclared path', { path: '/v2' }, 403],
    ['an undeclared method', { method: 'DELETE' }, 403],
    ['a raw | in the query', { query: 'near=1|2' }, 400],
    ['a raw { in the query', { query: 'near={1}' }, 400],
    ['a body over 10 MB', { path: '/v1/any', method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) }, 413],
  ])('%s', async (_name, given, status) => {
    const answer = await ask(given);
    expect(answer).toMatchObject({ status, events: [] });
    expect(JSON.parse(answer.body)).toEqual({ message: expect.any(String) });
  });

  // Lambda accepts events of 6 MB, which include the body as JSON text.
  test.each([
    ['5.9 MB of letters', Buffer.alloc(5.9e6, 'a'), 200],
    ['6.4 MB of letters', Buffer.alloc(6.4e6, 'a'), 413],
    ['3 MB of quotes, which are two characters each', Buffer.alloc(3e6, '"'), 200],
    ['3.3 MB of quotes', Buffer.alloc(3.3e6, '"'), 413],
    ['1 MB of zero bytes, which are six characters each', Buffer.alloc(1e6), 200],
    ['1.1 MB of zero bytes', Buffer.alloc(1.1e6), 413],
  ])('a body of %s', async (_name, body, status) => {
    const answer = await ask({ path: '/v1/any', method: 'POST', body });
    expect(answer).toMatchObject({ status, events: status === 200 ? [expect.anything()] : [] });
  });

  test('a method that API Gateway answers by itself reaches no function', async () => {
    const headers = { allow: "'GET, OPTIONS'", 'x-request-id': 'context.requestId' };
    const api = apiOf({ '/v1/centers': ['OPTIONS'] }, { method: { answer: { status: 204, headers } } });
    const answer = await ask({ method: 'OPTIONS' }, undefined, api);
    expect(answer).toMatchObject({ status: 204, body: '', events: [] });
    expect(answer.headers).toContainEqual(['allow', 'GET, OPTIONS']);
    expect(answer.headers).toContainEqual(['x-request-id', expect.stringMatching(/./)]);
  });

  test('ANY takes every method, beside which a declared one goes first', async () => {
    expect(await ask({ path: '/v1/any', method: 'PATCH' })).toMatchObject({ status: 200 });
  });

  test.each([
    ['a function that failed', { ok: false, reason: 'failed' } as const],
    ['a function that ran out of time', { ok: false, reason: 'timeout' } as const],
    ['an answer without a status', ok({ body: 'x' })],
    ['an answer that is no object', ok('hello')],
    ['a body that is no text', ok({ statusCode: 200, body: { a: 1 } })],
    ['a status that is none', ok({ statusCode: 1000 })],
  ])('%s is a 502', async (_name, answer) => {
    expect(await ask({}, answer)).toMatchObject({ status: 502 });
  });

  test('a function slower than the integration allows is a 504', async () => {
    const slow = (): Promise<Invocation> => new Promise((resolve) => setTimeout(resolve, 200, ok({ statusCode: 200 })));
    const api = apiOf(routes, { method: { answer: { functionId: 'Search', timeoutMs: 20 } } });
    expect(await ask({}, slow, api)).toMatchObject({ status: 504 });
  });

  test('take the shape that the template gives them, or the default of their class', async () => {
    const gatewayResponses = new Map([
      [
        'MISSING_AUTHENTICATION_TOKEN',
        {
          status: 404,
          headers: { 'Content-Type': "'application/problem+json'", 'x-request-id': 'context.requestId' },
          template: '{"title":"Not found","id":"$context.requestId"}',
        },
      ],
      [
        'DEFAULT_5XX',
        { status: undefined, headers: { 'Retry-After': "'1'" }, template: '{"title":$context.error.messageString}' },
      ],
    ]);
    const api = apiOf(routes, { gatewayResponses });
    const missing = await ask({ path: '/v2' }, undefined, api);
    expect(missing).toMatchObject({ status: 404, body: '{"title":"Not found","id":"the-id"}' });
    expect(missing.headers).toEqual([
      ['Content-Type', 'application/problem+json'],
      ['x-request-id', 'the-id'],
      ['x-amzn-RequestId', 'the-id'],
    ]);
    const failed = await ask({}, { ok: false, reason: 'failed' }, api);
    expect(failed).toMatchObject({ status: 502, body: '{"title":"Bad Gateway"}' });
    expect(failed.headers).toContainEqual(['Retry-After', '1']);
  });
});

const plan: UsagePlanDeclaration = {
  id: 'plan',
  name: 'partner',
  throttle: { ratePerSecond: 2, burst: 3 },
  quota: { limit: 6, period: 'DAY' },
};

describe('keys', () => {
  const api = apiOf(routes, { method: { apiKeyRequired: true } });
  const keys = new ApiKeys([plan]);
  const good = keys.add('good');
  keys.assign(good.id, plan.id);
  const aimless = keys.add('on no plan');
  const gone = keys.add('gone');
  keys.assign(gone.id, plan.id);
  keys.remove(gone.id);

  test.each([
    ['no key', [], 403],
    ['an empty key', [['x-api-key', '']] as const, 403],
    ['a wrong key', [['x-api-key', 'bad']] as const, 403],
    ['a key that is on no plan', [['x-api-key', aimless.value]] as const, 403],
    ['a key that was removed', [['x-api-key', gone.value]] as const, 403],
    ['a right key', [['X-API-Key', good.value]] as const, 200],
  ])('%s', async (_name, headers, status) => {
    expect(await ask({ headers }, undefined, api, { keys })).toMatchObject({ status });
  });

  test('are not asked for where the template does not', async () => {
    expect(await ask({ headers: [['x-api-key', 'bad']] }, undefined, apiOf(routes), { keys })).toMatchObject({
      status: 200,
    });
  });
});

describe('limits', () => {
  const api = apiOf(routes, { method: { apiKeyRequired: true } });
  const setUp = () => {
    const keys = new ApiKeys([plan]);
    const [one, other] = [keys.add('one'), keys.add('other')];
    for (const { id } of [one, other]) keys.assign(id, plan.id);
    let now = Date.parse('2026-11-23T23:59:50Z');
    const limits = new Limits({ ratePerSecond: 100, burst: 200 }, () => now);
    const askAs = async ({ value }: typeof one, unlimited = false) =>
      (await ask({ headers: [['x-api-key', value]] }, undefined, api, { keys, limits, unlimited })).status;
    return { one, other, askAs, wait: (seconds: number) => (now += seconds * 1000) };
  };

  test('a key may ask as often as its plan lets it, and no other key pays for it', async () => {
    const { one, other, askAs, wait } = setUp();
    const times = async (count: number, key = one) => {
      const statuses: number[] = [];
      for (let index = 0; index < count; index += 1) statuses.push(await askAs(key));
      return statuses;
    };
    expect(await times(4)).toEqual([200, 200, 200, 429]);
    expect(await times(1, other)).toEqual([200]);
    wait(1);
    expect(await times(3)).toEqual([200, 200, 429]);
    wait(2);
    // The sixth request of the day is refused; the next day begins at midnight UTC.
    expect(await times(2)).toEqual([200, 429]);
    wait(8);
    expect(await times(2)).toEqual([200, 200]);
  });

  test('the website on this machine has none unless they are asked for', async () => {
    const { one, askAs } = setUp();
    for (let index = 0; index < 20; index += 1) expect(await askAs(one, true)).toBe(200);
  });

  test('hold for methods without a key by the stage alone', async () => {
    let now = 0;
    const limits = new Limits({ ratePerSecond: 1, burst: 2 }, () => now);
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      statuses.push((await ask({ path: '/v1/any' }, undefined, apiOf(routes), { limits })).status);
    }
    now = 1000;
    statuses.push((await ask({ path: '/v1/any' }, undefined, apiOf(routes), { limits })).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
  });
});

describe('compression', () => {
  const api = apiOf(routes, { minimumCompressionBytes: 1024 });
  const long = ok({ statusCode: 200, headers: { ETag: 'W/"1"' }, body: 'a'.repeat(1024) });
  const accept = (value: string) => [['Accept-Encoding', value]] as const;

  test.each([
    ['gzip', 'gzip'],
    ['br, gzip, deflate', 'gzip'],
    ['deflate', 'deflate'],
    ['*', 'gzip'],
    ['br', undefined],
    ['gzip;q=0', undefined],
    ['identity', undefined],
  ])('for Accept-Encoding: %s is %s', async (value, encoding) => {
    const { headers, bytes } = await ask({ headers: accept(value) }, long, api);
    expect(headers.find(([name]) => name === 'Content-Encoding')?.[1]).toBe(encoding);
    expect(headers).toContainEqual(['ETag', 'W/"1"']);
    if (encoding === 'gzip') expect(gunzipSync(bytes).toString()).toBe('a'.repeat(1024));
    if (encoding === undefined) expect(bytes.toString()).toBe('a'.repeat(1024));
  });

  test('spares short answers, and callers who do not ask for it', async () => {
    const short = ok({ statusCode: 200, body: 'a'.repeat(1023) });
    for (const { headers } of [await ask({ headers: accept('gzip') }, short, api), await ask({}, long, api)]) {
      expect(headers.map(([name]) => name)).not.toContain('Content-Encoding');
    }
  });

  test('of a body is undone, within what the gateway takes', async () => {
    const send = (body: Buffer, encoding: string, to = api) =>
      ask({ path: '/v1/any', method: 'POST', body, headers: [['Content-Encoding', encoding]] }, undefined, to);
    const { events, status } = await send(gzipSync('{"near":"85004"}'), 'gzip');
    expect([status, events]).toMatchObject([200, [{ body: '{"near":"85004"}' }]]);
    expect(events[0]).not.toHaveProperty('headers.Content-Encoding');
    expect(await send(gzipSync(Buffer.alloc(11 * 1024 * 1024)), 'gzip')).toMatchObject({ status: 415, events: [] });
    expect(await send(Buffer.from('none'), 'gzip')).toMatchObject({ status: 415 });
    expect(await send(brotliCompressSync('{}'), 'br')).toMatchObject({ status: 415 });
  });
});
