import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { everyItem, ifThere } from './dynamo-upkeep.ts';
import { digestOfCenter, Purged } from './purged.ts';
import type { PurgeStore } from './store.ts';
import { keyOf } from './table.ts';
import { deleteKey, deleteVersion, putPurged, putVersionRecord, queryKeys } from './upkeep-commands.ts';

const keySchema = z.object({ pk: z.string(), sk: z.string() });

/** Withdraws centers from DynamoDB. */
export function dynamoPurge(client: DynamoDBDocumentClient, tableName: string): PurgeStore {
  const keysOf = async (pk: string) =>
    (await everyItem((from) => client.send(queryKeys(tableName, pk, from)))).map((item) => keySchema.parse(item));
  return {
    async purged() {
      return new Purged((await keysOf(keyOf.purged('', '').pk)).map(({ sk }) => sk.slice(sk.indexOf('#') + 1)));
    },
    async markPurged(id, center) {
      await client.send(putPurged(tableName, keyOf.purged(digestOfCenter(center), digestOfCenter(id))));
    },
    async unmarkPurged(center) {
      const { pk, sk: start } = keyOf.purged(digestOfCenter(center), '');
      const marked = (await keysOf(pk)).filter(({ sk }) => sk.startsWith(start));
      for (const { sk } of marked) await client.send(deleteKey(tableName, { pk, sk }));
      return marked.length;
    },
    async eraseCenter(center) {
      const keys = await keysOf(keyOf.corrections(center).pk);
      for (const { pk, sk } of [...keys, keyOf.code(center), keyOf.waiting(center)])
        await client.send(deleteKey(tableName, { pk, sk }));
      return keys.length;
    },
    async replaceVersion(old, next) {
      await client.send(putVersionRecord(tableName, next));
      if (await ifThere(client.send(deleteVersion(tableName, old)))) return true;
      // Garbage collection removed the old version's record. It may be deleting pages that the new version shares with
      // the old one, so the new version is removed too.
      await ifThere(client.send(deleteVersion(tableName, next.key)));
      return false;
    },
  };
}
