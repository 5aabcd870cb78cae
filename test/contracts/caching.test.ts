import { describe, expect, it } from 'vitest';
import { call, post } from '../support/gateway-call.ts';
import { serveRecords } from '../support/real-records.ts';

const { handler } = await serveRecords();
const shared = 'public, max-age=60';
const brief = 'public, max-age=5';
const personal = 'private, no-store';
const none = 'no-store';
const viewer = { 'CloudFront-Viewer-Latitude': '33.4', 'CloudFront-Viewer-Longitude': '-112.0' };
const id = 'lantern-bridge-phoenix-example';
const ask = (target: string, headers = {}) => call(handler, target, { headers: { ...viewer, ...headers } });

/** The cache header that each URL sends to clients without the CDN, and to the CDN. */
const addresses: readonly (readonly [target: string, direct: string, cdn: string])[] = [
  // Nobody may cache a point, a guess of the location or somebody's own words.
  ['/v1/centers?near=33.4484,-112.0740', personal, personal],
  ['/v1/centers?near=me', personal, personal],
  ['/v1/centers?q=iop+near+85004', personal, personal],
  ['/v1/centers?q=iop', personal, personal],
  ['/v1/centers?q=detox+arizona', personal, personal],
  ['/v1/paths?near=33.4484,-112.0740&levels=residential,iop', personal, personal],
  ['/v1/paths?near=me&levels=residential,iop', personal, personal],
  ['/fhir/Location?near=33.4484%7C-112.074', personal, personal],
  ['/fhir/HealthcareService?location.near=33.4484%7C-112.074', personal, personal],
  // The answer for a typed place or name is the same for everybody, but its URL would stay in a shared computer's
  // history.
  ['/v1/centers?near=85004', none, shared],
  ['/v1/centers?near=Phoenix,+AZ&level=iop', none, shared],
  ['/v1/paths?near=85004&levels=residential,iop', none, shared],
  ['/v1/centers?name=lantern', none, shared],
  ['/v1/centers?state=AZ&name=lantern', none, shared],
  ['/fhir/Organization?name=lantern', none, shared],
  ['/hsds/service_at_locations?postcode=85004&proximity=40000', none, shared],
  ['/hsds/services?search=lantern', none, shared],
  ['/v1/centers?state=AZ', shared, shared],
  ['/v1/centers?cell=9tbq3', shared, shared],
  [`/v1/centers/${id}`, shared, shared],
  [`/v1/centers/${id}/continuum`, shared, shared],
  ['/v1/taxonomy', shared, shared],
  ['/v1/states', shared, shared],
  ['/v1/openapi.json', shared, shared],
  ['/v1/dataset', brief, brief],
  ['/hsds/services', shared, shared],
  ['/v1/places?q=phoe', none, none],
  ['/v1/health', none, none],
];

describe.each(addresses)('%s', (target, direct, cdn) => {
  it('says who may keep it', async () => {
    const told = [await ask(target), await ask(target, { 'x-from-cdn': '1' })];
    expect(told.map(({ status, headers }) => [status, headers['cache-control']])).toEqual([
      [200, direct],
      [200, cdn],
    ]);
  });

  it('takes only the CDN’s own word for it', async () => {
    for (const word of ['0', '', 'true', '1, 1'])
      expect((await ask(target, { 'x-from-cdn': word })).headers['cache-control']).toBe(direct);
  });

  it('has a tag where it may be kept, and only there', async () => {
    const { headers } = await ask(target);
    expect(headers.etag === undefined).toBe(direct.includes(none));
    // An answer that must not be cached never gets a 304.
    if (headers.etag === undefined) expect((await ask(target, { 'if-none-match': '*' })).status).toBe(200);
  });
});

it('a search by POST, and what a model asks, are nobody’s to keep', async () => {
  for (const body of [{ near: '85004' }, { state: 'AZ' }, { cell: '9tbq3' }])
    expect((await post(handler, body, { 'x-from-cdn': '1' })).headers['cache-control']).toBe(none);
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const headers = { 'content-type': 'application/json', 'x-from-cdn': '1' };
  expect((await call(handler, '/mcp', { method: 'POST', headers, body })).headers['cache-control']).toBe(none);
});
