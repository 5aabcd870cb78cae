import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoStore } from '../../functions/store/dynamo.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { tableKeys } from '../../functions/store/table.ts';
import { localCredentials, localRegion, startEngine } from '../../infra/local/engine.ts';

export interface EngineThread {
  readonly store: DatasetStore;
  close(): Promise<void>;
}

const TABLE = 'locator-bench';

/** The real store over the embedded engine in a separate thread. The engine's work is not part of the measured time. */
export async function engineInWorker(): Promise<EngineThread> {
  const worker = new Worker(new URL(import.meta.url));
  const endpoint = await new Promise<string>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', resolve);
  });
  const plain = new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials });
  await plain.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: Object.values(tableKeys).map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: tableKeys.partition, KeyType: 'HASH' },
        { AttributeName: tableKeys.sort, KeyType: 'RANGE' },
      ],
    }),
  );
  const client = DynamoDBDocumentClient.from(plain);
  return {
    store: dynamoStore({ client, tableName: TABLE }),
    async close() {
      client.destroy();
      await worker.terminate();
    },
  };
}

if (!isMainThread) parentPort?.postMessage((await startEngine()).endpoint);
