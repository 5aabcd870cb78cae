import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerOf, splitQuery } from '../../../infra/local/http.ts';
import { viewerRequestFunction } from '../../../infra/local/viewer-request.ts';
import { requestOf } from '../support/api.ts';

const source = readFileSync(new URL('../../../infra/viewer-request.js', import.meta.url), 'utf8');
const prepare = viewerRequestFunction(source);
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

test('a function that answers no request is an error', () => {
  expect(() => viewerRequestFunction('function handler() { return { statusCode: 302 } }')(requestOf())).toThrow();
  expect(() => viewerRequestFunction('function handler() { for (;;); }')(requestOf())).toThrow(/timed out/);
});
