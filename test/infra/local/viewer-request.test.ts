import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apiRequestSource, siteRequestSource } from '../../../infra/edge-functions.ts';
import { headerOf, splitQuery, type WireRequest } from '../../../infra/local/http.ts';
import { viewerRequestFunction } from '../../../infra/local/viewer-request.ts';
import { requestOf } from '../support/api.ts';

const run = viewerRequestFunction(apiRequestSource());
const prepare = (request: WireRequest): WireRequest => {
  const output = run(request);
  if ('status' in output) throw new Error('it answered by itself');
  return output;
};
const queryOf = (query: string): string => prepare(requestOf({ query })).query;
const acceptOf = (accept: string): string | undefined =>
  headerOf(prepare(requestOf({ headers: [['Accept', accept]] })).headers, 'accept');

describe('the query at the CDN', () => {
  test('is put in order by name', () => {
    expect(queryOf('within=25mi&near=85004&level=iop')).toBe('level=iop&near=85004&within=25mi');
  });

  test('keeps repeated values in their order, and every escape as it came', () => {
    expect(queryOf('z=%7c&a=2&a=1&near=Phoenix,+AZ')).toBe('a=2&a=1&near=Phoenix,+AZ&z=%7c');
  });

  test('loses no parameter, whatever its name', () => {
    expect(queryOf('near=1&__proto__=2&constructor=3&__proto__=4')).toBe(
      '__proto__=2&__proto__=4&constructor=3&near=1',
    );
  });

  test('has no character that API Gateway refuses raw', () => {
    expect(queryOf('near=33.4|-112.1|10|km&{x}=1&near=<"`^\\>')).toBe(
      'near=33.4%7C-112.1%7C10%7Ckm&near=%3C%22%60%5E%5C%3E&%7Bx%7D=1',
    );
  });

  test('means the same in whatever order it came', () => {
    const parameter = fc.tuple(
      fc.constantFrom('near', 'within', 'level', 'payer'),
      fc.stringMatching(/^[\w%,.-]{0,8}$/),
    );
    fc.assert(
      fc.property(
        fc
          .uniqueArray(parameter, { selector: ([name]) => name })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([one, other]) => {
          const text = (pairs: typeof one): string => pairs.map(([name, value]) => `${name}=${value}`).join('&');
          expect(queryOf(text(one))).toBe(queryOf(text(other)));
          expect(splitQuery(queryOf(text(one)))).toEqual([...one].sort(([left], [right]) => (left < right ? -1 : 1)));
        },
      ),
    );
  });
});

describe('Accept at the CDN', () => {
  test.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', '*/*'],
    ['application/json, text/plain, */*', 'application/json,*/*'],
    ['Application/JSON', 'application/json'],
    ['application/geo+json', 'application/geo+json'],
    ['text/csv;q=0.5', 'text/csv'],
    ['text/csv;q=0.5, application/json', 'text/csv;q=0.5,application/json'],
    ['application/ld+json', 'application/ld+json'],
    ['image/png', 'image/png'],
    ['', '*/*'],
  ])('%s', (given, expected) => expect(acceptOf(given)).toBe(expected));

  test('in several headers counts as one list', () => {
    const headers = [
      ['accept', 'image/png'],
      ['Accept', 'text/csv'],
      ['accept', 'application/json'],
    ] as const;
    expect(headerOf(prepare(requestOf({ headers })).headers, 'accept')).toBe('text/csv,application/json');
  });

  test('is added where there is none', () => {
    expect(headerOf(prepare(requestOf()).headers, 'accept')).toBe('*/*');
  });
});

describe('a request that the firewall marked', () => {
  const marked = (method = 'GET') => run(requestOf({ method, headers: [['x-amzn-waf-over-limit', '1']] }));

  test('is answered with 429 as a problem document with the helplines', () => {
    const answer = marked();
    if (!('status' in answer)) throw new Error('it went on');
    expect(answer.status).toBe(429);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/problem+json',
      'retry-after': '60',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    expect(JSON.parse(answer.body.toString())).toEqual({
      type: 'about:blank',
      title: 'Too many requests',
      status: 429,
      detail: 'More than 1000 requests in 5 minutes came from this IP address. Wait a minute, then try again.',
      help: expect.objectContaining({ crisis: expect.stringContaining('988'), emergency: '911' }),
    });
  });

  test('has no body in answer to HEAD', () => {
    expect(marked('HEAD')).toMatchObject({ status: 429, body: Buffer.alloc(0) });
  });
});

describe('the page at the CDN', () => {
  const files = ['/index.html', '/main.js', '/docs/index.html', '/problems/too-broad/index.html'];
  const site = viewerRequestFunction(siteRequestSource({ files, notFoundHtml: '<p>No “page”</p>' }));

  test.each([
    ['/', '/'],
    ['/index.html', '/index.html'],
    ['/main.js', '/main.js'],
    ['/docs', '/docs/index.html'],
    ['/docs/', '/docs/index.html'],
    ['/docs//', '/docs/index.html'],
    ['/problems/too-broad', '/problems/too-broad/index.html'],
  ])('%s is %s', (path, file) => expect(site(requestOf({ path }))).toMatchObject({ path: file }));

  test.each([
    '/nothing',
    '/nothing.js',
    '/main.js/',
    '/docs/nothing',
    '/toString',
    '/__proto__',
    '/%2e%2e/main.js',
    '/not-found.html',
    '/v1',
  ])('%s is not there', (path) => {
    const answer = site(requestOf({ path }));
    if (!('status' in answer)) throw new Error('it went on');
    expect([answer.status, answer.body.toString()]).toEqual([404, '<p>No “page”</p>']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(site(requestOf({ path, method: 'HEAD' }))).toMatchObject({ status: 404, body: Buffer.alloc(0) });
  });

  test('is refused at synthesis where it does not fit a function of CloudFront', () => {
    expect(() => siteRequestSource({ files, notFoundHtml: 'x'.repeat(10_000) })).toThrow(/CloudFront takes 10240/);
  });
});

test.each([
  'function handler() { return {} }',
  'function handler() { return { statusCode: "302" } }',
  'function handler() { return null }',
])('a function that gives neither a request nor an answer is an error: %s', (code) => {
  expect(() => viewerRequestFunction(code)(requestOf())).toThrow();
});

test('a function that does not end is an error', () => {
  expect(() => viewerRequestFunction('function handler() { for (;;); }')(requestOf())).toThrow(/timed out/);
});
