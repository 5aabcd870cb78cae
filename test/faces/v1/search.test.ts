import { describe, expect, it } from 'vitest';
import { stateNames } from '../../../functions/domain/state.ts';
import { KM_PER_MILE } from '../../../functions/geo/distance.ts';
import { places } from '../../../functions/places/load.ts';
import { distanceOf, type SearchAnswer, searchAnswerSchema } from '../../support/answer-schema.ts';
import { type Answer, call, post } from '../../support/gateway-call.ts';
import { type PlainAnswer, plainNear, plainState, withSortedLists } from '../../support/plain-answer.ts';
import { NOW, PUBLIC_URL, records, serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const get = (query: string, headers = {}) => call(handler, `/v1/centers?${query}`, { headers });

/** Validates an answer with the contract's schema, and compares all of it with the plain scan. */
function expectWhole(answer: Answer, plain: PlainAnswer): SearchAnswer {
  expect(answer.status).toBe(200);
  const body = searchAnswerSchema.parse(JSON.parse(answer.body));
  const shown = body.results.map(({ center, offerings }) => withSortedLists({ center, offerings }));
  expect(shown).toEqual(plain.results);
  for (const [index, result] of body.results.entries()) {
    const km = plain.km[index];
    if (km === undefined) continue;
    const shown = distanceOf(result);
    expect(Math.abs(shown.km - km)).toBeLessThan(0.00501);
    expect(Math.abs(shown.miles - km / KM_PER_MILE)).toBeLessThan(0.00501);
  }
  expect(body.unknown).toEqual(plain.unknown);
  return body;
}

const zip = (digits: string) => places().zip(digits)?.location ?? { lat: Number.NaN, lng: Number.NaN };

describe('a search starts', () => {
  it('at a ZIP: the whole answer', async () => {
    const answer = await get('near=85004&level=iop&within=25mi');
    const origin = zip('85004');
    const filter = { level: ['iop'] } as const;
    const body = expectWhole(answer, plainNear(records, { origin, withinKm: 25 * KM_PER_MILE, filter }, NOW));
    expect(body.results.length).toBeGreaterThan(2);
    expect(body).toMatchObject({
      origin: { kind: 'zip', label: 'Phoenix, AZ 85004', location: origin },
      query: { near: '85004', level: ['iop'], within: '25mi', limit: 10 },
      dataset: { publishedAt: new Date(NOW).toISOString() },
      help: {
        crisis: 'Call or text 988 or chat 988lifeline.org',
        treatment: '1-800-662-HELP (4357)',
        emergency: '911',
      },
    });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json', vary: 'Accept, Accept-Encoding' });
  });

  it.each(['85001', '94203', '60690', '89199', '73125', '98111'])('at the PO-box ZIP %s', async (digits) => {
    expectWhole(await get(`near=${digits}`), plainNear(records, { origin: zip(digits) }, NOW));
  });

  it.each([
    ['Phoenix, AZ', 'Phoenix, AZ'],
    ['phoenix az', 'Phoenix, AZ'],
    ['PHOENIX, Arizona', 'Phoenix, AZ'],
    ['St. Louis, MO', 'St. Louis, MO'],
    ['saint louis missouri', 'St. Louis, MO'],
    ['Las Vegas', 'Las Vegas, NV'],
    ['New York City, N.Y.', 'New York, NY'],
  ])('at the place %s', async (typed, label) => {
    const { origin } = expectWholeNear(await get(`near=${encodeURIComponent(typed)}`));
    expect(origin).toMatchObject({ kind: 'place', label });
  });

  it('at an exact point', async () => {
    const origin = { lat: 39.7392, lng: -104.9903 };
    const body = expectWhole(await get('near=39.7392,-104.9903'), plainNear(records, { origin }, NOW));
    expect(body.origin).toEqual({ kind: 'point', label: '39.7392, -104.9903', location: origin });
  });

  it.each([
    { lat: 90, lng: 0 },
    { lat: -90, lng: 180 },
    { lat: 0, lng: -180 },
    { lat: 21.3, lng: -157.8 },
  ])('at the far point %o', async (origin) => {
    expectWhole(await get(`near=${origin.lat},${origin.lng}`), plainNear(records, { origin }, NOW));
  });

  it('in New York, where there is no center: the nearest, with their true distances', async () => {
    const { origin, results } = expectWholeNear(await get('near=New%20York,%20NY&level=iop'));
    expect(origin?.label).toBe('New York, NY');
    expect(results).toHaveLength(10);
    expect(results[0]?.center.address.state).toBe('NJ');
    expect(results[0]).toMatchObject({ distance: { miles: expect.any(Number) } });
  });

  it('where the CDN guesses that the visitor is', async () => {
    const headers = { 'CloudFront-Viewer-Latitude': '47.60620', 'CloudFront-Viewer-Longitude': '-122.33210' };
    const origin = { lat: 47.6062, lng: -122.3321 };
    const answer = await get('near=me&level=op', headers);
    const body = expectWhole(answer, plainNear(records, { origin, filter: { level: ['op'] } }, NOW));
    expect(body.origin).toEqual({ kind: 'viewer', label: 'Your area', location: origin });
  });

  it.each([
    [{}],
    [{ 'CloudFront-Viewer-Latitude': '47.6' }],
    [{ 'CloudFront-Viewer-Latitude': '', 'CloudFront-Viewer-Longitude': '' }],
    [{ 'CloudFront-Viewer-Latitude': 'x', 'CloudFront-Viewer-Longitude': '-122' }],
    [{ 'CloudFront-Viewer-Latitude': '91', 'CloudFront-Viewer-Longitude': '-122' }],
  ])('nowhere, when near=me and the CDN says %o', async (headers) => {
    const { status, body } = await get('near=me', headers);
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({
      type: 'https://locator.example/problems/location-needed',
      title: 'A location is needed',
      errors: [{ parameter: 'near' }],
    });
  });

  it.each(Object.entries(stateNames))('in the state %s, which is containment', async (state, label) => {
    for (const limit of [1, 5, 50]) {
      for (const filter of [{}, { level: ['iop'] as const }]) {
        const query = `state=${state}&limit=${limit}${'level' in filter ? '&level=iop' : ''}`;
        const body = expectWhole(await get(query), plainState(records, { state, filter, limit }, NOW));
        expect(body.origin).toEqual({ kind: 'state', label, location: null });
      }
    }
  });
});

describe('a search', () => {
  it('reads a radius in miles, kilometers, or miles when nothing is said', async () => {
    const ids = async (within: string) =>
      expectWholeNear(await get(`near=85004&within=${within}&limit=50`)).results.map(({ center }) => center.id);
    expect(await ids('10')).toEqual(await ids('10mi'));
    expect(await ids('10%20MI')).toEqual(await ids('10mi'));
    expect(await ids('16.09344km')).toEqual(await ids('10mi'));
    expect((await ids('150km')).length).toBeLessThan((await ids('150mi')).length);
    expect(await ids('500mi')).not.toHaveLength(0);
  });

  it('gives as many as asked for, ten when nothing is said', async () => {
    for (const limit of [1, 10, 50]) {
      expect(expectWholeNear(await get(`near=85004&limit=${limit}`)).results).toHaveLength(limit);
    }
    expect(expectWholeNear(await get('near=85004')).results).toHaveLength(10);
  });

  it('by POST equals the same search by GET, and is read the same way', async () => {
    const pairs: [string, unknown][] = [
      ['near=85004&level=iop&within=25mi', { near: '85004', level: ['iop'], within: '25mi' }],
      ['near=85004&within=25', { near: '85004', within: 25 }],
      ['near=33.4484,-112.0740&limit=3', { near: '33.4484,-112.0740', limit: 3 }],
      [
        'state=NJ&level=iop,php&payer=medicaid,aetna',
        { state: 'NJ', level: ['iop', 'php'], payer: ['medicaid', 'aetna'] },
      ],
      ['near=tulsa%20ok&housing=false&maxHoursPerWeek=9', { near: 'tulsa ok', housing: false, maxHoursPerWeek: 9 }],
      ['state=WA&confirmed=true&accepting=true', { state: 'WA', confirmed: true, accepting: true }],
      ['near=85004&confirmed=30d&language=es,ase', { near: '85004', confirmed: '30d', language: ['es', 'ase'] }],
    ];
    for (const [query, body] of pairs) {
      const [byGet, byPost] = [await get(query), await post(handler, body)];
      // A POST has no URL, so it has no tag and no link to a next page.
      const { etag: _, link: __, 'cache-control': ___, ...headers } = byGet.headers;
      const { link, 'cache-control': kept, ...headersByPost } = byPost.headers;
      expect(kept).toBe('no-store');
      expect({ ...byPost, headers: headersByPost }).toEqual({ ...byGet, headers });
      expect(link).toBe(`<${PUBLIC_URL}/v1/openapi.json>; rel="service-desc"; type="application/json"`);
      expect(byGet.status).toBe(200);
    }
    const encoded = Buffer.from(JSON.stringify({ near: '85004' })).toString();
    expect((await post(handler, encoded, { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(200);
  });
});

/**
 * Checks a search near a place. The expected answer starts at the point that the answer names, because the point
 * depends on the table of places.
 */
function expectWholeNear(answer: Answer): SearchAnswer {
  expect(answer.status).toBe(200);
  const { origin, query } = searchAnswerSchema.parse(JSON.parse(answer.body));
  if (!origin?.location) throw new Error('no location');
  const [, digits = '', unit] = /^([\d.]+)(mi|km)$/.exec(query.within ?? '') ?? [];
  const withinKm = query.within === undefined ? {} : { withinKm: Number(digits) * (unit === 'mi' ? KM_PER_MILE : 1) };
  const filter = query.level === undefined ? {} : { level: query.level };
  const asked = { origin: origin.location, ...withinKm, filter, limit: query.limit };
  return expectWhole(answer, plainNear(records, asked, NOW));
}
