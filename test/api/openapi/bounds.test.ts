import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createHandler, type Handler } from '../../../functions/api/app.ts';
import { bounds } from '../../../functions/http/bounds.ts';
import type { RequestLine } from '../../../functions/http/middleware/request-line.ts';
import { places } from '../../../functions/places/load.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { MOST_ITEMS, MOST_ROUND_TRIPS } from '../../../functions/search/budget.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { contract } from '../../support/contract.ts';
import { type Answer, type Call, call } from '../../support/gateway-call.ts';
import { listingLike } from '../../support/listing-like.ts';
import { NOW, PUBLIC_URL, records } from '../../support/real-records.ts';
import { sampled } from '../../support/runs.ts';

// Long: tests both sides of every bound in the document.

/** Counts the work of the real functions, because a clock would measure the machine. */
const work = vi.hoisted(() => ({ comparisons: 0, compared: 0 }));
const most = { comparisons: 0, compared: 0 };
vi.mock('../../../functions/domain/edit-distance.ts', async (original) => {
  const real = await original<typeof import('../../../functions/domain/edit-distance.ts')>();
  return {
    ...real,
    editDistance: (...given: Parameters<typeof real.editDistance>) => {
      work.comparisons += 1;
      // Words whose lengths differ by more than the allowed edits are rejected without comparing letters.
      const [a, b, most] = given;
      if (Math.abs(a.length - b.length) <= most) work.compared += a.length;
      return real.editDistance(...given);
    },
  };
});

/**
 * A phrase that names nothing is compared with every known word. This takes some hundreds of comparisons for each word
 * of the phrase.
 */
const MOST_COMPARISONS = 31_000;

const store = memoryStore();
await publish({ store, records: [...records, ...listingLike(1, 3_000, places())], now: NOW });

const lines: RequestLine[] = [];
/** A container with an empty cache, so that the cost of every answer is complete. */
function freshHandler(): Handler {
  const locator = new Locator({ store, now: () => NOW, cacheBytes: 0 });
  return createHandler({ locator, places, now: () => NOW, publicUrl: PUBLIC_URL }, (line) => lines.push(line));
}

beforeEach(() => {
  lines.length = 0;
  Object.assign(work, { comparisons: 0, compared: 0 });
});
afterEach(() => {
  for (const { items, roundTrips } of lines) {
    expect(items).toBeLessThanOrEqual(MOST_ITEMS + 2);
    expect(roundTrips).toBeLessThanOrEqual(MOST_ROUND_TRIPS + 2);
  }
  expect(work.comparisons).toBeLessThanOrEqual(MOST_COMPARISONS);
  expect(work.compared).toBeLessThanOrEqual(MOST_COMPARISONS * 60);
  most.comparisons = Math.max(most.comparisons, work.comparisons);
  most.compared = Math.max(most.compared, work.compared);
});

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
/** Inputs that no honest caller sends, within the length of a URL. */
const tooMuch: readonly (readonly [what: string, value: string])[] = [
  ['a word of 7,800 letters', 'abcdefghijklm'.repeat(600)],
  ['400 values', Array.from({ length: 400 }, (_, at) => `open-door-${at}`).join()],
  ['1,500 words', Array.from({ length: 1_500 }, (_, at) => letters[at % 26]).join(' ')],
  ['1,300 short words', Array.from({ length: 1_300 }, (_, at) => `recov${at}`.slice(0, 6)).join(' ')],
  ['7,800 digits', '9'.repeat(7_800)],
  ['3,000 commas', ','.repeat(3_000)],
  ['initials', 'a.'.repeat(3_900)],
  ['letters with marks', 'é̂'.repeat(1_300)],
];
const isRefused = ({ status }: Answer): boolean => status >= 400 && status < 500;

function expectOwnFormat(target: string, { status, headers, body }: Answer): void {
  const type = headers['content-type'];
  if (target.startsWith('/fhir/')) {
    expect([status, type]).toEqual([status, 'application/fhir+json']);
    expect(JSON.parse(body).resourceType).toBe('OperationOutcome');
  } else expect([status, type]).toEqual([status, 'application/problem+json']);
}

const operations = contract.operations();
const parameters = operations.flatMap(({ method, path, operation }) =>
  operation.parameters
    .filter((parameter) => parameter.in !== 'header')
    .map((parameter) => ({ method, path, operation, parameter })),
);

/**
 * Parameters with typed text. Their words are compared, looked up and parsed, so the test tries every kind of excess on
 * them.
 */
const typed = new Set(['q', 'near', 'name', 'search', 'organization', 'text']);
/**
 * Typed parameters get all kinds of excessive input. The others get some in turn, so that each kind is tried on many
 * parameters.
 */
const tooMuchFor = <One>(name: string, kinds: readonly One[], at: number): readonly One[] =>
  typed.has(name) ? kinds : sampled(kinds, 3, at);

describe('every parameter that the document declares', () => {
  it('is there to be tried', () => {
    expect(parameters.length).toBeGreaterThan(80);
    expect(new Set(parameters.map(({ path }) => path.split('/')[1]))).toEqual(new Set(['v1', 'fhir', 'hsds']));
  });

  it.each(
    parameters.map(({ path, parameter, ...rest }, at) => [path, parameter.name, { ...rest, parameter, at }] as const),
  )('%s %s refuses what is too much', async (path, name, { operation, parameter, at }) => {
    for (const [what, value] of tooMuchFor(name, tooMuch, at)) {
      const filled = operation.parameters
        .filter((each) => each.in === 'path')
        .reduce((text, each) => {
          const given = each.name === name ? value : String(each.example);
          return text.replace(`{${each.name}}`, encodeURIComponent(given));
        }, path);
      const required = operation.parameters.filter(
        (each) => each.in === 'query' && each.required && each.name !== name,
      );
      const query = new URLSearchParams(required.map((each): [string, string] => [each.name, String(each.example)]));
      if (parameter.in === 'query') query.set(name, value);
      const target = query.size === 0 ? filled : `${filled}?${query}`;
      const answer = await call(freshHandler(), target);
      expect([what, answer.status, isRefused(answer)]).toEqual([what, answer.status, true]);
      expectOwnFormat(path, answer);
    }
  });

  it.each(
    parameters.filter(({ parameter }) => parameter.in === 'query').map(({ path, parameter }) => [path, parameter.name]),
  )('%s %s refuses to be given 400 times', async (path, name) => {
    const target = path.replace('{id}', 'lantern-bridge-phoenix-example');
    const query = Array.from({ length: 400 }, (_, at) => `${encodeURIComponent(String(name))}=v${at}`).join('&');
    const answer = await call(freshHandler(), `${target}?${query}`);
    expect(isRefused(answer)).toBe(true);
    expectOwnFormat(String(path), answer);
  });

  it.each(operations.filter(({ method }) => method === 'GET').map(({ path }) => path))(
    '%s refuses 1,000 parameters',
    async (path) => {
      const query = Array.from({ length: 1_000 }, (_, at) => `levl${at}=x`).join('&');
      const answer = await call(freshHandler(), `${path.replace('{id}', 'x')}?${query}`);
      expect(isRefused(answer)).toBe(true);
      expect(answer.body.length).toBeLessThan(2_000);
      expectOwnFormat(path, answer);
    },
  );
});

const json = { 'content-type': 'application/json' };
/** A body may be larger than a URL. */
const tooMuchOfJson: readonly (readonly [what: string, value: unknown])[] = [
  ...tooMuch,
  ['a word of 50,000 letters', 'a'.repeat(50_000)],
  ['6,000 values', Array.from({ length: 6_000 }, (_, at) => `x${at}`)],
  ['a long value in a list', ['a'.repeat(50_000)]],
  ['20,000 empty values', Array.from({ length: 20_000 }, () => '')],
];

describe('every member of a search by POST', () => {
  const operation = operations.find(({ path }) => path === '/v1/centers/search')?.operation;
  const { properties: members } = z
    .object({ properties: z.record(z.string(), z.unknown()) })
    .parse(operation?.requestBody?.content['application/json']?.schema);

  it.each(Object.keys(members).map((name, at) => [name, at] as const))(
    '%s refuses what is too much',
    async (name, at) => {
      for (const [what, value] of tooMuchFor(name, tooMuchOfJson, at)) {
        const body = JSON.stringify(name === 'near' ? { near: value } : { near: '85004', [name]: value });
        const answer = await call(freshHandler(), '/v1/centers/search', { method: 'POST', headers: json, body });
        expect([what, answer.status]).toEqual([what, 400]);
        expect(answer.body.length).toBeLessThan(20_000);
        expectOwnFormat('/v1', answer);
      }
    },
  );

  it('and 5,000 of them', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`levl${at}`, 1]));
    const body = JSON.stringify(many)
      .slice(0, 60_000)
      .replace(/,[^,]*$/, '}');
    const answer = await call(freshHandler(), '/v1/centers/search', { method: 'POST', headers: json, body });
    expect([answer.status, answer.body.length < 1_000]).toEqual([400, true]);
  });
});

describe('every argument of a tool', async () => {
  const ask = (message: object): Call => ({
    method: 'POST',
    headers: json,
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...message }),
  });
  const listed = await call(freshHandler(), '/mcp', ask({ method: 'tools/list' }));
  const tools = z
    .array(z.object({ name: z.string(), inputSchema: z.object({ properties: z.record(z.string(), z.unknown()) }) }))
    .parse(JSON.parse(listed.body).result.tools);
  const all = tools
    .flatMap(({ name, inputSchema }) => Object.keys(inputSchema.properties).map((one) => [name, one] as const))
    .map(([name, one], at) => [name, one, at] as const);

  it.each(all)('%s %s refuses what is too much', async (tool, argument, at) => {
    for (const [what, value] of tooMuchFor(argument, tooMuchOfJson, at)) {
      const near = tool === 'find_programs_near' && argument !== 'near' ? { near: '85004' } : {};
      const params = { name: tool, arguments: { ...near, [argument]: value } };
      const { status, body } = await call(freshHandler(), '/mcp', ask({ method: 'tools/call', params }));
      const { result } = JSON.parse(body);
      expect([what, status, result?.isError]).toEqual([what, 200, true]);
      expect(body.length).toBeLessThan(20_000);
    }
  });
});

describe('what is allowed costs no more than one budget', () => {
  const initials = letters.slice(0, bounds.nameWords).join(' ');
  const slugs = Array.from({ length: bounds.values }, (_, at) => `open-door-${at}`).join();
  it.each([
    `/v1/centers?name=${initials}`,
    `/v1/centers?near=85004&name=${initials}`,
    `/v1/centers?state=CA&name=${initials}`,
    `/v1/centers?near=85004&name=${'recovry '.repeat(20).trim()}`,
    `/v1/centers?near=85004&organization=${slugs}`,
    `/v1/centers?q=${'recovry centre phenix '.repeat(9)}`,
    `/v1/centers?q=${letters.join('zq ')}`,
    '/v1/centers?near=0,0&level=php&population=hiv&therapy=tai-chi&language=ko&schedule=weekend',
    '/v1/centers/lantern-bridge-phoenix-example/continuum',
    `/fhir/Location?name=${initials}`,
    `/fhir/Organization?name=${initials}`,
    `/fhir/HealthcareService?name=${initials}&_include=HealthcareService:organization`,
    `/fhir/Location?organization=${slugs}`,
    `/fhir/HealthcareService?organization=${slugs}`,
    '/fhir/Location?near=33.45%7C-112.07&_count=50&_include=Location:organization&_revinclude=HealthcareService:location',
    `/hsds/services?search=${initials}`,
    `/hsds/organizations?search=${initials}&full=true&per_page=100`,
    '/hsds/organizations?full=true&per_page=100',
    '/hsds/service_at_locations?postcode=85004&proximity=804000&per_page=100',
    '/hsds/services?per_page=100&page=30',
  ])('%s', async (target) => {
    const answer = await call(freshHandler(), target.replaceAll(' ', '%20'));
    expect([200, 400, 422]).toContain(answer.status);
    if (answer.status !== 200) expectOwnFormat(target, answer);
    expect(lines).toHaveLength(1);
  });

  it('looks up fifty organizations in as many round trips as one', async () => {
    await call(freshHandler(), '/fhir/Location?organization=open-door-1');
    await call(freshHandler(), `/fhir/Location?organization=${slugs}`);
    const [one, fifty] = lines;
    expect(fifty?.roundTrips).toBeLessThanOrEqual((one?.roundTrips ?? 0) + 1);
  });
});

it('the work of all these was counted', () => {
  expect(most.comparisons).toBeGreaterThan(1_000);
  expect(most.compared).toBeGreaterThan(1_000);
});
