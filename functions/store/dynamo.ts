import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Blob } from '../dataset/content.ts';
import { type Head, headSchema } from '../dataset/head.ts';
import {
  batchGetTimes,
  batchPut,
  getHead,
  MOST_ITEMS_A_WRITE,
  MOST_KEYS_A_GET,
  putCursorKeys,
  putHead,
  putVersion,
} from './commands.ts';
import { dynamoAdded } from './dynamo-added.ts';
import { dynamoFacts } from './dynamo-facts.ts';
import { dynamoPurge } from './dynamo-purge.ts';
import { chunks, type DynamoStoreOptions, dynamoReader, headItemSchema, headOf } from './dynamo-reader.ts';
import { dynamoUpkeep, ifThere } from './dynamo-upkeep.ts';
import { readBudget, untilDone, writeBudget } from './retry.ts';
import { type DatasetStore, HeadMovedError, type Origin, type Standing, TRUSTED_AGE_SECONDS } from './store.ts';
import { keyOf } from './table.ts';
import { markPublished } from './upkeep-commands.ts';

export type { DynamoStoreOptions } from './dynamo-reader.ts';

const REQUESTS_AT_ONCE = 4;

type MovedFrom = Parameters<DatasetStore['moveHead']>[1];

const pageTimeSchema = z.object({ pk: z.string().startsWith('PAGE#'), t: z.number() });
const standingItemSchema = z.object({
  head: headSchema.pick({ revision: true, version: true, publishedAt: true, centers: true }).loose(),
});

/** The store over DynamoDB: the only code that talks to the table. */
export function dynamoStore(options: DynamoStoreOptions): DatasetStore {
  const { client, tableName, now = Date.now, reading = readBudget } = options;
  const seconds = () => Math.floor(now() / 1000);

  async function present(hashes: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    await inTurns(chunks(hashes, MOST_KEYS_A_GET), async (chunk) => {
      await untilDone(
        chunk,
        async (left, abortSignal) => {
          const answer = await client.send(batchGetTimes(tableName, left), { abortSignal });
          for (const item of answer.Responses?.[tableName] ?? []) {
            const { pk, t } = pageTimeSchema.parse(item);
            if (seconds() - t < TRUSTED_AGE_SECONDS) found.add(pk.slice('PAGE#'.length));
          }
          const unprocessed = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
          return unprocessed.length === 0 ? null : unprocessed.map(({ pk }) => String(pk).slice('PAGE#'.length));
        },
        writeBudget,
      );
    });
    return found;
  }

  async function write(blobs: readonly Blob[]): Promise<void> {
    await inTurns(chunks(blobs, MOST_ITEMS_A_WRITE), async (chunk) => {
      await untilDone(
        chunk,
        async (left, abortSignal) => {
          const answer = await client.send(batchPut(tableName, left, seconds()), { abortSignal });
          const unprocessed = new Set(
            (answer.UnprocessedItems?.[tableName] ?? []).map(({ PutRequest }) => String(PutRequest?.Item?.pk)),
          );
          return unprocessed.size === 0 ? null : left.filter(({ hash }) => unprocessed.has(keyOf.page(hash).pk));
        },
        writeBudget,
      );
    });
  }

  async function readHead(): Promise<Head | null> {
    const { Item } = await client.send(getHead(tableName));
    return Item === undefined ? null : headOf(Item);
  }

  async function readStanding(): Promise<Standing | null> {
    const { Item } = await client.send(getHead(tableName));
    if (Item === undefined) return null;
    const { revision, version, publishedAt, centers } = standingItemSchema.parse(Item).head;
    const readable = headItemSchema.safeParse(Item);
    return { revision, version, publishedAt, centers, head: readable.success ? readable.data.head : null };
  }

  async function moveHead(to: Head, from: MovedFrom, restores?: number, origin?: Origin): Promise<void> {
    // Readers saw `from`, so mark its record as published before HEAD moves on.
    if (from !== null) await ifThere(client.send(markPublished(tableName, from)));
    await client.send(putVersion(tableName, to, restores, origin));
    try {
      await client.send(putHead(tableName, to, from));
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException) {
        throw new HeadMovedError('another publisher moved the dataset first', { cause });
      }
      throw cause;
    }
  }

  return {
    ...dynamoReader({ client, tableName, reading }),
    readHead,
    readStanding,
    present,
    write,
    moveHead,
    putCursorKeys: (next, previous) => ifThere(client.send(putCursorKeys(tableName, next, previous))),
    ...dynamoUpkeep(client, tableName),
    ...dynamoAdded(client, tableName),
    ...dynamoFacts(client, tableName),
    ...dynamoPurge(client, tableName),
  };
}

/**
 * Runs the task for every item, a few at once: one at a time would be slow, and all at once would overload the table.
 */
async function inTurns<T>(list: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  const queue = [...list];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await task(item);
  };
  await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, worker));
}
