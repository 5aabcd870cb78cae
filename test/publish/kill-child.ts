import { readFile } from 'node:fs/promises';
import { deserialize } from 'node:v8';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Prepared } from '../../functions/publish/build/build-dataset.ts';
import { putInPlace } from '../../functions/publish/put-in-place.ts';
import { dynamoStore } from '../../functions/store/dynamo.ts';
import { HeadMovedError } from '../../functions/store/store.ts';
import { localCredentials, localRegion } from '../../infra/local/engine.ts';

/**
 * A publisher in a separate process that will be killed: `kill-child.ts <endpoint> <table> <dataset>`. The dataset was
 * built before, because a publisher that is killed while it builds has written nothing. Prints `ready` once it has read
 * HEAD, continues at `go`, and prints its result.
 */
const [endpoint = '', tableName = '', file = ''] = process.argv.slice(2);
const client = new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials });
const store = dynamoStore({ client: DynamoDBDocumentClient.from(client), tableName });
const prepared: Prepared = deserialize(await readFile(file));
const current = await store.readHead();
const told = new Promise((resolve) => process.once('message', resolve));
process.send?.('ready');
await told;
try {
  await putInPlace(prepared, { store, current, held: current, now: Date.now() });
  process.send?.('published');
} catch (error) {
  process.send?.(error instanceof HeadMovedError ? 'told' : `failed: ${error}`);
}
client.destroy();
process.disconnect?.();
