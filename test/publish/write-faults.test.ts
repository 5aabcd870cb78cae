import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { reachableFrom } from '../../functions/dataset/read/reachable.ts';
import { collect } from '../../functions/publish/collect.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { putVersion } from '../../functions/store/commands.ts';
import { dynamoStore } from '../../functions/store/dynamo.ts';
import { COLLECTED_AGE_SECONDS, type DatasetStore } from '../../functions/store/store.ts';
import { localCredentials, localRegion } from '../../infra/local/engine.ts';
import { type EngineStore, engineStore } from '../support/engine-store.ts';
import { type FaultProxy, faultProxy, type Seen } from '../support/fault-proxy.ts';
import { clustered, NOW } from './clustered.ts';
import { headOf } from './contents.ts';

const records = clustered(300);
let engine: EngineStore;
let proxy: FaultProxy;
let client: DynamoDBDocumentClient;
let store: DatasetStore;

beforeAll(async () => {
  engine = await engineStore(() => NOW);
  proxy = await faultProxy(engine.endpoint);
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: proxy.endpoint, region: localRegion, credentials: localCredentials }),
  );
  store = dynamoStore({ client, tableName: engine.tableName, now: () => NOW });
});
afterEach(() => proxy.plan(() => undefined));
afterAll(async () => {
  client.destroy();
  await proxy.close();
  await engine.close();
});

const isWrite = ({ operation }: Seen) => operation === 'BatchWriteItem';

it.each([
  ['all but one item', 1, 4],
  ['half of each batch', 12, 4],
  ['a few items', 5, 3],
])('a publish whose writes leave over %s moves HEAD onto pages that are all there', async (_, done, times) => {
  let left = times;
  // New records each time, so that the pages are new to the table.
  const list = records.slice(done);
  proxy.plan((request) => {
    if (!isWrite(request) || left === 0) return undefined;
    left -= 1;
    return { kind: 'leave', answered: done };
  });
  const { written, items } = await publish({ store, records: list, now: NOW + done * 1_000 });
  expect(left).toBeLessThan(times);
  const puts = proxy.seen.filter(isWrite).map(({ keys }) => keys);
  // An item is sent again only if it was left over, and then only with other left-over items.
  const sent = Map.groupBy(puts.flat(), (pk) => pk);
  expect(sent.size).toBe(written);
  expect(Math.max(...[...sent.values()].map((each) => each.length))).toBeGreaterThan(1);
  expect(puts.flat().length).toBeLessThan(written + puts.length * 25);

  proxy.plan(() => undefined);
  const head = await headOf(engine.store);
  const reachable = await reachableFrom(head, engine.store);
  expect(reachable.size).toBeGreaterThanOrEqual(items - 1);
  const there = await engine.store.present([...reachable]);
  expect([...reachable].filter((hash) => !there.has(hash))).toEqual([]);
  expect((await publishedRecords(head, engine.store)).map(({ center }) => center.id).sort()).toEqual(
    list.map(({ center }) => center.id).sort(),
  );
});

it('items whose times a read left over are asked for again, and not written twice', async () => {
  const { bodies } = { bodies: await reachableFrom(await headOf(engine.store), engine.store) };
  const hashes = [...bodies];
  proxy.plan((request, index) =>
    request.operation === 'BatchGetItem' && index < 3 ? { kind: 'leave', answered: 1 } : undefined,
  );
  expect(await store.present(hashes)).toEqual(new Set(hashes));
});

it('a version that is recorded but not shown yet outlives a collection, until no publisher can still show it', async () => {
  const current = await headOf(engine.store);
  const publishedAt = new Date(NOW + 60_000).toISOString();
  const next = { ...current, version: 'about-to-be-shown', revision: current.revision + 1, publishedAt };
  await client.send(putVersion(engine.tableName, next));
  const isThere = async () => (await engine.store.versions()).some(({ key }) => key.version === next.version);
  const collectAfter = (seconds: number) =>
    collect({ store: engine.store, now: () => Date.parse(publishedAt) + seconds * 1_000 });
  await collectAfter(COLLECTED_AGE_SECONDS);
  expect(await isThere()).toBe(true);
  await collectAfter(COLLECTED_AGE_SECONDS + 1);
  expect(await isThere()).toBe(false);
});
