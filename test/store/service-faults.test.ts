import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { newMeter, StoreUnavailableError } from '../../functions/dataset/dataset-reader.ts';
import { dynamoStore } from '../../functions/store/dynamo.ts';

const withFacts = (facts: object) => Object.assign(new Error('x'), facts);
const storeThat = (error: unknown) =>
  dynamoStore({
    client: { send: () => Promise.reject(error) } as unknown as DynamoDBDocumentClient,
    tableName: 't',
  });
const key = { publishedAt: '2026-11-23T12:00:00.000Z', version: 'one' };

// Every failure of the SDK, its retries, its credentials or sockets means the same: try again soon.
it.each([
  ['the service refuses', { $metadata: { httpStatusCode: 400 }, name: 'ProvisionedThroughputExceededException' }],
  ['the service breaks', { $fault: 'server' }],
  ['the connection is refused', { code: 'ECONNREFUSED' }],
  ['the connection is lost', { code: 'ECONNRESET' }],
  ['the name cannot be resolved', { code: 'ENOTFOUND' }],
  ['the time is over', { name: 'TimeoutError' }],
])('where %s, the table is unavailable', async (_, facts) => {
  const store = storeThat(withFacts(facts));
  await expect(store.read({ hashes: ['a'], head: true }, newMeter())).rejects.toBeInstanceOf(StoreUnavailableError);
  await expect(store.readVersion(key, newMeter())).rejects.toBeInstanceOf(StoreUnavailableError);
});

it('a fault of our own stays what it is', async () => {
  const error = new TypeError('x is undefined');
  await expect(storeThat(error).read({ hashes: ['a'], head: true }, newMeter())).rejects.toBe(error);
});
