import { request } from 'node:http';
import type { Bundle, Location } from 'fhir/r4.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { stateCodes } from '../../functions/domain/state.ts';
import { KM_PER_MILE } from '../../functions/geo/distance.ts';
import { type Local, startLocal } from '../../infra/local/start.ts';
import { openApiServed } from '../api/openapi/served.ts';
import { mcpServed } from '../faces/mcp/served.ts';
import { centerAnswerSchema, distanceOf, problemSchema, searchAnswerSchema } from '../support/answer-schema.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { angularKm, matchingOfferings } from '../support/oracle.ts';
import { records } from '../support/real-records.ts';

let local: Local;
const written: string[] = [];
beforeAll(async () => {
  local = await startLocal({ assembly: await assemblyFolder(), data: records, log: (text) => written.push(text) });
});
afterAll(async () => {
  await local.close();
  // Only request lines: a failing function would also log errors here.
  expect(written.join('')).not.toMatch(/"level":"ERROR"|Error:/);
});

const get = (target: string, headers: Record<string, string> = {}) => fetch(`${local.url}${target}`, { headers });
const search = async (query: string) => {
  const response = await get(`/v1/centers?${query}`);
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  return searchAnswerSchema.parse(body);
};

/** Sends raw bytes that HTTP clients refuse to send. */
function raw(path: string, method = 'GET', body = ''): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(local.url, { path, method, headers: { 'content-type': 'application/json' } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end(body);
  });
}

const termsSchema = z.object({ contents: z.array(z.object({ id: z.uuid(), code: z.string() })) });
const placesSchema = z.object({
  contents: z.array(z.object({ location: z.object({ external_identifier: z.string() }) })),
});

describe('served', () => {
  it('answers the same centers as FHIR and as HSDS, at the addresses that their clients use', async () => {
    const { results } = await search('near=85004&within=40km&level=iop&limit=50');
    const from = results.length;
    expect(from).toBeGreaterThan(0);
    const ids = results.map(({ center }) => center.id);
    const terms = termsSchema.parse(await (await get('/hsds/taxonomy_terms?search=intensive')).json());
    const term = terms.contents.find(({ code }) => code === 'iop')?.id;
    const hsds = await get(`/hsds/service_at_locations?postcode=85004&proximity=40000&taxonomy_term_id=${term}`);
    const places = placesSchema.parse(await hsds.json()).contents.map(({ location }) => location.external_identifier);
    expect([...new Set(places)]).toEqual(ids);
    expect((await get('/hsds/')).status).toBe(200);
    const point = '33.4484%7C-112.074%7C40%7Ckm';
    const near = await search('near=33.4484,-112.074&within=40km&limit=50');
    const fhir = await get(`/fhir/Location?near=${point}&_count=50`);
    expect(fhir.headers.get('content-type')).toBe('application/fhir+json');
    const { entry } = (await fhir.json()) as Bundle<Location>;
    expect(entry?.map(({ resource }) => resource?.identifier?.[0]?.value)).toEqual(
      near.results.map(({ center }) => center.id),
    );
  });

  it('finds every IOP within 25 miles of 85004, nearest first, at its true distance', async () => {
    const { origin, results } = await search('near=85004&level=iop&within=25mi&limit=50');
    const from = origin?.location;
    if (!from) throw new Error('no origin');
    const expected = records
      .filter((record) => matchingOfferings(record, { level: ['iop'] }, Date.now()) !== null)
      .map(({ center }) => ({ id: center.id, miles: angularKm(from, center.location) / KM_PER_MILE }))
      .filter(({ miles }) => miles <= 25)
      .sort((one, other) => one.miles - other.miles);
    expect(expected.length).toBeGreaterThan(2);
    expect(results.map(({ center }) => center.id)).toEqual(expected.map(({ id }) => id));
    for (const [index, result] of results.entries()) {
      expect(Math.abs(distanceOf(result).miles - (expected[index]?.miles ?? 0))).toBeLessThan(0.00501);
      expect(result.offerings.every(({ level }) => level === 'iop')).toBe(true);
    }
  });

  it.each([
    ['AZ', 'Phoenix, AZ'],
    ['CA', 'San Diego, CA'],
    ['CO', 'Denver, CO'],
    ['IL', 'Chicago, IL'],
    ['NV', 'Las Vegas, NV'],
    ['NJ', 'Newark, NJ'],
    ['OK', 'Tulsa, OK'],
    ['WA', 'Seattle, WA'],
  ])('finds centers of %s from %s', async (state, place) => {
    const { origin, results } = await search(`near=${encodeURIComponent(place)}`);
    expect(origin).toMatchObject({ kind: 'place', label: place });
    expect(results[0]?.center.address.state).toBe(state);
    const miles = results.map((result) => distanceOf(result).miles);
    expect(miles).toEqual(miles.toSorted((one, other) => one - other));
    const listed = await search(`state=${state}&limit=50`);
    expect(listed.results).toHaveLength(records.filter(({ center }) => center.address.state === state).length);
  });

  it('finds the nearest from New York, where nothing is listed, and says so for a radius that holds none', async () => {
    const { results } = await search('near=New+York,+NY&level=iop');
    expect(results).toHaveLength(10);
    expect(results[0]?.center.address.state).toBe('NJ');
    const none = await search('near=12901&level=iop&within=25mi');
    expect(none.results).toEqual([]);
    expect(none.alternatives?.length).toBeGreaterThan(0);
  });

  it('searches by POST as by GET, and near the visitor where the CDN knows', async () => {
    const response = await fetch(`${local.url}/v1/centers/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ near: '85004', level: ['iop'], within: '25mi' }),
    });
    expect(await response.json()).toEqual(await search('near=85004&level=iop&within=25mi'));
    const viewer = { 'CloudFront-Viewer-Latitude': '47.6', 'CloudFront-Viewer-Longitude': '-122.3' };
    const me = searchAnswerSchema.parse(await (await get('/v1/centers?near=me', viewer)).json());
    expect(me.origin?.kind).toBe('viewer');
    expect((await get('/v1/centers?near=me')).status).toBe(400);
  });

  it('gives one center, with an ETag that saves sending it again', async () => {
    const target = '/v1/centers/lantern-bridge-tulsa-example';
    const first = await get(target);
    expect(first.status).toBe(200);
    centerAnswerSchema.parse(await first.json());
    const again = await get(target, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await fetch(`${local.url}${target}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, first.headers.get('etag'), '']);
  });

  it('serves the page at /', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toMatch(/^<!doctype html>/i);
  });

  it('answers on every other route', async () => {
    for (const target of ['/v1/places?q=phoe', '/v1/taxonomy', '/v1/states', '/v1/health']) {
      expect((await get(target)).status, target).toBe(200);
    }
    const { states } = (await (await get('/v1/states')).json()) as { states: { code: string }[] };
    expect(states.map(({ code }) => code)).toEqual(stateCodes);
  });
});

describe('refused over the wire', () => {
  it.each([
    ['/v1/centers', 400],
    ['/v1/centers?near=85004&near=85005', 400],
    ['/v1/centers?near=85004&level=iop&level=iopp', 400],
    ['/v1/centers?near=85004&limit=5&limit=5', 400],
    ['/v1/centers?near[]=85004', 400],
    ['/v1/centers?near=85004;level=iopp', 400],
    ['/v1/centers?near=%', 400],
    ['/v1/centers?near=%E0%A4%A', 400],
    ['/v1/centers?near=85004&%FF=1', 400],
    ['/v1/centers?near=85004&constructor=1', 400],
    ['/v1/centers?near=85004|85005', 400],
    ['/v1/centers?near={85004}', 400],
    ['/v1/centers?&&&', 400],
    ['/v1/centers?near', 400],
    ['/v1/centers?=85004', 400],
    ['/v1/centers?near=85004&near[]=1', 400],
    ['/v1/centers/%00', 404],
    ['/v1/centers/%E0%A4%A', 404],
    ['/v1/centers/a%2Fb', 404],
    ['/v1/centers/a/b/c', 404],
    ['/v1//centers?near=85004', 404],
    ['/v1/nothing', 404],
    [`/v1/centers?near=${'x'.repeat(7_000)}`, 400],
  ])('%s', async (target, status) => {
    const { status: answered, text } = await raw(target);
    expect(answered, text).toBe(status);
    expect(text).not.toMatch(/node_modules|\.ts:|stack|TypeError/);
    expect(JSON.parse(text)).toMatchObject({ title: expect.any(String), detail: expect.any(String) });
  });

  it('a wrong method, type, format or size, as problem details with CORS headers', async () => {
    const send = (init: RequestInit, target = '/v1/centers/search') => fetch(`${local.url}${target}`, init);
    const json = { 'content-type': 'application/json' };
    const answers: [number, Response][] = [
      [405, await send({ method: 'GET' })],
      [405, await send({ method: 'POST', body: '{}', headers: json }, '/v1/centers')],
      [415, await send({ method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } })],
      [413, await send({ method: 'POST', body: ' '.repeat(70_000), headers: json })],
      [400, await send({ method: 'POST', body: '{', headers: json })],
      [406, await send({ headers: { accept: 'image/png' } }, '/v1/centers?near=85004')],
    ];
    for (const [status, response] of answers) {
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('x-request-id')).toMatch(/\S/);
      problemSchema.parse(await response.json());
    }
    expect(answers[0]?.[1].headers.get('allow')).toBe('POST, OPTIONS');
  });
});

// The same product, which none of these changes.
describe('the document that is served', () => openApiServed(() => local));
describe('MCP as it is served', () => mcpServed(() => local, written));
