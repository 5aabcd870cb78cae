import { DynamoDBClient, type DynamoDBClientConfig, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AgentStore } from '../../functions/store/agent-store.ts';
import { dynamoFullStore } from '../../functions/store/dynamo-full.ts';
import { writeBudget } from '../../functions/store/retry.ts';
import type { DatasetStore } from '../../functions/store/store.ts';

export interface TableOptions {
  readonly table: string;
  /** URL of an engine on this machine, such as `http://127.0.0.1:8000`. @default AWS */
  readonly endpoint?: string;
}

/** Placeholder region for an endpoint on this machine: the SDK requires a region. */
const NO_REGION = 'us-west-2';
const CONNECTION_MS = 3_000;
const REQUEST_MS = 20_000;

/**
 * Runs a task on a table, then closes the client. Finds region and credentials as the AWS command line does. With an
 * endpoint, uses made-up ones where they are missing.
 * @throws Error that names the missing setting, or the table that does not exist.
 */
export function withTable<Result>(
  options: TableOptions,
  task: (store: DatasetStore & AgentStore) => Promise<Result>,
): Promise<Result> {
  return withClient(options, (client) => {
    const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    return task(dynamoFullStore({ client: documents, tableName: options.table, reading: writeBudget }));
  });
}

/**
 * Runs a task with a client of the table's engine, then closes the client: for commands that create or restore tables.
 * @throws Error that names the missing setting, or the table that does not exist.
 */
export async function withClient<Result>(
  { table, endpoint }: TableOptions,
  task: (client: DynamoDBClient) => Promise<Result>,
): Promise<Result> {
  const client = await connect(endpoint);
  try {
    return await task(client);
  } catch (error) {
    const where = endpoint ?? `region ${await client.config.region()}`;
    if (error instanceof ResourceNotFoundException) throw new Error(`there is no table "${table}" at ${where}`);
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') throw new Error(`nothing answers at ${where}`);
    throw error;
  } finally {
    client.destroy();
  }
}

async function connect(endpoint: string | undefined): Promise<DynamoDBClient> {
  const requestHandler = { connectionTimeout: CONNECTION_MS, requestTimeout: REQUEST_MS, throwOnRequestTimeout: true };
  if (endpoint !== undefined && isLoopback(endpoint) && !hasOwnCredentials()) return madeUp(endpoint, requestHandler);
  const found = new DynamoDBClient({ requestHandler, maxAttempts: 6, ...(endpoint !== undefined && { endpoint }) });
  const region = await found.config.region().catch(() => undefined);
  const credentials = await found.config.credentials().catch(() => undefined);
  if (region !== undefined && credentials !== undefined) return found;
  found.destroy();
  if (endpoint === undefined) {
    const missing = [
      ...(region === undefined ? ['a region: set AWS_REGION, or one in the profile'] : []),
      ...(credentials === undefined ? ['credentials: set AWS_PROFILE, or sign in with `aws sso login`'] : []),
    ];
    throw new Error(`this lacks\n${missing.map((one) => `  - ${one}`).join('\n')}`);
  }
  return madeUp(endpoint, requestHandler, region, credentials);
}

/** Makes a client for an engine that does not check credentials. */
function madeUp(
  endpoint: string,
  requestHandler: NonNullable<DynamoDBClientConfig['requestHandler']>,
  region = NO_REGION,
  credentials: NonNullable<DynamoDBClientConfig['credentials']> = { accessKeyId: 'local', secretAccessKey: 'local' },
): DynamoDBClient {
  return new DynamoDBClient({ requestHandler, maxAttempts: 6, endpoint, region, credentials });
}

/** True if the endpoint is on this machine. An engine there needs no profile and no service that issues credentials. */
function isLoopback(endpoint: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(new URL(endpoint).hostname);
}

/**
 * True if the environment has credentials. They are used for an engine on this machine too, because DynamoDB Local
 * keeps separate tables for each access key and region.
 */
const hasOwnCredentials = (): boolean => (process.env.AWS_ACCESS_KEY_ID ?? '') !== '';
