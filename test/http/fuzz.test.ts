import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchFields } from '../../functions/faces/v1/parameters/fields.ts';
import { centerAnswerSchema, problemSchema, searchAnswerSchema } from '../support/answer-schema.ts';
import { type Answer, call, post } from '../support/gateway-call.ts';
import { records, serveRecords } from '../support/real-records.ts';
import { runs } from '../support/runs.ts';
import { wrongSearches } from '../support/wrong-values.ts';

const { handler } = await serveRecords();
const allowed = new Set([200, 400, 404, 405, 406, 413, 415, 422]);

/** Valid values of some field, mixed over all fields. */
const right = ['85004', 'Phoenix, AZ', '33.4,-112.1', 'me', 'AZ', 'NJ', '25mi', '40km', '9', 'iop', 'php,op', 'alcohol']
  .concat([
    'women',
    'cbt',
    'medicaid',
    'aetna,private',
    'telehealth',
    'evening',
    'es',
    'ase,es',
    'true',
    'false',
    '30d',
  ])
  .concat(['9tbq', 'dr5ru', 'iop near 85004', 'dual diagnosis spokane women', 'bridge', 'family serv', 'wcydk'])
  .concat(['lantern-bridge-recovery-example', '10', '1', '50', '0.5', 'Springfield', '2000d', '.5mi', '٣', '-0,0']);
const wrong = wrongSearches.flatMap(({ query = '' }) => query.split('&').map((part) => part.split('=')[1] ?? ''));

const fields = Object.keys(searchFields);
const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...right) },
  { weight: 1, arbitrary: fc.constantFrom(...wrong).map(undoPercent) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double().map(String) },
);
const name = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...fields) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'levl', 'x', 'near ', 'NEAR') },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
/** Pairs of name and value that form a valid search more often than random pairs do. */
const rightPair = fc.constantFrom(
  ...(
    [
      ['near', '85004'],
      ['near', '39.7,-105'],
      ['state', 'CA'],
      ['level', 'iop'],
      ['level', 'op,iop,php'],
      ['within', '100'],
      ['limit', '50'],
      ['payer', 'medicaid'],
      ['accepting', 'true'],
      ['maxWeeks', '12'],
      ['housing', 'false'],
      ['confirmed', '365d'],
      ['condition', 'substance-use'],
      ['cell', '9tbq'],
      ['q', 'php denver co medicaid'],
      ['name', 'bridge'],
    ] as const
  ).map(([field, text]): [string, string] => [field, text]),
);
const pairs = fc.array(fc.oneof({ weight: 5, arbitrary: rightPair }, { weight: 2, arbitrary: fc.tuple(name, value) }), {
  maxLength: 5,
});
const accept = fc.oneof(
  { weight: 12, arbitrary: fc.constant('application/json') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('text/csv', 'application/geo+json', '*/*', '', 'text/html', ';q=0,/', 'a/b;q=x'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

/** Any JSON, mostly objects with field names. */
const jsonValue = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...right.flatMap((text) => text.split(','))), { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.oneof(fc.integer({ min: -2, max: 60 }), fc.boolean(), fc.double(), fc.constant(null)) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom({ toString: 1 }, [{ valueOf: null }], { __proto__: null, length: 3 }) },
);
const bodies = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          { near: '85004' },
          { near: 'tulsa, ok' },
          { state: 'WA' },
          { cell: '9xj6' },
          { q: 'iop denver' },
          {},
        ),
        fc.dictionary(name, jsonValue, { maxKeys: 3 }),
      )
      .map(([start, rest]) => JSON.stringify({ ...start, ...rest })),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }).map((any) => JSON.stringify(any)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

let found = 0;

function expectContract(answer: Answer): void {
  const { status, headers, body } = answer;
  expect(allowed, `${status}: ${body}`).toContain(status);
  expect(headers['x-request-id']).toBeDefined();
  if (status !== 200) {
    expect(problemSchema.parse(JSON.parse(body)).status).toBe(status);
    expect(body).not.toMatch(/node_modules|\.ts:|Zod|TypeError|RangeError|Invalid input/);
  } else if (headers['content-type'] === 'application/json') {
    found += searchAnswerSchema.parse(JSON.parse(body)).results.length;
  }
}

describe('whatever is asked', () => {
  it('a query is answered by the contract', async () => {
    found = 0;
    await fc.assert(
      fc.asyncProperty(pairs, accept, fc.boolean(), async (parameters, type, raw) => {
        const encode = raw ? rawly : encodeURIComponent;
        const query = parameters.map(([field, text]) => `${encode(field)}=${encode(text)}`).join('&');
        expectContract(await call(handler, `/v1/centers?${query}`, { headers: { Accept: type } }));
      }),
      { numRuns: runs(2_000), seed: 85_004 },
    );
    // With fewer valid requests, the test would check too few valid answers.
    expect(found).toBeGreaterThan(runs(1_000));
  });

  it('a body is answered by the contract', async () => {
    found = 0;
    await fc.assert(
      fc.asyncProperty(bodies, accept, async (body, type) => {
        expectContract(await post(handler, body, { accept: type }));
      }),
      { numRuns: runs(1_500), seed: 85_004 },
    );
    expect(found).toBeGreaterThan(runs(1_000));
  });

  it('a path and a method are answered by the contract', async () => {
    const segment = fc.oneof(
      fc.constantFrom('v1', 'centers', 'search', 'places', 'states', 'taxonomy', 'health', '', '%', '..', 'fhir'),
      fc.constantFrom(...records.map(({ center }) => center.id)),
      fc.string({ unit: 'binary', maxLength: 8 }).map((text) => encodeURIComponent(text.toWellFormed())),
    );
    const path = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
    const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'get', 'X');
    await fc.assert(
      fc.asyncProperty(path, method, async (target, verb) => {
        const { status, body } = await call(handler, target, { method: verb });
        expect([...allowed, 204]).toContain(status);
        if (/^\/v1\/centers\/[a-z0-9-]+$/.test(target) && status === 200 && verb === 'GET') {
          centerAnswerSchema.parse(JSON.parse(body));
        }
      }),
      { numRuns: runs(1_000), seed: 85_004 },
    );
  });
});

/** As a careless caller writes a URL: only what would end the parameter is encoded. */
function rawly(text: string): string {
  return text.replaceAll(/[&;=#+|{}\s]/g, encodeURIComponent);
}

function undoPercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
