import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Blob, ContentError } from '../dataset/content.ts';
import {
  type Meter,
  MissingContentError,
  type ReadAnswer,
  type ReadRequest,
  StoreUnavailableError,
} from '../dataset/dataset-reader.ts';
import { type Head, headSchema, type VersionKey } from '../dataset/head.ts';
import {
  batchGet,
  batchGetTimes,
  batchPut,
  getHead,
  MOST_ITEMS_A_WRITE,
  MOST_KEYS_A_GET,
  putHead,
  putVersion,
} from './commands.ts';
import { dynamoAdded } from './dynamo-added.ts';
import { dynamoFacts } from './dynamo-facts.ts';
import { dynamoUpkeep, ifThere } from './dynamo-upkeep.ts';
import { type RetryBudget, readBudget, untilDone, writeBudget } from './retry.ts';
import { type DatasetStore, HeadMovedError, type Standing, TRUSTED_AGE_SECONDS } from './store.ts';
import { type Key, keyOf } from './table.ts';
import { markPublished } from './upkeep-commands.ts';

const REQUESTS_AT_ONCE = 4;

type MovedFrom = Parameters<DatasetStore['moveHead']>[1];

const pageItemSchema = z.object({ pk: z.string().startsWith('PAGE#'), b: z.instanceof(Uint8Array) });
const pageTimeSchema = z.object({ pk: z.string().startsWith('PAGE#'), t: z.number() });
const versionItemSchema = z.object({ pk: z.literal('DATASET'), head: headSchema });
const standingItemSchema = z.object({
  head: headSchema.pick({ revision: true, version: true, publishedAt: true, centers: true }).loose(),
});
const headItemSchema = z.object({ pk: z.literal('DATASET'), sk: z.literal('HEAD'), head: headSchema });

export interface DynamoStoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Time limit for a read. @default readBudget, which suits a search; a publisher can wait longer */
  readonly reading?: RetryBudget;
}

/** The store over DynamoDB: the only code that talks to the table. */
export function dynamoStore(options: DynamoStoreOptions): DatasetStore {
  const { client, tableName, now = Date.now, reading = readBudget } = options;
  const seconds = () => Math.floor(now() / 1000);

  async function readKeys(keys: readonly Key[], consistent: boolean, meter: Meter): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    await Promise.all(
      chunks(keys, MOST_KEYS_A_GET).map((chunk) =>
        untilDone(
          chunk,
          async (left, abortSignal) => {
            meter.requests += 1;
            const answer = await client.send(batchGet(tableName, left, consistent), { abortSignal });
            meter.readUnits +=
              answer.ConsumedCapacity?.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0) ?? 0;
            items.push(...(answer.Responses?.[tableName] ?? []));
            const unprocessed = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
            return unprocessed.length === 0 ? null : (unprocessed as unknown as Key[]);
          },
          reading,
        ),
      ),
    );
    return items;
  }

  function take(items: readonly Record<string, unknown>[], bodies: Map<string, Uint8Array>, meter: Meter): Head | null {
    let head: Head | null = null;
    for (const item of items) {
      meter.items += 1;
      if (item.pk === keyOf.head().pk) head = headOf(item);
      else {
        const { pk, b } = pageItemSchema.parse(item);
        bodies.set(pk.slice('PAGE#'.length), b);
        meter.bytes += b.length;
      }
    }
    return head;
  }

  async function read({ hashes, head }: ReadRequest, meter: Meter): Promise<ReadAnswer> {
    const bodies = new Map<string, Uint8Array>();
    // One request must not name a key twice.
    const wanted = [...new Set(hashes)];
    const keys = wanted.map(keyOf.page);
    meter.roundTrips += 1;
    const foundHead = take(await readKeys(head ? [keyOf.head(), ...keys] : keys, false, meter), bodies, meter);
    const late = wanted.filter((hash) => !bodies.has(hash));
    if (late.length > 0) {
      // A replica may not have a page yet that HEAD already names; the leader has it.
      meter.roundTrips += 1;
      take(await readKeys(late.map(keyOf.page), true, meter), bodies, meter);
      const missing = late.filter((hash) => !bodies.has(hash));
      if (missing.length > 0) throw new MissingContentError(missing);
    }
    return { bodies, head: head ? foundHead : undefined };
  }

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

  async function readVersion({ publishedAt, version }: VersionKey, meter: Meter): Promise<Head | null> {
    meter.roundTrips += 1;
    const [item] = await readKeys([keyOf.version(publishedAt, version)], true, meter);
    // A version of another format cannot be read, so treat it as deleted.
    const parsed = versionItemSchema.safeParse(item);
    return parsed.success ? parsed.data.head : null;
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

  async function moveHead(to: Head, from: MovedFrom, restores?: number): Promise<void> {
    // Readers saw `from`, so mark its record as published before HEAD moves on.
    if (from !== null) await ifThere(client.send(markPublished(tableName, from)));
    await client.send(putVersion(tableName, to, restores));
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
    read: orUnavailable(read),
    readVersion: orUnavailable(readVersion),
    readHead,
    readStanding,
    present,
    write,
    moveHead,
    ...dynamoUpkeep(client, tableName),
    ...dynamoAdded(client, tableName),
    ...dynamoFacts(client, tableName),
  };
}

/** HEAD in a stored item. @throws ContentError if it has another format. */
function headOf(item: Record<string, unknown>): Head {
  const parsed = headItemSchema.safeParse(item);
  if (!parsed.success)
    throw new ContentError('the published dataset is of a format that this version cannot read: publish it again', {
      cause: parsed.error,
    });
  return parsed.data.head;
}

/** Turns every service error that is left after the SDK's own retries into StoreUnavailableError. */
function orUnavailable<Request, Answer>(
  read: (request: Request, meter: Meter) => Promise<Answer>,
): (request: Request, meter: Meter) => Promise<Answer> {
  return async (request, meter) => {
    try {
      return await read(request, meter);
    } catch (cause) {
      if (isServiceFault(cause)) throw new StoreUnavailableError('the table did not answer', { cause });
      throw cause;
    }
  };
}

function isServiceFault(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    ('$metadata' in cause || '$fault' in cause || 'code' in cause || cause.name === 'TimeoutError')
  );
}

function chunks<T>(list: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

/** A few at a time, so that a large publish neither waits for each request nor floods the table. */
async function inTurns<T>(list: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  const queue = [...list];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await task(item);
  };
  await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, worker));
}
