import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContentError } from '../../functions/dataset/content.ts';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { DATASET_FORMAT } from '../../functions/dataset/head.ts';
import { DropRefusedError, publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { HeadMovedError } from '../../functions/store/store.ts';
import { keyOf } from '../../functions/store/table.ts';
import { type EngineStore, engineStore } from '../support/engine-store.ts';
import { clustered, NOW } from './clustered.ts';

const records = clustered(60);

/**
 * A HEAD that an earlier version of the code left. Some of its members have the same form as today's, others do not.
 */
const older = {
  format: DATASET_FORMAT - 1,
  revision: 7,
  version: 'of-another-time',
  publishedAt: '2025-11-01T00:00:00.000Z',
  centers: 100,
  roots: { where: 'somewhere' },
};

describe('a table whose dataset is of an older format', () => {
  let engine: EngineStore;
  beforeAll(async () => {
    engine = await engineStore(() => NOW);
    const put = new PutCommand({ TableName: engine.tableName, Item: { ...keyOf.head(), head: older } });
    await engine.client.send(put);
  });
  afterAll(() => engine.close());

  const search = () => {
    const query = { origin: { lat: 39, lng: -98 }, withinKm: null, filter: {}, limit: 100 };
    return new Locator({ store: engine.store, now: () => NOW }).near(query, newMeter());
  };

  it('is refused by readers, who are told what would help', async () => {
    await expect(search()).rejects.toThrow(ContentError);
    await expect(engine.store.readHead()).rejects.toThrow('publish it again');
  });

  it('still guards against half a file', async () => {
    const half = publish({ store: engine.store, records, now: NOW, largestDrop: 0.1 });
    await expect(half).rejects.toThrow(DropRefusedError);
    expect((await engine.store.readStanding())?.version).toBe(older.version);
  });

  it('is replaced by publishing again, by one publisher of two', async () => {
    const { store } = engine;
    const done = await publish({ store, records, now: NOW });
    expect(done).toMatchObject({ changed: true, before: { version: older.version, centers: older.centers } });
    const head = await store.readHead();
    expect(head).toMatchObject({ revision: older.revision + 1, version: done.version });
    expect((await search()).answer.matches).toHaveLength(records.length);
    if (head === null) throw new Error('nothing is published');
    await expect(store.moveHead({ ...head, version: 'late' }, older)).rejects.toThrow(HeadMovedError);
  });
});
