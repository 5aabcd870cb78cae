import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { DATASET_FORMAT, type Head } from '../../functions/dataset/head.ts';
import { keptVersions } from '../../functions/publish/versions.ts';
import { HeadMovedError } from '../../functions/store/store.ts';
import type { StoredConfirmation } from '../../functions/store/stored-confirmation.ts';
import { keyOf } from '../../functions/store/table.ts';
import {
  deletePage,
  markPublished,
  putConfirmation,
  putEvent,
  queryBeginning,
  scanAdded,
  scanPages,
} from '../../functions/store/upkeep-commands.ts';
import { type EngineStore, engineStore } from '../support/engine-store.ts';

const hash = 'A'.repeat(22);
const headOf = (revision: number, version: string): Head => ({
  format: DATASET_FORMAT,
  revision,
  version,
  publishedAt: `2026-11-0${revision}T00:00:00.000Z`,
  centers: 1,
  summary: hash,
  roots: { where: hash, listing: hash, records: hash, names: hash },
});
const word = (revision: number): StoredConfirmation => ({
  center: 'mesa',
  offering: 'mesa-iop',
  state: 'denied',
  confirmedAt: '2026-11-01T00:00:00.000Z',
  expiresAt: null,
  by: 'kim',
  at: `2026-11-01T00:0${revision}:00.000Z`,
  revision,
});

describe('what only a table can show', () => {
  let engine: EngineStore | undefined;
  afterEach(() => engine?.close());

  it('lists no version of a publisher who lost, or was ended before HEAD moved', async () => {
    engine = await engineStore();
    const { store } = engine;
    const [one, two, lost, ended] = [headOf(1, 'one'), headOf(2, 'two'), headOf(2, 'lost'), headOf(3, 'ended')];
    await store.moveHead(one, null);
    await store.moveHead(two, one);
    await expect(store.moveHead(lost, one)).rejects.toThrow(HeadMovedError);
    await engine.client.send(
      new PutCommand({
        TableName: engine.tableName,
        Item: { ...keyOf.version(ended.publishedAt, 'ended'), head: ended },
      }),
    );
    expect((await keptVersions(store)).map(({ head }) => head.version)).toEqual(['two', 'one']);
    await store.moveHead(headOf(3, 'three'), two);
    expect((await keptVersions(store)).map(({ head }) => head.version)).toEqual(['three', 'two', 'one']);
    expect(await store.versions()).toHaveLength(5);
  });

  it('lists a version of another format as one that it cannot read', async () => {
    engine = await engineStore();
    const { store } = engine;
    const Item = { ...keyOf.version('2026-01-01T00:00:00.000Z', 'old'), head: { format: 1 } };
    await engine.client.send(new PutCommand({ TableName: engine.tableName, Item }));
    const key = { publishedAt: '2026-01-01T00:00:00.000Z', version: 'old' };
    expect(await store.versions()).toEqual([{ key, head: null, published: false, restores: null }]);
    await store.removeVersion(key);
    expect(await store.versions()).toEqual([]);
  });

  it('has a whole history although a writer was ended between its two items', async () => {
    engine = await engineStore();
    const { store } = engine;
    const { center, at, offering } = word(1);
    await store.putConfirmation(word(1), null);
    const event = new DeleteCommand({ TableName: engine.tableName, Key: keyOf.event(center, at, offering, 1) });
    await engine.client.send(event);
    expect(await store.history('mesa')).toEqual([word(1)]);
    await store.putConfirmation(word(2), word(1));
    expect(await store.history('mesa')).toEqual([word(1), word(2)]);
  });
});

describe('commands of upkeep', () => {
  it('mark, remove and set on the condition that nobody was faster', () => {
    expect(markPublished('t', headOf(1, 'v')).input).toMatchObject({ ConditionExpression: 'attribute_exists(pk)' });
    expect(deletePage('t', { hash: 'abc', writtenAt: 7 }).input).toEqual({
      TableName: 't',
      Key: { pk: 'PAGE#abc', sk: '-' },
      ConditionExpression: '#t = :seen',
      ExpressionAttributeNames: { '#t': 't' },
      ExpressionAttributeValues: { ':seen': 7 },
    });
    expect(putConfirmation('t', word(1), null).input).toEqual({
      TableName: 't',
      Item: { pk: 'CENTER#mesa', sk: 'CONFIRMATION#mesa-iop', confirmation: word(1) },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    expect(putConfirmation('t', word(2), word(1)).input).toMatchObject({
      ConditionExpression: '#confirmation.#revision = :seen',
      ExpressionAttributeValues: { ':seen': 1 },
    });
    expect(putEvent('t', word(1)).input).toEqual({
      TableName: 't',
      Item: { pk: 'CENTER#mesa', sk: 'EVENT#2026-11-01T00:01:00.000Z#mesa-iop#1', confirmation: word(1) },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
  });

  it('read what people said consistently, and pages for their keys and times only', () => {
    expect(queryBeginning('t', 'CENTER#mesa', 'EVENT#', null).input).toMatchObject({ ConsistentRead: true });
    expect(scanAdded('t', { pk: 'x' }).input).toMatchObject({
      ConsistentRead: true,
      ExclusiveStartKey: { pk: 'x' },
      ExpressionAttributeValues: { ':confirmation': 'CONFIRMATION#' },
    });
    expect(scanPages('t', null).input).toMatchObject({
      ProjectionExpression: '#pk, #t',
      ExpressionAttributeValues: { ':page': 'PAGE#' },
    });
  });
});
