import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { publish } from '../../functions/publish/publish.ts';
import { ATTEMPTS, documentClient } from '../../functions/store/client.ts';
import { dynamoStore } from '../../functions/store/dynamo.ts';
import { localCredentials, localRegion } from '../../infra/local/engine.ts';
import { problemSchema } from '../support/answer-schema.ts';
import { type EngineStore, engineStore } from '../support/engine-store.ts';
import { type Fault, type FaultProxy, faultProxy, INSIDE } from '../support/fault-proxy.ts';
import { type Answer, call } from '../support/gateway-call.ts';
import { NOW, records, type Served, serve, serveRecords } from '../support/real-records.ts';

// The filter for a payer makes this search read more pages than its answer needs, so that one read asks for several
// keys.
const search = '/v1/centers?near=85004&level=iop&payer=medicaid&within=500mi&limit=50';
const targets = [search, '/v1/centers/lantern-bridge-phoenix-example', '/v1/health'];
const throttled: Fault = { kind: 'refuse', status: 400, name: 'ProvisionedThroughputExceededException' };

let engine: EngineStore;
let proxy: FaultProxy;
let untroubled: Served;

beforeAll(async () => {
  engine = await engineStore(() => NOW);
  await publish({ store: engine.store, records, now: NOW });
  proxy = await faultProxy(engine.endpoint);
  untroubled = await serveRecords();
  // The client reads these variables, which Lambda sets in production.
  vi.stubEnv('AWS_REGION', localRegion);
  vi.stubEnv('AWS_ACCESS_KEY_ID', localCredentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', localCredentials.secretAccessKey);
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', proxy.endpoint);
});
beforeEach(() => proxy.plan(() => undefined));
afterAll(async () => {
  vi.unstubAllEnvs();
  await proxy.close();
  await engine.close();
});

/** A container that has not answered yet, with the deployed client. */
const coldContainer = () => serve(dynamoStore({ client: documentClient(), tableName: engine.tableName }));

async function expectUnfaulted(answer: Answer, target: string): Promise<void> {
  expect(answer).toEqual(await call(untroubled.handler, target));
  expect(answer.status).toBe(200);
}

/** Expects a 503 with a message for people, instead of a partial answer. */
function expectUnavailable({ status, headers, body }: Answer): void {
  expect(status, body).toBe(503);
  expect(headers).toMatchObject({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'retry-after': '2',
    'access-control-allow-origin': '*',
  });
  expect(problemSchema.parse(JSON.parse(body)).detail).toContain('1-800-662-HELP');
  expect(body).not.toContain(INSIDE);
  expect(body).not.toMatch(/throttl|dynamo|aws|exception|timeout|ECONN|socket|\.ts|node_modules|PAGE#|locator-test/i);
}

const passing: readonly [string, Fault, number][] = [
  ['throttling', throttled, ATTEMPTS - 1],
  ['throttling of the account', { ...throttled, name: 'RequestLimitExceeded' }, 3],
  ['throttling of the control plane', { ...throttled, name: 'ThrottlingException' }, 2],
  ['keys left over', { kind: 'leave', answered: 1 }, 3],
  ['all keys but one left over', { kind: 'leave', answered: 0 }, 2],
  ['a server error', { kind: 'refuse', status: 500, name: 'InternalServerError' }, 3],
  ['a load balancer without a server', { kind: 'nonsense', status: 503 }, 2],
  ['a cut connection', { kind: 'cut' }, 3],
  ['an answer that takes longer than anyone waits', { kind: 'delay', ms: 1_300 }, 1],
];

describe('a fault that passes', () => {
  it.each(passing)('%s leaves no trace in any answer', async (_, fault, times) => {
    for (const target of targets) {
      // Faults from the first request on, and in the middle of a search.
      for (const from of target === search ? [0, 1, 2] : [1]) {
        proxy.plan((_request, index) => (index >= from && index < from + times ? fault : undefined));
        await expectUnfaulted(await call(coldContainer().handler, target), target);
      }
    }
  });

  it('a replica that is late with a page: it is read again consistently', async () => {
    proxy.plan(() => undefined);
    await call(coldContainer().handler, search);
    const pages = [...new Set(proxy.seen.flatMap(({ keys }) => keys))].filter((pk) => pk.startsWith('PAGE#'));
    expect(pages.length).toBeGreaterThan(3);
    for (const pk of pages) {
      proxy.plan(() => ({ kind: 'lose', pk, evenConsistent: false }));
      await expectUnfaulted(await call(coldContainer().handler, search), search);
      expect(proxy.seen.filter(({ consistent }) => consistent)).toEqual([
        { operation: 'BatchGetItem', keys: [pk], consistent: true },
      ]);
    }
  });
});

const lasting: readonly [string, Fault, number][] = [
  ['throttling', throttled, ATTEMPTS],
  ['a server error', { kind: 'refuse', status: 500, name: 'InternalServerError' }, ATTEMPTS],
  ['a cut connection', { kind: 'cut' }, ATTEMPTS],
  ['half an answer', { kind: 'tear' }, ATTEMPTS],
  ['a load balancer without a server', { kind: 'nonsense', status: 503 }, ATTEMPTS],
  ['a page instead of an answer', { kind: 'nonsense', status: 200 }, ATTEMPTS],
  ['a refused permission', { kind: 'refuse', status: 400, name: 'AccessDeniedException' }, 1],
  ['a table that is gone', { kind: 'refuse', status: 400, name: 'ResourceNotFoundException' }, 1],
  // With full jitter over two seconds, a hundred requests would mean a busy loop.
  ['keys left over for ever', { kind: 'leave', answered: 0 }, 100],
];

describe('a fault that lasts', () => {
  it.each(lasting)('%s is a clean 503 after a bounded number of requests', async (_, fault, most) => {
    for (const from of [0, 2]) {
      const { handler, lines } = coldContainer();
      proxy.plan((_request, index) => (index >= from ? fault : undefined));
      expectUnavailable(await call(handler, search));
      expect(proxy.seen.length).toBeLessThanOrEqual(from + most);
      expect(lines).toMatchObject([{ status: 503, route: 'searchCenters' }]);
      expect(JSON.stringify(lines)).not.toContain(INSIDE);

      proxy.plan(() => undefined);
      await expectUnfaulted(await call(handler, search), search);
    }
  });

  it('a lost page is looked for consistently, then the search gives up whole', async () => {
    await call(coldContainer().handler, search);
    const pages = [...new Set(proxy.seen.flatMap(({ keys }) => keys))].filter((pk) => pk.startsWith('PAGE#'));
    for (const pk of pages) {
      proxy.plan(() => ({ kind: 'lose', pk, evenConsistent: true }));
      expectUnavailable(await call(coldContainer().handler, search));
      expect(proxy.seen.some(({ keys, consistent }) => consistent && keys.includes(pk))).toBe(true);
      expect(proxy.seen.length).toBeLessThanOrEqual(20);
    }
  });

  it('a lost HEAD is a 503: nothing has been published, as far as anyone can see', async () => {
    proxy.plan(() => ({ kind: 'lose', pk: 'DATASET', evenConsistent: true }));
    for (const target of targets) expectUnavailable(await call(coldContainer().handler, target));
  });

  it('does not touch a container that has all it needs at hand', async () => {
    const { handler } = coldContainer();
    await expectUnfaulted(await call(handler, search), search);
    proxy.plan(() => throttled);
    await expectUnfaulted(await call(handler, search), search);
    expect(proxy.seen).toEqual([]);
  });
});
