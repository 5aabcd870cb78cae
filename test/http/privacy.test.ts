import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHandler, type Handler } from '../../functions/api/app.ts';
import type { DatasetReader } from '../../functions/dataset/dataset-reader.ts';
import { problemDetails } from '../../functions/http/conventions.ts';
import { problemOf } from '../../functions/http/middleware/problems.ts';
import { places } from '../../functions/places/load.ts';
import { publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { localCredentials, localRegion } from '../../infra/local/engine.ts';
import { type EngineStore, engineStore } from '../support/engine-store.ts';
import { type FaultProxy, faultProxy } from '../support/fault-proxy.ts';
import { call, post, REQUEST_ID } from '../support/gateway-call.ts';
import { NOW, PUBLIC_URL, records, serveRecords } from '../support/real-records.ts';

/** Texts that each stand for a personal fact, which no log may contain. */
const markers = [
  '33.6612',
  '111.9934',
  '60614',
  'Champaign',
  'Zyxomma',
  '203.0.113.77',
  'MarkerBrowser',
  'ptsd',
  'session-91',
];
const headers = {
  'User-Agent': 'MarkerBrowser/9 (Zyxomma)',
  'X-Forwarded-For': '203.0.113.77',
  'CloudFront-Viewer-Latitude': '33.6612',
  'CloudFront-Viewer-Longitude': '-111.9934',
  Referer: 'https://example.org/?q=Zyxomma',
  Cookie: 'session-91',
};
const queries = [
  'near=33.6612,-111.9934&condition=ptsd',
  'near=60614&level=iop',
  'near=Champaign,%20IL',
  'near=me',
  'near=Champaign%0A%20%20%20%20at%2060614',
  'near=Zyxomma',
  'name=Zyxomma',
  'q=ptsd%20near%2060614',
  'near=60614&condition=Zyxomma',
  'near=60614&Zyxomma=ptsd',
  'near=%E5%8C%97%E4%BA%AC%20Zyxomma',
];
const bodies = [
  { near: '33.6612,-111.9934', condition: ['ptsd'] },
  { near: 'Champaign, IL' },
  { near: 'Zyxomma', Zyxomma: [{ toString: 'ptsd' }] },
  '{"near":"60614"',
];

/** Sends every kind of search, and requests for every status that an answer may have. */
async function search(handler: Handler): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (const query of queries) statuses.add((await call(handler, `/v1/centers?${query}`, { headers })).status);
  for (const body of bodies) statuses.add((await post(handler, body, headers)).status);
  for (const target of [
    '/v1/paths?near=60614&levels=iop,op',
    '/v1/places?q=Champaign',
    '/v1/centers/zyxomma-champaign-60614',
    '/v1/Zyxomma/60614',
  ]) {
    statuses.add((await call(handler, target, { headers })).status);
  }
  return statuses;
}

function expectUnmarked(written: string): void {
  for (const marker of markers) expect(written.toLowerCase()).not.toContain(marker.toLowerCase());
}

describe('what the deployed handler writes', () => {
  let engine: EngineStore;
  let proxy: FaultProxy;
  let handler: Handler;
  let written = '';

  beforeAll(async () => {
    engine = await engineStore(() => NOW);
    await publish({ store: engine.store, records, now: NOW });
    proxy = await faultProxy(engine.endpoint);
    vi.stubEnv('AWS_REGION', localRegion);
    vi.stubEnv('AWS_ACCESS_KEY_ID', localCredentials.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', localCredentials.secretAccessKey);
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', proxy.endpoint);
    vi.stubEnv('TABLE_NAME', engine.tableName);
    vi.stubEnv('PUBLIC_URL', PUBLIC_URL);
    const note = (...parts: unknown[]) => {
      written += `${parts.map((part) => (part instanceof Uint8Array ? Buffer.from(part).toString() : part)).join(' ')}\n`;
      return true;
    };
    for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(note);
    for (const level of ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const) {
      vi.spyOn(console, level).mockImplementation(note);
    }
    ({ handler } = await import('../../functions/api/handler.ts'));
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await proxy.close();
    await engine.close();
  });

  it('is a line a request with the route, the status and the cost; nothing of who, where or what for', async () => {
    proxy.plan(() => ({ kind: 'cut' }));
    expect(await search(handler)).toContain(503);
    proxy.plan(() => undefined);
    const statuses = await search(handler);
    expect(statuses).toEqual(new Set([200, 400, 404]));
    expectUnmarked(written);
    const lines = written
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(2 * (queries.length + bodies.length + 4));
    const known = ['requestId', 'route', 'status', 'ms', 'roundTrips', 'requests', 'readUnits', 'items'];
    const counts = ['searches', 'emptySearches', 'searchesWithUnknowns', 'cacheHits', 'clientErrors'];
    const ofLogger = [
      'level',
      'message',
      'timestamp',
      'service',
      'sampling_rate',
      'xray_trace_id',
      'function_request_id',
    ];
    for (const { error, at, _aws, ...line } of lines) {
      for (const name of Object.keys(line)) expect([...known, ...counts, ...ofLogger]).toContain(name);
      for (const name of [...known.slice(2), ...counts]) expect(line[name]).toBeTypeOf('number');
      // Counts of the whole stack, without dimensions that would distinguish requests.
      expect(Object.keys(_aws)).toEqual(['Timestamp', 'CloudWatchMetrics']);
      expect(_aws.CloudWatchMetrics).toEqual([
        { Namespace: 'ProgramLocator', Dimensions: [[]], Metrics: expect.any(Array) },
      ]);
      for (const { Name, Unit, ...rest } of _aws.CloudWatchMetrics[0].Metrics) {
        expect(['readUnits', ...counts]).toContain(Name);
        expect([Unit, rest]).toEqual(['Count', {}]);
      }
      expect(line.requestId).toBe(REQUEST_ID);
      expect(line.message).toBe('request');
      if (line.status < 500) expect([error, at]).toEqual([undefined, undefined]);
      else {
        expect(error[0]).toBe('StoreUnavailableError');
        expect(line.level).toBe('ERROR');
      }
    }
  });
});

describe('an error inside', () => {
  /** The worst case: the message quotes the request and has lines that look like a stack trace. */
  class LeakyError extends Error {
    override readonly name = 'LeakyError';
    constructor() {
      super(`no answer for ${markers.join(' ')}\n    at ${markers.join(' ')} (file.ts:1:1)\n    at 60614`);
    }
  }
  const fail = (): never => {
    throw new LeakyError();
  };
  const broken: DatasetReader = { ...memoryStore(), read: async () => fail() };

  it('is a 500 that says nothing of it, and a line with names and places in the code only', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    const services = { now: () => NOW, publicUrl: PUBLIC_URL };
    const lines: unknown[] = [];
    for (const handler of [
      createHandler({ ...services, locator: new Locator({ store: broken }), places }, (line) => lines.push(line)),
      createHandler({ ...services, locator: new Locator({ store }), places: fail }, (line) => lines.push(line)),
    ]) {
      const { status, headers, body } = await call(handler, '/v1/centers?near=60614');
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        500,
        'application/problem+json',
        'no-store',
      ]);
      expect(Object.keys(JSON.parse(body))).toEqual(['type', 'title', 'status', 'detail']);
      expectUnmarked(body);
      expect(body).not.toMatch(/LeakyError|no answer|\.ts|at /);
    }
    expectUnmarked(JSON.stringify(lines));
    for (const line of lines) {
      expect(line).toMatchObject({ status: 500, error: ['LeakyError'], at: expect.any(Array) });
      expect((line as { at: string[] }).at[0]).toMatch(/^at .*privacy\.test\.ts(?:\?\S*?)?:\d+/);
    }
  });

  it('that is no Error at all is a 500 as well', async () => {
    const store: DatasetReader = { ...memoryStore(), read: async () => Promise.reject('60614') };
    const locator = new Locator({ store });
    const lines: unknown[] = [];
    const handler = createHandler({ locator, places, now: () => NOW, publicUrl: PUBLIC_URL }, (line) =>
      lines.push(line),
    );
    const { status, body } = await call(handler, '/v1/centers?near=60614');
    expect(status).toBe(500);
    expectUnmarked(body + JSON.stringify(lines));
    expect(problemOf(undefined, problemDetails).status).toBe(500);
  });
});

describe('private fields', () => {
  it('stand in no public answer, whatever the format', async () => {
    const secrets = records.flatMap(({ private: hidden }) => {
      if (hidden === undefined) return [];
      const { facilityCode, directIntakeLine, warmTransferNote, internalNotes } = hidden;
      return [
        facilityCode,
        directIntakeLine?.number,
        directIntakeLine?.number.slice(-7),
        warmTransferNote,
        internalNotes,
      ]
        .filter((text) => typeof text === 'string')
        .map((text) => JSON.stringify(text).slice(1, -1));
    });
    expect(secrets.length).toBeGreaterThan(10);
    const { handler } = await serveRecords();
    const states = [...new Set(records.map(({ center }) => center.address.state))];
    const targets = [
      ...states.map((state) => `/v1/centers?state=${state}&limit=50`),
      ...records.map(({ center }) => `/v1/centers/${center.id}`),
      '/v1/taxonomy',
      '/v1/states',
      '/v1/health',
    ];
    for (const target of targets) {
      for (const accept of ['*/*', 'text/csv', 'application/geo+json', 'application/ld+json']) {
        const { status, body } = await call(handler, target, { headers: { accept } });
        if (status === 406) continue;
        expect(status).toBe(200);
        for (const secret of secrets) expect(body.includes(secret), `${secret} in ${target}`).toBe(false);
        expect(body).not.toMatch(/facilityCode|directIntakeLine|warmTransferNote|internalNotes|"private":/);
      }
    }
  });
});
