import { describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { encodeOutlines } from '../../../data/places/encode-outlines.ts';
import { bundleSchema } from '../../../functions/faces/fhir/answers.ts';
import * as hsds from '../../../functions/faces/hsds/answers.ts';
import { featureCollectionSchema } from '../../../functions/faces/v1/answers/search.ts';
import { encodeGeohash } from '../../../functions/geo/geohash.ts';
import { outsideText } from '../../../functions/http/coverage.ts';
import { places } from '../../../functions/places/load.ts';
import outlines from '../../../functions/places/outlines.json' with { type: 'json' };
import { stateAt } from '../../../functions/places/state-at.ts';
import { printAnswer } from '../../../infra/tools/near/print.ts';
import { outsideHeading, outsideOf } from '../../../web/locator/parts/outside.ts';
import { en } from '../../../web/words/en.ts';
import { searchAnswerSchema } from '../../support/answer-schema.ts';
import { call } from '../../support/gateway-call.ts';
import { records, serveRecords } from '../../support/real-records.ts';

const { handler, lines } = await serveRecords();
const states: readonly string[] = [...new Set(records.map(({ center }) => center.address.state))].sort();
const listed = states.join(', ');

async function body(target: string, headers: Record<string, string> = {}) {
  const answer = await call(handler, target, { headers });
  expect(answer.status, answer.body).toBe(200);
  return answer.body;
}

async function search(query: Record<string, string>, headers: Record<string, string> = {}) {
  return searchAnswerSchema.parse(JSON.parse(await body(`/v1/centers?${new URLSearchParams(query)}`, headers)));
}

const coverageOf = (answer: Awaited<ReturnType<typeof search>>) => ('coverage' in answer ? answer.coverage : undefined);
const covers = (state: string | null) => ({
  states,
  origin: { state, listed: state !== null && states.includes(state) },
});

describe('the state of an origin', () => {
  it.each([
    ['85004', 'AZ'],
    ['33101', 'FL'],
    ['99501', 'AK'],
    ['00901', 'PR'],
    ['Miami, FL', 'FL'],
    ['Phoenix', 'AZ'],
    ['NYC', 'NY'],
    // Needles, Bullhead City and Laughlin face one another across the Colorado.
    ['34.848,-114.614', 'CA'],
    ['35.1359,-114.5286', 'AZ'],
    ['35.1678,-114.573', 'NV'],
    ['25.774,-80.194', 'FL'],
    // Treasure Island in the bay, Catalina, and the pier of Santa Monica.
    ['37.823,-122.371', 'CA'],
    ['33.34,-118.33', 'CA'],
    ['34.0083,-118.4987', 'CA'],
    // The Aleutians cross the date line.
    ['52.9,172.9', 'AK'],
    ['38.8977,-77.0365', 'DC'],
    ['35,-150', null],
    ['51.5,-0.12', null],
    ['49.28,-123.12', null],
    ['90,0', null],
  ])('near %s is in %s', async (near, state) => {
    expect(coverageOf(await search({ near, level: 'iop' }))).toEqual(covers(state));
  });

  it('is known where the network guessed the place', async () => {
    const at = (lat: string, lng: string) => ({
      'cloudfront-viewer-latitude': lat,
      'cloudfront-viewer-longitude': lng,
    });
    expect(coverageOf(await search({ near: 'me' }, at('25.77', '-80.19')))).toEqual(covers('FL'));
    expect(coverageOf(await search({ near: 'me' }, at('33.45', '-112.07')))).toEqual(covers('AZ'));
    expect(coverageOf(await search({ near: 'me' }, at('51.5', '-0.12')))).toEqual(covers(null));
  });

  it.each([
    [33.45, -112.07, 4, 'AZ'],
    [25.77, -80.3, 4, 'FL'],
    [35, -150, 4, null],
    // The middle of Atlantic City's cell is at sea.
    [39.3664, -74.4317, 4, 'NJ'],
  ])('of the cell around %f, %f', async (lat, lng, precision, state) => {
    expect(coverageOf(await search({ cell: encodeGeohash({ lat, lng }, precision) }))).toEqual(covers(state));
  });

  it('of a whole state is itself, and a name alone has none', async () => {
    expect(coverageOf(await search({ state: 'CO' }))).toEqual(covers('CO'));
    expect(await search({ name: 'center' })).not.toHaveProperty('coverage');
  });

  it('is read from a text, too, and stays on later pages', async () => {
    expect(coverageOf(await search({ q: 'iop near 33101' }))).toEqual(covers('FL'));
    const { next } = await search({ near: '33101', limit: '2' });
    expect(coverageOf(await search({ near: '33101', limit: '2', cursor: next ?? '' }))).toEqual(covers('FL'));
  });

  it('does not become a member of the origin', async () => {
    const { origin } = await search({ near: '33101' });
    expect(Object.keys(origin ?? {})).toEqual(['kind', 'label', 'location']);
  });
});

test('states are those of the dataset, not those that may be served', async () => {
  const some = await serveRecords(records.filter(({ center }) => ['NV', 'AZ'].includes(center.address.state)));
  const ask = async (target: string) => searchAnswerSchema.parse(JSON.parse((await call(some.handler, target)).body));
  const oklahoma = await ask('/v1/centers?state=OK');
  expect(coverageOf(oklahoma)).toEqual({ states: ['AZ', 'NV'], origin: { state: 'OK', listed: false } });
  expect(printAnswer(JSON.stringify(oklahoma), 100)).toMatch(
    /^No listed centers in Oklahoma\. We list centers in AZ, NV\.\n/,
  );
  expect(coverageOf(await ask('/v1/centers?near=85004'))).toMatchObject({ origin: { state: 'AZ', listed: true } });
});

test('coverage costs no read: warm, inside or outside, an answer reads what it read before', async () => {
  await search({ near: '33101', level: 'iop' });
  await search({ near: '33101', level: 'iop' });
  expect(lines.at(-1)).toMatchObject({ roundTrips: 0, items: 0 });
});

describe('says it in words', () => {
  const sentence = (where: string) =>
    new RegExp(`No listed centers ${where}\\. We list centers in ${listed}; the nearest is [\\d,]+ miles away\\.`);

  it('in GeoJSON as a member of its own', async () => {
    const text = await body('/v1/centers?near=33101', { accept: 'application/geo+json' });
    expect(featureCollectionSchema.parse(JSON.parse(text)).coverage).toEqual(covers('FL'));
  });

  it.each([
    ['33101', 'in Florida'],
    ['00901', 'in Puerto Rico'],
    ['35,-150', 'outside of the United States'],
  ])('in the command, near %s', async (near, where) => {
    const printed = printAnswer(await body(`/v1/centers?near=${near}`), 100);
    expect(printed.split('\n')[0]).toMatch(sentence(where));
  });

  it('in the command inside, not at all', async () => {
    expect(printAnswer(await body('/v1/centers?near=85004'), 100)).not.toContain('No listed centers');
  });

  it('with the nearest beyond the radius, and without a distance on later pages', async () => {
    expect(printAnswer(await body('/v1/centers?near=94043&within=10mi'), 100)).not.toContain('No listed centers');
    const reno = printAnswer(await body('/v1/centers?near=83701&within=10mi'), 100);
    expect(reno).toMatch(sentence('in Idaho'));
    const { next } = await search({ near: '33101', limit: '2' });
    const later = printAnswer(await body(`/v1/centers?near=33101&limit=2&cursor=${next}`), 100);
    expect(later).toContain(`No listed centers in Florida. We list centers in ${listed}.\n`);
  });

  it('rounds to whole miles from ten on', () => {
    const none = { states: ['AZ'], origin: { state: 'NM', listed: false } };
    expect(outsideText(none, 965.31)).toContain('the nearest is 965 miles away');
    expect(outsideText(none, 4965.5)).toContain('4,966 miles');
    expect(outsideText(none, 2.34)).toContain('2.3 miles');
    expect(outsideText(none, 0.96)).toContain('1 mile away');
  });

  it('to an agent, first', async () => {
    const call = (near: string) => mcp({ near, level: ['iop'] });
    const outside = await call('33101');
    expect(outside.text).toMatch(new RegExp(`^${sentence('in Florida').source}`));
    expect(outside.coverage).toEqual(covers('FL'));
    expect((await call('85004')).text).not.toContain('No listed centers');
  });

  it.each(['Location?near=25.774|-80.194', 'HealthcareService?location.near=25.774|-80.194'])(
    'in FHIR, %s',
    async (target) => {
      const bundle = bundleSchema.parse(JSON.parse(await body(`/fhir/${target.replaceAll('|', '%7C')}`)));
      const outcomes = z
        .array(z.looseObject({ search: z.object({ mode: z.string() }), resource: z.looseObject({}) }))
        .parse(bundle.entry)
        .filter(({ search: { mode } }) => mode === 'outcome');
      expect(outcomes).toHaveLength(1);
      expect(outcomes[0]?.resource).toMatchObject({
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'information', code: 'informational' }],
      });
      expect(JSON.stringify(outcomes[0])).toMatch(sentence('in Florida'));
    },
  );

  it('in FHIR inside, not at all', async () => {
    expect(await body('/fhir/Location?near=33.45%7C-112.07')).not.toContain('OperationOutcome');
    expect(await body('/fhir/Location?address-state=AZ')).not.toContain('OperationOutcome');
  });

  it('in HSDS, beside the totals', async () => {
    const page = async (zip: string, metres: number) =>
      hsds
        .pageSchema(z.unknown())
        .parse(JSON.parse(await body(`/hsds/service_at_locations?postcode=${zip}&proximity=${metres}`)));
    expect((await page('33101', 40_000)).notice).toBe(`No listed centers in Florida. We list centers in ${listed}.`);
    expect(await page('85004', 40_000)).not.toHaveProperty('notice');
  });

  it('in the page, from the same member', async () => {
    const answer = JSON.parse(await body('/v1/centers?near=33101'));
    const outside = outsideOf(answer);
    expect(outside).toMatchObject({ state: 'FL', states, far: true });
    expect(outside && outsideHeading(en, outside)).toBe('No listed centers in Florida');
    expect(outsideOf(JSON.parse(await body('/v1/centers?near=85004')))).toBeNull();
    const afar = outsideOf(JSON.parse(await body('/v1/centers?near=00901')));
    expect(afar && outsideHeading(en, afar)).toBe('No listed centers in Puerto Rico');
  });
});

async function mcp(args: object) {
  const request = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'find_programs_near', arguments: args },
  };
  const answer = await call(handler, '/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify(request),
  });
  const { result } = z
    .object({
      result: z.object({
        content: z.array(z.object({ text: z.string() })).min(1),
        structuredContent: z.looseObject({ coverage: z.unknown() }),
      }),
    })
    .parse(JSON.parse(answer.body));
  return { text: result.content[0]?.text ?? '', coverage: result.structuredContent.coverage };
}

describe('outlines', () => {
  it('are what the installed package gives', () => {
    expect(encodeOutlines()).toEqual(outlines);
  });

  /** The differing ZIPs have points across a river (12 when measured) or on an island (1). */
  it('agree with the gazetteer for all but 20 of 41,125 ZIPs', () => {
    const zips = Array.from({ length: 100_000 }, (_, zip) => places().zip(String(zip).padStart(5, '0')));
    const known = zips.filter((place) => place !== null);
    expect(known.length).toBeGreaterThan(41_000);
    const differing = known.filter(({ location, state }) => stateAt(location) !== state);
    expect(differing.length, differing.map(({ label }) => label).join('; ')).toBeLessThan(20);
  });
});
