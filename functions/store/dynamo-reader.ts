import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ContentError } from '../dataset/content.ts';
import {
  type DatasetReader,
  type Meter,
  MissingContentError,
  newMeter,
  type ReadAnswer,
  type ReadRequest,
  StoreUnavailableError,
} from '../dataset/dataset-reader.ts';
import { type Head, headSchema, type VersionKey } from '../dataset/head.ts';
import { batchGet, MOST_KEYS_A_GET } from './commands.ts';
import { type RetryBudget, readBudget, untilDone } from './retry.ts';
import { type CursorKeyStore, type StoredCursorKeys, storedCursorKeysSchema } from './stored-cursor-keys.ts';
import { type Key, keyOf } from './table.ts';

const pageItemSchema = z.object({ pk: z.string().startsWith('PAGE#'), b: z.instanceof(Uint8Array) });
const versionItemSchema = z.object({ pk: z.literal('DATASET'), head: headSchema });
const cursorKeysItemSchema = z.object({ keys: storedCursorKeysSchema });
export const headItemSchema = z.object({ pk: z.literal('DATASET'), sk: z.literal('HEAD'), head: headSchema });

export interface DynamoStoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Current time in milliseconds since 1970. */
  readonly now?: () => number;
  /** Time limit for a read. @default readBudget, which suits a search; a publisher can wait longer */
  readonly reading?: RetryBudget;
}

/** Reads the dataset in DynamoDB by key: all that a search needs. */
export function dynamoReader({
  client,
  tableName,
  reading = readBudget,
}: Omit<DynamoStoreOptions, 'now'>): DatasetReader & Pick<CursorKeyStore, 'cursorKeys'> {
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
    // Removes duplicate keys, because DynamoDB refuses a request that names a key twice.
    const wanted = [...new Set(hashes)];
    const keys = wanted.map(keyOf.page);
    meter.roundTrips += 1;
    const foundHead = take(await readKeys(head ? [keyOf.head(), ...keys] : keys, false, meter), bodies, meter);
    const late = wanted.filter((hash) => !bodies.has(hash));
    if (late.length > 0) {
      // A replica may lack a page that HEAD already refers to. A strongly consistent read finds it.
      meter.roundTrips += 1;
      take(await readKeys(late.map(keyOf.page), true, meter), bodies, meter);
      const missing = late.filter((hash) => !bodies.has(hash));
      if (missing.length > 0) throw new MissingContentError(missing);
    }
    return { bodies, head: head ? foundHead : undefined };
  }

  async function readVersion({ publishedAt, version }: VersionKey, meter: Meter): Promise<Head | null> {
    meter.roundTrips += 1;
    const [item] = await readKeys([keyOf.version(publishedAt, version)], true, meter);
    // A version of another format cannot be read, so treat it as deleted.
    const parsed = versionItemSchema.safeParse(item);
    return parsed.success ? parsed.data.head : null;
  }

  async function cursorKeys(_: null, meter: Meter): Promise<StoredCursorKeys | null> {
    const [item] = await readKeys([keyOf.cursorKeys()], true, meter);
    return item === undefined ? null : cursorKeysItemSchema.parse(item).keys;
  }

  const cursorKeysOrUnavailable = orUnavailable(cursorKeys);
  return {
    read: orUnavailable(read),
    readVersion: orUnavailable(readVersion),
    // Not counted in any request's cost, because a container reads the keys only occasionally.
    cursorKeys: () => cursorKeysOrUnavailable(null, newMeter()),
  };
}

/**
 * Parses HEAD from its stored item.
 * @throws ContentError if HEAD has another format
 */
export function headOf(item: Record<string, unknown>): Head {
  const parsed = headItemSchema.safeParse(item);
  if (!parsed.success)
    throw new ContentError('the published dataset is of a format that this version cannot read: publish it again', {
      cause: parsed.error,
    });
  return parsed.data.head;
}

/** Turns every service error that remains after the SDK's own retries into StoreUnavailableError. */
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

export function chunks<T>(list: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
