import { describe, expect, it } from 'vitest';
import { type Call, call } from '../support/gateway-call.ts';
import { center, reads } from '../support/reads.ts';
import { serveRecords } from '../support/real-records.ts';

const { handler } = await serveRecords();
/** Headers that only the CDN sends. */
const cdn = { 'x-from-cdn': '1' };
const postJson = (body: string | Buffer, headers = {}): Call => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': 'application/json', ...headers },
});

describe('the ETag', () => {
  const tagged = [
    ...reads.filter((target) => target !== '/v1/health' && target !== '/v1/places?q=a'),
    '/v1/centers?state=AZ',
  ];

  it.each(tagged)('of %s saves sending what a caller has', async (target) => {
    const first = await call(handler, target, { headers: cdn });
    const tag = first.headers.etag ?? '';
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
    for (const given of [tag, tag.replace('W/', ''), `"other", ${tag}`, '*']) {
      for (const method of ['GET', 'HEAD']) {
        const { status, headers, body } = await call(handler, target, {
          method,
          headers: { ...cdn, 'If-None-Match': given },
        });
        expect([status, body]).toEqual([304, '']);
        const { 'content-type': _, ...kept } = first.headers;
        expect(headers).toEqual(kept);
      }
    }
    for (const given of ['"other"', 'W/"other"', tag.slice(3, -1), '']) {
      expect((await call(handler, target, { headers: { ...cdn, 'If-None-Match': given } })).status).toBe(200);
    }
  });

  it('differs from format to format', async () => {
    const tags = await Promise.all(
      ['application/json', 'application/geo+json', 'text/csv'].map(
        async (Accept) => (await call(handler, '/v1/centers?near=85004', { headers: { ...cdn, Accept } })).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it.each<[string, Call]>([
    ['/v1/health', {}],
    ['/v1/centers', {}],
    ['/v1/centers/none', {}],
    ['/v1/centers?near=85004', {}],
    ['/v1/paths?near=85004&levels=residential,iop', {}],
    ['/v1/centers?q=iop%20tulsa', {}],
    ['/v1/places?q=a', {}],
    ['/v1/centers/search', postJson('{"near":"85004"}')],
  ])('is not on what is not kept: %s %o', async (target, given) => {
    expect((await call(handler, target, given)).headers).not.toHaveProperty('etag');
  });
});

describe('caching', () => {
  const viewer = { 'CloudFront-Viewer-Latitude': '33.4', 'CloudFront-Viewer-Longitude': '-112' };
  const shared = 'public, max-age=60';
  const own = 'private, no-store';
  const cache = async (target: string, given: Call) => {
    const { status, headers } = await call(handler, target, given);
    return [status, headers['cache-control']];
  };

  /** The CDN itself tells browsers `no-store`; a client without the CDN gets the browser's rules. */
  it.each([
    ['/v1/centers?near=85004', shared, 'no-store'],
    ['/v1/centers?near=Phoenix,AZ', shared, 'no-store'],
    ['/v1/centers?near=85004&name=lantern', shared, 'no-store'],
    ['/v1/centers?name=lantern', shared, 'no-store'],
    ['/v1/centers?state=AZ&name=lantern', shared, 'no-store'],
    ['/v1/centers?state=AZ', shared, shared],
    ['/v1/centers?cell=9tbq', shared, shared],
    ['/v1/centers?near=33.4,-112', own, own],
    ['/v1/centers?near=me', own, own],
    ['/v1/centers?q=iop%20near%2085004', own, own],
    ['/v1/places?q=phoe', 'no-store', 'no-store'],
    [center, shared, shared],
    [`${center}/continuum`, shared, shared],
    ['/v1/taxonomy', shared, shared],
    ['/v1/states', shared, shared],
    ['/fhir/Location?near=33.4%7C-112', own, own],
    ['/fhir/HealthcareService?location.near=33.4%7C-112', own, own],
    ['/fhir/Location?name=lantern', shared, 'no-store'],
    ['/fhir/Organization?name=lantern', shared, 'no-store'],
    ['/fhir/Location?address-state=AZ', shared, shared],
    ['/fhir/metadata', shared, shared],
    ['/hsds/service_at_locations?postcode=85004&proximity=40000', shared, 'no-store'],
    ['/hsds/services?search=lantern', shared, 'no-store'],
    ['/hsds/services', shared, shared],
  ])('%s: the CDN is told %s, everybody else %s', async (target, byCdn, direct) => {
    expect(await cache(target, { headers: { ...viewer, ...cdn } })).toEqual([200, byCdn]);
    expect(await cache(target, { headers: viewer })).toEqual([200, direct]);
    // Only the CDN's exact header counts.
    expect(await cache(target, { headers: { ...viewer, 'x-from-cdn': '0' } })).toEqual([200, direct]);
  });

  it.each([{ near: '85004' }, { state: 'AZ' }, { cell: '9tbq' }, { near: '33.4,-112' }, { q: 'iop 85004' }])(
    'a search by POST is kept by nobody: %o',
    async (body) => {
      for (const headers of [{}, cdn]) {
        expect(await cache('/v1/centers/search', postJson(JSON.stringify(body), headers))).toEqual([200, 'no-store']);
      }
    },
  );
});
