import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { localCredentials, localRegion } from '../../../infra/local/engine.ts';
import { type Local, startLocal } from '../../../infra/local/start.ts';
import { contentSecurityPolicy } from '../../../infra/security-headers.ts';
import { assemblyFolder } from '../../support/assembly.ts';

// A temporary folder of this file's own: anything left in it was left by these servers.
const temporary = mkdtempSync(join(tmpdir(), 'locator-test-'));
vi.stubEnv('TMPDIR', temporary);
const left = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('locator-run-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true });
});

describe('the website’s domain, with a handler that shows its event', () => {
  let local: Local;
  const logged: string[] = [];
  beforeAll(async () => {
    local = await startLocal({ assembly: await assemblyFolder('stub'), data: null, log: (text) => logged.push(text) });
  });
  afterAll(() => local.close());

  interface Echo {
    readonly event: APIGatewayProxyEvent;
    readonly environment: Record<string, string>;
  }
  const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${local.url}${path}`, init);
  const echo = async (path: string, init: RequestInit = {}): Promise<Echo> =>
    (await get(path, init)).json() as Promise<Echo>;

  test('has the table as the template declares it', async () => {
    const client = new DynamoDBClient({ endpoint: local.endpoint, region: localRegion, credentials: localCredentials });
    const { Table } = await client.send(new DescribeTableCommand({ TableName: local.tableName }));
    expect(Table).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    });
    client.destroy();
  });

  test('gives the function the table’s name, its own address, and an engine that answers', async () => {
    const { environment } = await echo('/v1/health');
    expect(environment).toEqual({ TABLE_NAME: local.tableName, PUBLIC_URL: local.url, HOME: null });
    expect(await (await get('/v1/health?do=read')).json()).toEqual({ item: null });
  });

  test('hands on what the policies let through, and nothing else about the visitor', async () => {
    const { event } = await echo('/v1/centers?within=25mi&near=me', {
      headers: {
        accept: 'text/html, */*;q=0.8',
        'accept-encoding': 'gzip, deflate, br',
        'accept-language': 'es',
        'cloudfront-viewer-latitude': '33.4',
        'cloudfront-viewer-longitude': '-112.1',
        cookie: 'a=b',
        origin: 'https://somewhere.example',
        referer: 'https://somewhere.example/',
        'user-agent': 'A browser',
      },
    });
    expect(Object.keys(event.headers).sort()).toEqual([
      'Accept',
      'Accept-Encoding',
      'CloudFront-Viewer-Latitude',
      'CloudFront-Viewer-Longitude',
      'Host',
      'User-Agent',
      'Via',
      'X-Amzn-Trace-Id',
      'X-Api-Key',
      'X-Forwarded-For',
      'X-Forwarded-Port',
      'X-Forwarded-Proto',
      'X-From-Cdn',
    ]);
    expect(event.headers).toMatchObject({
      Accept: '*/*',
      'Accept-Encoding': 'br,gzip',
      'User-Agent': 'Amazon CloudFront',
      'CloudFront-Viewer-Latitude': '33.4',
    });
    expect(Object.keys(event.queryStringParameters ?? {})).toEqual(['near', 'within']);
  });

  test.each([
    ['GET', '/v1/centers/abc', '/v1/centers/{id}', { id: 'abc' }],
    ['POST', '/v1/centers/search', '/v1/centers/search', null],
    ['GET', '/v1/centers/search', '/v1/centers/search', null],
    ['DELETE', '/v1/centers', '/v1/centers', null],
    ['OPTIONS', '/v1/nothing/here', '/{proxy+}', { proxy: 'v1/nothing/here' }],
  ])('%s %s reaches the function', async (method, path, resource, pathParameters) => {
    const { event } = await echo(path, { method });
    expect(event).toMatchObject({ httpMethod: method, path, resource, pathParameters });
  });

  test('passes a body on', async () => {
    const body = JSON.stringify({ near: 'Peoria, AZ', name: 'Überblick' });
    const { event } = await echo('/v1/centers/search', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(event).toMatchObject({ body, isBase64Encoded: false, headers: { 'Content-Type': 'application/json' } });
  });

  test('HEAD has headers and no body', async () => {
    const response = await get('/v1/health', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'application/json',
      '',
    ]);
  });

  test.each([
    ['throw', 502],
    ['exit', 502],
    ['malformed', 502],
  ])(
    'a handler that fails (%s) is a problem without internals, and the next request is answered',
    async (mischief, status) => {
      const response = await get(`/v1/health?do=${mischief}`);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      const text = await response.text();
      expect(JSON.parse(text)).toEqual({
        type: 'about:blank',
        title: 'Internal error',
        detail: expect.any(String),
        requestId: response.headers.get('x-request-id'),
      });
      expect(text).not.toMatch(/secret|at |Error:/);
      expect((await get('/v1/health')).status).toBe(200);
    },
  );

  test('refuses a body over 10 MB as the template says', async () => {
    const large = await get('/v1/centers/search', { method: 'POST', body: Buffer.alloc(11 * 1024 * 1024, 32) });
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ status: 413, title: 'Content too large' });
  });

  test('a raw | in the query reaches the function, and at the API itself is refused as the template says', async () => {
    expect((await echo('/v1/centers?near=1|2')).event.queryStringParameters).toEqual({ near: '1|2' });
    const raw = await fetch(`${local.apiUrl}/v1/centers?near=1|2`);
    expect(raw.status).toBe(400);
    expect(await raw.json()).toMatchObject({ status: 400, title: 'Bad request' });
  });

  test('serves the page with its security headers', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<p>Page</p>');
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'public, max-age=0, s-maxage=86400, must-revalidate',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const again = await get('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/main.js')).headers.get('content-type')).toBe('text/javascript');
  });

  test.each(['/nothing', '/main.ts', '/..%2f..%2fpackage.json', '/v1', '/guide/more', '/not-found.html'])(
    '%s is not there, and a page says so',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy,
        'cache-control': 'no-store',
      });
      expect(await answer.text()).toContain('Call 988, 911 or 1-800-662-4357.');
      const head = await get(path, { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([404, '']);
    },
  );

  test.each(['/guide', '/guide/', '/guide/index.html'])('%s is the page of that folder', async (path) => {
    const page = await get(path);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<p>About</p>')]);
  });

  test('leaves what is not there below the paths of the API to the API', async () => {
    for (const path of ['/v1/nothing', '/fhir/nothing', '/hsds/nothing', '/mcp/']) {
      const { event } = await echo(path);
      expect(event.path).toBe(path);
    }
  });

  test.each([
    ['/v1/centers?near=85004&do=public', 'no-store'],
    ['/v1/centers?state=AZ&do=public', 'no-store'],
    ['/v1/centers/?near=85004&do=public', 'no-store'],
    ['/v1/centers/some-center?do=public', 'no-store'],
    ['/fhir/Location?near=85004&do=public', 'no-store'],
    ['/hsds/service_at_locations?postcode=85004&do=public', 'no-store'],
    ['/v1/taxonomy?do=public', 'public, max-age=60'],
    ['/v1/places?q=phoe', 'no-store'],
  ])('a browser is told of %s: %s', async (path, expected) => {
    expect((await get(path)).headers.get('cache-control')).toBe(expected);
  });

  test('lets pages of other origins load its files, and says so to nobody else', async () => {
    for (const path of ['/main.js', '/']) {
      const headers = { origin: 'https://partner.example' };
      expect((await get(path, { headers })).headers.get('access-control-allow-origin')).toBe('*');
      expect((await get(path, { headers })).headers.get('access-control-allow-credentials')).toBe(null);
      expect((await get(path)).headers.get('access-control-allow-origin')).toBe(null);
    }
  });

  test('adds the website’s key to what it forwards, whatever the visitor sends under its name', async () => {
    const { event } = await echo('/v1/health', { headers: { 'x-api-key': local.demoKey } });
    expect(event.headers['X-Api-Key']).toMatch(/^[0-9a-f]{40}$/);
    // It is a key like any other, and gives access to the API's own domain until another is created.
    const direct = await fetch(`${local.apiUrl}/v1/health`, {
      headers: { 'x-api-key': event.headers['X-Api-Key'] ?? '' },
    });
    expect(direct.status).toBe(200);
  });

  test.each([
    ['/v1/centers', 'br, gzip', 'gzip'],
    ['/v1/centers', 'gzip;q=1, *;q=0', 'gzip'],
    ['/v1/centers', 'identity', null],
    ['/main.js', 'gzip, deflate, br', null],
  ])('%s for Accept-Encoding: %s comes in %s', async (path, encodings, expected) => {
    const response = await get(`${path}?${'x'.repeat(1_200)}`, { headers: { 'accept-encoding': encodings } });
    expect(response.headers.get('content-encoding')).toBe(expected);
    expect((await response.text()).length).toBeGreaterThan(0);
  });

  test('writes nothing about requests', () => {
    // The failing handlers write their own lines to the log. Neither the CDN nor the gateway adds a line.
    expect(logged.join('')).not.toMatch(/near=|33\.4|-112\.1|A browser|\/v1\/|Peoria/);
  });

  test('keeps what it builds in a temporary folder only while it runs', async () => {
    const before = left();
    const other = await startLocal({ assembly: await assemblyFolder('stub'), data: null });
    expect(left().length).toBe(before.length + 1);
    await other.close();
    expect(left()).toEqual(before);
    await expect(fetch(other.url)).rejects.toThrow();
  });
});

describe('the API’s own domain', () => {
  let local: Local;
  beforeAll(async () => {
    local = await startLocal({ assembly: await assemblyFolder('stub'), data: null, log: () => {} });
  });
  afterAll(() => local.close());

  const ask = (path: string, key?: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${local.apiUrl}${path}`, { ...init, ...(key !== undefined && { headers: { 'x-api-key': key } }) });

  test.each<[string, string, string | undefined, RequestInit, number]>([
    ['no key', '/v1/centers', undefined, {}, 403],
    ['a wrong key', '/v1/centers', 'wrong', {}, 403],
    ['no key, HEAD', '/v1/centers', undefined, { method: 'HEAD' }, 403],
    ['no key, POST', '/v1/centers/search', undefined, { method: 'POST' }, 403],
    // A request needs a key to reach a function. Preflights are answered without a function.
    ['no key, an unknown path', '/v1/nothing', undefined, {}, 403],
    ['no key, an undeclared method', '/v1/centers', undefined, { method: 'DELETE' }, 403],
    ['no key, OPTIONS', '/v1/centers', undefined, { method: 'OPTIONS' }, 204],
    ['no key, OPTIONS of an unknown path', '/v1/nothing', undefined, { method: 'OPTIONS' }, 403],
  ])('%s: %s', async (_name, path, key, init, status) => {
    const response = await ask(path, key, init);
    expect(response.status).toBe(status);
    if (status !== 403) return;
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/problem+json',
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
      'x-request-id': expect.any(String),
    });
    if (init.method !== 'HEAD') expect(await response.json()).toMatchObject({ type: 'about:blank', status: 403 });
  });

  test('takes the demo key, with the stage in front of the path or without', async () => {
    for (const path of ['/v1/centers', '/live/v1/centers']) {
      const response = await ask(path, local.demoKey);
      expect([response.status, ((await response.json()) as { event: { path: string } }).event.path]).toEqual([
        200,
        '/v1/centers',
      ]);
    }
  });

  test('lets a key ask as often as its plan says, then answers 429 with Retry-After', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask('/v1/health', local.demoKey)));
    const refused = answers.filter(({ status }) => status === 429);
    // The throttle allows a burst of twenty requests, and ten more per second while requests are under way.
    expect(refused.length).toBeGreaterThan(5);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(18);
    expect(Object.fromEntries(refused[0]?.headers ?? [])).toMatchObject({
      'content-type': 'application/problem+json',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('retry-after'),
      'retry-after': '2',
    });
    expect(await refused[0]?.json()).toMatchObject({ status: 429, title: 'Too many requests' });
  });

  test('the website has no limit unless it is asked for', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => (await fetch(`${local.url}/v1/health`)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});
