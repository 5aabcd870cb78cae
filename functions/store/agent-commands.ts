import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Waiting } from './agent-store.ts';
import type { PageMark } from './store.ts';
import { digestOf, digestOfVersion, type Progress, type StoredAct, type StoredFacts } from './stored-facts.ts';
import type { StoredPrivate } from './stored-private.ts';
import { expiryAttribute, keyOf } from './table.ts';

const notThere = { ConditionExpression: 'attribute_not_exists(pk)' } as const;

/** Condition of a write: the item is still at the version that the caller saw. With null, there must be no item. */
function atVersion(member: string, version: number | null) {
  if (version === null) return notThere;
  return {
    ConditionExpression: '#member.#version = :seen',
    ExpressionAttributeNames: { '#member': member, '#version': 'version' },
    ExpressionAttributeValues: { ':seen': version },
  };
}

export function putFacts(table: string, next: StoredFacts, previous: StoredFacts | null): PutCommand {
  const Item = { ...keyOf.facts(next.center, next.offering), facts: next };
  return new PutCommand({ TableName: table, Item, ...atVersion('facts', previous?.version ?? null) });
}

/** Adds an act to the history of facts. Never overwrites one. */
export function putAct(table: string, act: StoredAct): PutCommand {
  const { center, at, offering, field } = act;
  return new PutCommand({
    TableName: table,
    Item: { ...keyOf.act(center, at, offering, field, digestOf(act)), act },
    ...notThere,
  });
}

/**
 * Adds to the counts of a day what one version of an offering's facts changed. Fails if this version was already
 * counted.
 * @param progress What the version changed.
 */
export function countProgress(table: string, facts: StoredFacts, progress: Progress): UpdateCommand {
  const { day, state, unknown, confirmed } = progress;
  const once = digestOfVersion(facts);
  return new UpdateCommand({
    TableName: table,
    Key: keyOf.progress(day, state),
    UpdateExpression: 'ADD #unknown :unknown, #confirmed :confirmed, #counted :counted',
    ConditionExpression: 'NOT contains(#counted, :once)',
    ExpressionAttributeNames: { '#unknown': 'unknown', '#confirmed': 'confirmed', '#counted': 'counted' },
    ExpressionAttributeValues: {
      ':unknown': unknown,
      ':confirmed': confirmed,
      ':counted': new Set([once]),
      ':once': once,
    },
  });
}

export function queryProgress(table: string, from: string, to: string, next: PageMark | null): QueryCommand {
  return new QueryCommand({
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: {
      ':pk': keyOf.progress('', '').pk,
      ':from': keyOf.progress(from, '').sk,
      ':to': keyOf.progress(to, '~').sk,
    },
    ProjectionExpression: 'sk, #unknown, #confirmed',
    ExpressionAttributeNames: { '#unknown': 'unknown', '#confirmed': 'confirmed' },
    ...(next !== null && { ExclusiveStartKey: { ...next } }),
  });
}

export function putPrivate(table: string, next: StoredPrivate, previous: StoredPrivate | null): PutCommand {
  const Item = { ...keyOf.private(next.center), private: next };
  return new PutCommand({ TableName: table, Item, ...atVersion('private', previous?.version ?? null) });
}

/** Adds an entry to the history of private fields; never overwrites one. */
export function putPrivateEvent(table: string, event: StoredPrivate): PutCommand {
  return new PutCommand({
    TableName: table,
    Item: { ...keyOf.privateEvent(event.center, event.version), private: event },
    ...notThere,
  });
}

/** Stores a center's code. Fails if the stored code comes from a later version of the private fields. */
export function putCode(table: string, { center, fields, version }: StoredPrivate): PutCommand {
  return new PutCommand({
    TableName: table,
    Item: { ...keyOf.code(center), code: fields.facilityCode, version },
    ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': version },
  });
}

export function queryCodes(table: string, from: PageMark | null): QueryCommand {
  return new QueryCommand({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': keyOf.code('').pk },
    ConsistentRead: true,
    ...(from !== null && { ExclusiveStartKey: { ...from } }),
  });
}

export function getPrivate(table: string, centers: readonly string[]): BatchGetCommand {
  return new BatchGetCommand({
    RequestItems: { [table]: { Keys: centers.map(keyOf.private), ConsistentRead: true } },
  });
}

export function putWaiting(table: string, { center, stamp }: Waiting): PutCommand {
  return new PutCommand({ TableName: table, Item: { ...keyOf.waiting(center), stamp } });
}

export function queryWaiting(table: string, from: PageMark | null): QueryCommand {
  return new QueryCommand({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': keyOf.waiting('').pk },
    ConsistentRead: true,
    ...(from !== null && { ExclusiveStartKey: { ...from } }),
  });
}

/**
 * Removes a center from the list of those that wait to be published. Fails if it was added again since the list was
 * read.
 */
export function deleteWaiting(table: string, { center, stamp }: Waiting): DeleteCommand {
  return new DeleteCommand({
    TableName: table,
    Key: keyOf.waiting(center),
    ConditionExpression: '#stamp = :seen',
    ExpressionAttributeNames: { '#stamp': 'stamp' },
    ExpressionAttributeValues: { ':seen': stamp },
  });
}

/**
 * Stores that a sign-in was ended.
 * @param until Seconds since 1970, after which the table may delete the item.
 */
export function putSignOut(table: string, session: string, until: number): PutCommand {
  return new PutCommand({ TableName: table, Item: { ...keyOf.signOut(session), [expiryAttribute]: until } });
}

export function getSignOut(table: string, session: string): GetCommand {
  return new GetCommand({ TableName: table, Key: keyOf.signOut(session), ConsistentRead: true });
}
