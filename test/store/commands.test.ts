import { describe, expect, it } from 'vitest';
import type { Head } from '../../functions/dataset/head.ts';
import { batchGet, batchGetTimes, batchPut, getHead, putHead, putVersion } from '../../functions/store/commands.ts';
import { keyOf } from '../../functions/store/table.ts';

const head = { revision: 7, version: 'v7', publishedAt: '2026-11-01T00:00:00.000Z' } as Head;

/** Tests the exact requests without a table: they decide the cost and the safety. */
describe('commands', () => {
  it('reads pages and HEAD in one batch, eventually consistent unless told otherwise', () => {
    const keys = [keyOf.head(), keyOf.page('abc')];
    const asked = (consistent: boolean) => batchGet('t', keys, consistent).input;
    expect(asked(false)).toEqual({
      RequestItems: {
        t: {
          Keys: [
            { pk: 'DATASET', sk: 'HEAD' },
            { pk: 'PAGE#abc', sk: '-' },
          ],
          ConsistentRead: false,
        },
      },
      ReturnConsumedCapacity: 'TOTAL',
    });
    expect(asked(true).RequestItems?.t?.ConsistentRead).toBe(true);
  });

  it('asks for keys and times only, consistently, to find out what stands', () => {
    expect(batchGetTimes('t', ['abc', 'def']).input).toEqual({
      RequestItems: {
        t: {
          Keys: [
            { pk: 'PAGE#abc', sk: '-' },
            { pk: 'PAGE#def', sk: '-' },
          ],
          ConsistentRead: true,
          ProjectionExpression: '#pk, #t',
          ExpressionAttributeNames: { '#pk': 'pk', '#t': 't' },
        },
      },
    });
  });

  it('writes a page under the hash of its content, with the time it was written', () => {
    const body = new Uint8Array([1, 2, 3]);
    expect(batchPut('t', [{ hash: 'abc', body }], 1_700_000_000).input).toEqual({
      RequestItems: { t: [{ PutRequest: { Item: { pk: 'PAGE#abc', sk: '-', b: body, t: 1_700_000_000 } } }] },
    });
  });

  it('reads HEAD consistently for a publisher', () => {
    expect(getHead('t').input).toEqual({ TableName: 't', Key: { pk: 'DATASET', sk: 'HEAD' }, ConsistentRead: true });
  });

  it('keeps what HEAD was under its time and version', () => {
    expect(putVersion('t', head).input).toEqual({
      TableName: 't',
      Item: { pk: 'DATASET', sk: 'VERSION#2026-11-01T00:00:00.000Z#v7', head },
    });
  });

  it('moves HEAD only from where the publisher saw it', () => {
    const Item = { pk: 'DATASET', sk: 'HEAD', head };
    expect(putHead('t', head, null).input).toEqual({
      TableName: 't',
      Item,
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    expect(putHead('t', head, { ...head, revision: 6 }).input).toEqual({
      TableName: 't',
      Item,
      ConditionExpression: '#head.#revision = :seen',
      ExpressionAttributeNames: { '#head': 'head', '#revision': 'revision' },
      ExpressionAttributeValues: { ':seen': 6 },
    });
  });
});
