import { cp, mkdtemp, open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publish } from '../../../functions/publish/publish.ts';
import { dynamoFullStore } from '../../../functions/store/dynamo-full.ts';
import { writeBudget } from '../../../functions/store/retry.ts';
import { ensureTable, startEngine } from '../../../infra/local/engine.ts';
import {
  checkFolder,
  checkTable,
  markPublished,
  StoreDamagedError,
  StoreFullError,
  writingTo,
} from '../../../infra/local/store-health.ts';
import { clustered } from '../../publish/clustered.ts';

const table = {
  id: 'kept',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' as const },
    { AttributeName: 'sk', AttributeType: 'S' as const },
  ],
  BillingMode: 'PAY_PER_REQUEST' as const,
};
let temporary: string;
let whole: string;

/** The first part of a start with a kept folder, up to serving. */
async function opened(folder: string): Promise<string> {
  await checkFolder(folder);
  const engine = await startEngine(folder);
  try {
    await ensureTable(engine.client, table as never);
    const client = DynamoDBDocumentClient.from(engine.client);
    const store = dynamoFullStore({ client, tableName: 'kept', reading: writeBudget });
    await checkTable(folder, store);
    return (await store.readStanding())?.version ?? 'empty';
  } finally {
    await engine.close();
  }
}

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'locator-health-'));
  whole = join(temporary, 'whole');
  const engine = await startEngine(whole);
  await ensureTable(engine.client, table as never);
  const client = DynamoDBDocumentClient.from(engine.client);
  const store = dynamoFullStore({ client, tableName: 'kept', reading: writeBudget });
  const { version } = await publish({ store, records: clustered(400), now: Date.now() });
  await markPublished(whole, version);
  await engine.close();
});
afterAll(() => rm(temporary, { recursive: true }));

async function copyOf(name: string): Promise<string> {
  const folder = join(temporary, name);
  await cp(whole, folder, { recursive: true });
  return folder;
}

const dataFiles = async (folder: string) =>
  (await readdir(folder)).filter((name) => /^(?:\d+\.(?:ldb|log)|MANIFEST-\d+)$/.test(name));

it('an undamaged folder is served, and an empty one is empty', async () => {
  expect(await opened(await copyOf('good'))).not.toBe('empty');
  const folder = await mkdtemp(join(temporary, 'empty-'));
  expect(await opened(folder)).toBe('empty');
});

it.each<[string, (folder: string) => Promise<void>]>([
  ['without its file CURRENT', (folder) => rm(join(folder, 'CURRENT'))],
  [
    'that lost its mark too, without its file CURRENT',
    async (folder) => {
      for (const name of ['CURRENT', 'locator.published']) await rm(join(folder, name));
    },
  ],
  [
    'without its data',
    async (folder) => {
      for (const name of await readdir(folder))
        if (name !== 'locator.published') await rm(join(folder, name), { recursive: true });
    },
  ],
  ['with a CURRENT of nonsense', (folder) => writeFile(join(folder, 'CURRENT'), 'nonsense\n')],
  [
    'with every data file cut in half',
    async (folder) => {
      for (const name of await dataFiles(folder)) {
        const file = join(folder, name);
        await truncate(file, Math.floor((await stat(file)).size / 2));
      }
    },
  ],
  [
    'with other bytes in the middle of its largest file',
    async (folder) => {
      const sizes = await Promise.all(
        (await dataFiles(folder)).map(async (name) => ({ name, size: (await stat(join(folder, name))).size })),
      );
      const [largest] = sizes.sort((a, b) => b.size - a.size);
      const handle = await open(join(folder, largest?.name ?? ''), 'r+');
      await handle.write(Buffer.alloc(4_096, 0x5a), 0, 4_096, Math.floor((largest?.size ?? 0) / 2));
      await handle.close();
    },
  ],
])('a folder %s is refused in one sentence, and never served as an empty one', async (name, damage) => {
  const folder = await copyOf(name.replaceAll(' ', '-'));
  await damage(folder);
  const error = await opened(folder).then(
    (served) => new Error(`served ${served}`),
    (failure: Error) => failure,
  );
  expect(error).toBeInstanceOf(StoreDamagedError);
  expect(error.message).toMatch(/^LOCATOR_STORE .* is damaged: .+\. Nothing was changed; /);
  expect(error.message).not.toContain('\n');
});

it('a folder that cannot be written to says so', async () => {
  // A file in place of the folder: fails for every user, even root.
  const file = join(temporary, 'file');
  await writeFile(file, '');
  await expect(checkFolder(file)).rejects.toThrow(StoreFullError);
  await expect(writingTo(file, () => Promise.reject(new Error('InternalServerError')))).rejects.toThrow(StoreFullError);
  const error = new Error('another');
  await expect(writingTo(whole, () => Promise.reject(error))).rejects.toBe(error);
});
