import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  deleteWaiting,
  getPrivate,
  getSignOut,
  putCode,
  putPrivate,
  putPrivateEvent,
  putSignOut,
  putWaiting,
  queryCodes,
  queryWaiting,
} from './agent-commands.ts';
import type { AgentStore } from './agent-store.ts';
import { MOST_KEYS_A_GET } from './commands.ts';
import { chunks } from './dynamo-reader.ts';
import { everyItem, ifThere } from './dynamo-upkeep.ts';
import { untilDone, writeBudget } from './retry.ts';
import { PrivateChangedError, type StoredPrivate, storedPrivateSchema } from './stored-private.ts';
import { keyOf } from './table.ts';
import { queryBeginning } from './upkeep-commands.ts';

const privateItemSchema = z.object({ private: storedPrivateSchema });
const codeItemSchema = z.object({ sk: z.string(), code: z.string().nullable() });
const waitingItemSchema = z.object({ sk: z.string(), stamp: z.string() });

/**
 * The data that only the agents' API needs, stored in DynamoDB: private fields, centers that wait to be published,
 * sign-outs.
 */
export function dynamoAgent(client: DynamoDBDocumentClient, tableName: string): AgentStore {
  return {
    async wait(waiting) {
      await client.send(putWaiting(tableName, waiting));
    },
    async waiting() {
      const items = await everyItem((from) => client.send(queryWaiting(tableName, from)));
      return items.map((item) => {
        const { sk, stamp } = waitingItemSchema.parse(item);
        return { center: sk, stamp };
      });
    },
    async doneWaiting(waiting) {
      await ifThere(client.send(deleteWaiting(tableName, waiting)));
    },
    async privateFields(centers) {
      const found = new Map<string, StoredPrivate>();
      for (const chunk of chunks([...new Set(centers)], MOST_KEYS_A_GET))
        await untilDone(
          chunk,
          async (left, abortSignal) => {
            const answer = await client.send(getPrivate(tableName, left), { abortSignal });
            for (const item of answer.Responses?.[tableName] ?? []) {
              const parsed = privateItemSchema.parse(item).private;
              found.set(parsed.center, parsed);
            }
            const unprocessed = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
            return unprocessed.length === 0 ? null : unprocessed.map(({ pk }) => String(pk).slice('CENTER#'.length));
          },
          writeBudget,
        );
      return found;
    },
    async putPrivate(next, previous) {
      if (previous !== null) await ifThere(client.send(putPrivateEvent(tableName, previous)));
      if (!(await ifThere(client.send(putPrivate(tableName, next, previous)))))
        throw new PrivateChangedError(next.center);
      await ifThere(client.send(putPrivateEvent(tableName, next)));
      await ifThere(client.send(putCode(tableName, next)));
    },
    async keepCode(stored) {
      await ifThere(client.send(putCode(tableName, stored)));
    },
    async codes() {
      const items = await everyItem((from) => client.send(queryCodes(tableName, from)));
      return items.flatMap((item) => {
        const { sk: center, code } = codeItemSchema.parse(item);
        return code === null ? [] : [{ center, code }];
      });
    },
    async privateHistory(center) {
      const { pk } = keyOf.private(center);
      const items = await everyItem((from) => client.send(queryBeginning(tableName, pk, 'PRIVATE-EVENT#', from)));
      return items.map((item) => privateItemSchema.parse(item).private);
    },
    async signOut(session, until) {
      await client.send(putSignOut(tableName, session, until));
    },
    async isSignedOut(session) {
      return (await client.send(getSignOut(tableName, session))).Item !== undefined;
    },
  };
}
