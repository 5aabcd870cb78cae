import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchResource } from '../../../infra/local/routing.ts';
import { apiOf } from '../support/api.ts';

const { resources } = apiOf({
  '/': ['ANY'],
  '/{proxy+}': ['ANY'],
  '/v1': [],
  '/v1/centers': ['GET'],
  '/v1/centers/search': ['POST'],
  '/v1/centers/{id}': ['GET'],
  '/v1/centers/{id}/continuum': ['GET'],
  '/fhir/{proxy+}': ['ANY'],
});
const route = (path: string) => {
  const match = matchResource(resources, path);
  return match && [match.resource.path, match.parameters];
};

describe('matchResource', () => {
  test.each([
    ['/', ['/', null]],
    ['/v1', ['/v1', null]],
    ['/v1/centers', ['/v1/centers', null]],
    ['/v1/centers/', ['/v1/centers', null]],
    ['/v1/centers/search', ['/v1/centers/search', null]],
    ['/v1/centers/abc', ['/v1/centers/{id}', { id: 'abc' }]],
    ['/v1/centers/abc/continuum', ['/v1/centers/{id}/continuum', { id: 'abc' }]],
    ['/v1/centers/search/continuum', ['/v1/centers/{id}/continuum', { id: 'search' }]],
    ['/v1/centers/abc/more', ['/{proxy+}', { proxy: 'v1/centers/abc/more' }]],
    ['/v1/centers//continuum', ['/{proxy+}', { proxy: 'v1/centers//continuum' }]],
    ['/fhir/Location/1', ['/fhir/{proxy+}', { proxy: 'Location/1' }]],
    ['/fhir', ['/{proxy+}', { proxy: 'fhir' }]],
    ['/V1/centers', ['/{proxy+}', { proxy: 'V1/centers' }]],
    ['/v1/centers/a%20b', ['/v1/centers/{id}', { id: 'a b' }]],
    ['/v1/centers/a%2Fb', ['/v1/centers/{id}', { id: 'a/b' }]],
    ['/v1/centers/%zz', ['/v1/centers/{id}', { id: '%zz' }]],
  ])('%s', (path, expected) => expect(route(path)).toEqual(expected));

  test('the order of declaration does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...resources], { minLength: resources.length }), (shuffled) => {
        for (const path of ['/v1/centers/search', '/v1/centers/x', '/x', '/fhir/a', '/']) {
          expect(matchResource(shuffled, path)?.resource.path).toBe(matchResource(resources, path)?.resource.path);
        }
      }),
    );
  });

  test('nothing matches where nothing is declared', () => {
    expect(matchResource(apiOf({ '/v1': ['GET'] }).resources, '/v2')).toBeUndefined();
  });
});
