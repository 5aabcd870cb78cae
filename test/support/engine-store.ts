import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoStore } from '../../functions/store/dynamo.ts';
import { writeBudget } from '../../functions/store/retry.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { tableKeys } from '../../functions/store/table.ts';
import { localCredentials, localRegion, startEngine } from '../../infra/local/engine.ts';

export interface EngineStore {
  readonly store: DatasetStore;
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * The real store with a new table: in the embedded engine, or in DynamoDB Local or AWS if `DYNAMODB_ENDPOINT` names one
 * (credentials and region then come from the environment; the table stays and is yours to remove).
 */
export async function engineStore(now?: () => number): Promise<EngineStore> {
  const endpointGiven = process.env.DYNAMODB_ENDPOINT;
  const engine = endpointGiven === undefined ? await startEngine() : null;
  const endpoint = endpointGiven ?? engine?.endpoint ?? '';
  const plain = new DynamoDBClient(
    engine === null ? { endpoint } : { endpoint, region: localRegion, credentials: localCredentials },
  );
  const tableName = `locator-test-${process.pid}-${Math.random().toString(36).slice(2)}`;
  await plain.send(
    new CreateTableCommand({
      TableName: tableName,
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
    // Waits longer, because tests share their machine, and the engine shares its process.
    store: dynamoStore({ client, tableName, reading: writeBudget, ...(now && { now }) }),
    client,
    tableName,
    endpoint,
    async close() {
      client.destroy();
      await engine?.close();
    },
  };
}
