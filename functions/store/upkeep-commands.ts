import { DeleteCommand, GetCommand, PutCommand, QueryCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { VersionKey } from '../dataset/head.ts';
import type { AuditEntry, PageMark, StoredPage, VersionRecord } from './store.ts';
import type { StoredConfirmation } from './stored-confirmation.ts';
import type { StoredCorrections } from './stored-corrections.ts';
import { correctionsAttribute, type Key as ItemKey, keyOf } from './table.ts';

/** Marks a version's record as seen by readers, if the record still exists. */
export function markPublished(table: string, { publishedAt, version }: VersionKey): UpdateCommand {
  return new UpdateCommand({
    TableName: table,
    Key: keyOf.version(publishedAt, version),
    UpdateExpression: 'SET #published = :yes',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#published': 'published' },
    ExpressionAttributeValues: { ':yes': true },
  });
}

/** Reads the items of one partition whose sort key begins with `sk`. */
export function queryBeginning(table: string, pk: string, sk: string, from: PageMark | null): QueryCommand {
  return new QueryCommand({
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
    ConsistentRead: true,
    ...(from !== null && { ExclusiveStartKey: { ...from } }),
  });
}

/** Deletes a version's record. Fails if there is none. */
export function deleteVersion(table: string, { publishedAt, version }: VersionKey): DeleteCommand {
  return new DeleteCommand({
    TableName: table,
    Key: keyOf.version(publishedAt, version),
    ConditionExpression: 'attribute_exists(pk)',
  });
}

export function putAudit(table: string, entry: AuditEntry): PutCommand {
  return new PutCommand({ TableName: table, Item: { ...keyOf.audit(entry.publishedAt, entry.version), audit: entry } });
}

export function putVersionRecord(table: string, { key, head, published, restores, origin }: VersionRecord): PutCommand {
  const Item = {
    ...keyOf.version(key.publishedAt, key.version),
    head,
    published,
    ...(restores !== null && { restores }),
    ...(origin !== undefined && { origin }),
  };
  return new PutCommand({ TableName: table, Item });
}

export const putPurged = (table: string, Item: ItemKey): PutCommand => new PutCommand({ TableName: table, Item });

/** Reads the keys of all items in one partition. */
export function queryKeys(table: string, pk: string, from: PageMark | null): QueryCommand {
  return new QueryCommand({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ProjectionExpression: '#pk, #sk',
    ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
    ExpressionAttributeValues: { ':pk': pk },
    ConsistentRead: true,
    ...(from !== null && { ExclusiveStartKey: { ...from } }),
  });
}

export const deleteKey = (table: string, Key: ItemKey): DeleteCommand => new DeleteCommand({ TableName: table, Key });

/** Reads the keys and write times of all pages. */
export function scanPages(table: string, from: PageMark | null): ScanCommand {
  return new ScanCommand({
    TableName: table,
    FilterExpression: 'begins_with(#pk, :page)',
    ProjectionExpression: '#pk, #t',
    ExpressionAttributeNames: { '#pk': 'pk', '#t': 't' },
    ExpressionAttributeValues: { ':page': keyOf.page('').pk },
    ...(from !== null && { ExclusiveStartKey: { ...from } }),
  });
}

/** Deletes a page. Fails if it was written again after it was listed, because then a dataset uses it again. */
export function deletePage(table: string, { hash, writtenAt }: StoredPage): DeleteCommand {
  return new DeleteCommand({
    TableName: table,
    Key: keyOf.page(hash),
    ConditionExpression: '#t = :seen',
    ExpressionAttributeNames: { '#t': 't' },
    ExpressionAttributeValues: { ':seen': writtenAt },
  });
}

/** Reads the current confirmations, corrections and facts of every center, without their history. */
export function scanAdded(table: string, from: PageMark | null): ScanCommand {
  return new ScanCommand({
    TableName: table,
    FilterExpression: 'begins_with(#sk, :confirmation) OR #sk = :corrections OR begins_with(#sk, :facts)',
    ExpressionAttributeNames: { '#sk': 'sk' },
    ExpressionAttributeValues: {
      ':confirmation': keyOf.confirmation('', '').sk,
      ':corrections': keyOf.corrections('').sk,
      ':facts': keyOf.facts('', '').sk,
    },
    ConsistentRead: true,
    ...(from !== null && { ExclusiveStartKey: { ...from } }),
  });
}

export function getCorrections(table: string, center: string): GetCommand {
  return new GetCommand({ TableName: table, Key: keyOf.corrections(center), ConsistentRead: true });
}

/** Sets a center's corrections. Fails if the stored ones are no longer those that the caller saw. */
export function putCorrections(table: string, next: StoredCorrections, previous: StoredCorrections | null): PutCommand {
  const Item = { ...keyOf.corrections(next.center), [correctionsAttribute]: next };
  if (previous === null)
    return new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' });
  return new PutCommand({
    TableName: table,
    Item,
    ConditionExpression: '#corrections.#revision = :seen',
    ExpressionAttributeNames: { '#corrections': correctionsAttribute, '#revision': 'revision' },
    ExpressionAttributeValues: { ':seen': previous.revision },
  });
}

/** Sets a confirmation. Fails if the stored one is no longer the one that the caller saw. */
export function putConfirmation(
  table: string,
  next: StoredConfirmation,
  previous: StoredConfirmation | null,
): PutCommand {
  const Item = { ...keyOf.confirmation(next.center, next.offering), confirmation: next };
  if (previous === null)
    return new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' });
  return new PutCommand({
    TableName: table,
    Item,
    ConditionExpression: '#confirmation.#revision = :seen',
    ExpressionAttributeNames: { '#confirmation': 'confirmation', '#revision': 'revision' },
    ExpressionAttributeValues: { ':seen': previous.revision },
  });
}

/** Adds an entry to the history of confirmations; never overwrites one. */
export function putEvent(table: string, event: StoredConfirmation): PutCommand {
  const { center, at, offering, revision } = event;
  return new PutCommand({
    TableName: table,
    Item: { ...keyOf.event(center, at, offering, revision), confirmation: event },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
}

/** Adds an entry to the history of corrections; never overwrites one. */
export function putCorrectionsEvent(table: string, event: StoredCorrections): PutCommand {
  return new PutCommand({
    TableName: table,
    Item: { ...keyOf.correctionsEvent(event.center, event.at, event.revision), [correctionsAttribute]: event },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
}
