import { BatchGetCommand, BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Blob } from '../dataset/content.ts';
import type { Head } from '../dataset/head.ts';
import type { Origin } from './origin.ts';
import type { StoredCursorKeys } from './stored-cursor-keys.ts';
import { type Key, keyOf } from './table.ts';

/** DynamoDB's limits per request. */
export const MOST_KEYS_A_GET = 100;
export const MOST_ITEMS_A_WRITE = 25;

/** Functions here build requests without sending them, so that tests can compare them offline. */
export function batchGet(table: string, keys: readonly Key[], consistent: boolean): BatchGetCommand {
  return new BatchGetCommand({
    RequestItems: { [table]: { Keys: [...keys], ConsistentRead: consistent } },
    ReturnConsumedCapacity: 'TOTAL',
  });
}

/** Reads only keys and write times of pages, to find out which pages exist already. */
export function batchGetTimes(table: string, hashes: readonly string[]): BatchGetCommand {
  return new BatchGetCommand({
    RequestItems: {
      [table]: {
        Keys: hashes.map(keyOf.page),
        ConsistentRead: true,
        ProjectionExpression: '#pk, #t',
        ExpressionAttributeNames: { '#pk': 'pk', '#t': 't' },
      },
    },
  });
}

/** @param writtenAt Seconds since 1970. Garbage collection keeps recently written pages. */
export function batchPut(table: string, blobs: readonly Blob[], writtenAt: number): BatchWriteCommand {
  return new BatchWriteCommand({
    RequestItems: {
      [table]: blobs.map(({ hash, body }) => ({
        PutRequest: { Item: { ...keyOf.page(hash), b: body, t: writtenAt } },
      })),
    },
  });
}

export function getHead(table: string): GetCommand {
  return new GetCommand({ TableName: table, Key: keyOf.head(), ConsistentRead: true });
}

/** Stores the keys that sign cursors. Fails if they are no longer the keys that the caller saw. */
export function putCursorKeys(table: string, next: StoredCursorKeys, previous: StoredCursorKeys | null): PutCommand {
  const item = { TableName: table, Item: { ...keyOf.cursorKeys(), keys: next } };
  if (previous === null) return new PutCommand({ ...item, ConditionExpression: 'attribute_not_exists(pk)' });
  return new PutCommand({
    ...item,
    ConditionExpression: '#keys.#since = :seen',
    ExpressionAttributeNames: { '#keys': 'keys', '#since': 'since' },
    ExpressionAttributeValues: { ':seen': previous.since },
  });
}

export function putVersion(table: string, head: Head, restores?: number, origin?: Origin): PutCommand {
  const Item = {
    ...keyOf.version(head.publishedAt, head.version),
    head,
    ...(restores !== undefined && { restores }),
    ...(origin !== undefined && { origin }),
  };
  return new PutCommand({ TableName: table, Item });
}

/** Moves HEAD. Fails if HEAD is no longer at the revision that the publisher saw. */
export function putHead(table: string, to: Head, from: Pick<Head, 'revision'> | null): PutCommand {
  const item = { TableName: table, Item: { ...keyOf.head(), head: to } };
  if (from === null) return new PutCommand({ ...item, ConditionExpression: 'attribute_not_exists(pk)' });
  return new PutCommand({
    ...item,
    ConditionExpression: '#head.#revision = :seen',
    ExpressionAttributeNames: { '#head': 'head', '#revision': 'revision' },
    ExpressionAttributeValues: { ':seen': from.revision },
  });
}
