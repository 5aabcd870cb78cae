import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { TableDeclaration } from './declaration.ts';
import { guard } from './local-only.ts';

interface EngineOptions {
  readonly path?: string;
  readonly createTableMs: number;
}
// The package has no types, so its interface is declared here.
const dynalite: (options: EngineOptions) => Server = createRequire(import.meta.url)('dynalite');

/** The engine does not check credentials, but the SDK does not send a request without any. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;
export const localRegion = 'us-west-2';

export interface Engine {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  close(): Promise<void>;
}

/**
 * Starts the embedded DynamoDB engine on a free port of 127.0.0.1. It answers programs, but no page in a browser,
 * because it does not check credentials and would by default allow every origin.
 * @param folder Folder for its data. If absent, the data is kept in memory.
 */
export async function startEngine(folder?: string): Promise<Engine> {
  const server = dynalite({ createTableMs: 0, ...(folder !== undefined && { path: folder }) });
  guard(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials });
  return {
    endpoint,
    client,
    async close() {
      client.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };
}

export const localTableName = (table: TableDeclaration): string => table.TableName ?? table.id;

/** Creates the table as the template declares it. Does nothing if a kept store already has it. */
export async function ensureTable(client: DynamoDBClient, table: TableDeclaration): Promise<void> {
  const TableName = localTableName(table);
  try {
    await client.send(new DescribeTableCommand({ TableName }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    const { KeySchema, AttributeDefinitions, BillingMode } = table;
    await client.send(new CreateTableCommand({ TableName, KeySchema, AttributeDefinitions, BillingMode }));
    // With `createTableMs: 0` the table is active a moment later. Frequent polling is faster here than the SDK's
    // waiter, which sleeps for longer.
    for (;;) {
      const { Table } = await client.send(new DescribeTableCommand({ TableName }));
      if (Table?.TableStatus === 'ACTIVE') return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
