import { describe, expect, test } from 'vitest';
import { Gateway } from '../../../infra/local/gateway.ts';
import type { Invocation } from '../../../infra/local/lambda.ts';
import type { ApiDeclaration } from '../../../infra/local/template.ts';
import { apiOf, requestOf } from '../support/api.ts';

const routes = { '/v1/centers': ['GET', 'HEAD'], '/v1/any': ['ANY'] };

async function ask(
  given: Parameters<typeof requestOf>[0],
  answer: Invocation | (() => Promise<Invocation>) = ok({ statusCode: 200, body: 'fine' }),
  api: ApiDeclaration = apiOf(routes),
) {
  const events: object[] = [];
  const logged: string[] = [];
  const gateway = new Gateway({
    api,
    invoke: async (_id, event) => {
      events.push(event);
      return typeof answer === 'function' ? answer() : answer;
    },
    log: (text) => logged.push(text),
    newRequestId: () => 'the-id',
  });
  const { status, headers, body } = await gateway.handle(requestOf(given), 'api.example');
  return { status, headers, body: body.toString(), events, logged };
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

  test('10 MB are still taken', async () => {
    expect(await ask({ path: '/v1/any', method: 'POST', body: Buffer.alloc(10 * 1024 * 1024) })).toMatchObject({
      status: 200,
    });
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
    const api = apiOf(routes, { method: { timeoutMs: 20 } });
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

describe('keys', () => {
  const api = apiOf(routes, { method: { apiKeyRequired: true }, apiKeys: new Set(['good']) });

  test.each([
    ['no key', [], 403],
    ['a wrong key', [['x-api-key', 'bad']] as const, 403],
    ['a right key', [['X-API-Key', 'good']] as const, 200],
  ])('%s', async (_name, headers, status) => {
    expect(await ask({ headers }, undefined, api)).toMatchObject({ status });
  });
});
