import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type Verified, verifyTable } from '../../functions/publish/verify.ts';
import { expiryAttribute, tableKeys } from '../../functions/store/table.ts';
import { text } from './publish.ts';
import { type TableOptions, withClient, withTable } from './publish-table.ts';

const PAUSE_MS = 5_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
const ITEMS_A_WRITE = 25;

export interface RestoreCommand extends TableOptions {
  /** Name of the new table. */
  readonly to: string;
  /** The moment to restore, ISO 8601. @default the latest that can be restored */
  readonly at?: string | undefined;
}

/**
 * Checks a whole table. @returns what the table contains @throws TableDamagedError, which says in one sentence what is
 * wrong
 */
export async function verify(options: TableOptions): Promise<string> {
  return withTable(options, async (store) => text(describeVerified(options.table, await verifyTable(store))));
}

/**
 * Restores a table's backup into a new table, with the settings that a restore leaves out, and checks it. The old table stays
 * as it is. An engine on this machine has no backups: there the table is copied as it is now.
 */
export async function restore(options: RestoreCommand, progress: (line: string) => void): Promise<string> {
  const { table, to, at, endpoint } = options;
  if (to === table) throw new Error('--to names the table itself: a backup is restored into a new table');
  await withClient(options, async (client) => {
    if (await exists(client, to)) throw new Error(`there is a table "${to}" already; name a new one`);
    if (endpoint === undefined) await restoreBackup(client, { table, to, at }, progress);
    else if (at !== undefined) throw new Error('an engine on this machine has no backups, so there is no --at');
    else await copyTable(client, table, to, progress);
  });
  const lines = await withTable({ ...options, table: to }, async (store) =>
    describeVerified(to, await verifyTable(store)),
  );
  return text([
    ...lines,
    'Point the stack to it; readers follow when the deployment is finished:',
    `  npm run deploy -- --context tableName=${to}`,
    `To go back, deploy with --context tableName=${table}. Nothing was changed in "${table}".`,
  ]);
}

async function restoreBackup(
  client: DynamoDBClient,
  { table, to, at }: Pick<RestoreCommand, 'table' | 'to' | 'at'>,
  progress: (line: string) => void,
): Promise<void> {
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: table,
      TargetTableName: to,
      ...(at === undefined ? { UseLatestRestorableTime: true } : { RestoreDateTime: new Date(at) }),
    }),
  );
  progress(`restoring "${table}" into "${to}"; this takes from minutes to hours`);
  await untilActive(client, to);
  // A restore does not copy point-in-time recovery, expiry and the other settings below, so they are set again
  // (Amazon's developer guide, "Point-in-time recovery").
  const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
  await client.send(new UpdateContinuousBackupsCommand({ TableName: to, PointInTimeRecoverySpecification }));
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: to,
      TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
    }),
  );
  await client.send(new UpdateTableCommand({ TableName: to, DeletionProtectionEnabled: true }));
  progress('backups, expiry and deletion protection are on again');
}

async function copyTable(
  client: DynamoDBClient,
  table: string,
  to: string,
  progress: (line: string) => void,
): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: to,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: Object.values(tableKeys).map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: tableKeys.partition, KeyType: 'HASH' },
        { AttributeName: tableKeys.sort, KeyType: 'RANGE' },
      ],
    }),
  );
  await untilActive(client, to, 20);
  const documents = DynamoDBDocumentClient.from(client);
  let copied = 0;
  let from: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
    );
    const items = page.Items ?? [];
    for (let at = 0; at < items.length; at += ITEMS_A_WRITE) {
      let left = items.slice(at, at + ITEMS_A_WRITE).map((Item) => ({ PutRequest: { Item } }));
      while (left.length > 0) {
        const { UnprocessedItems = {} } = await documents.send(new BatchWriteCommand({ RequestItems: { [to]: left } }));
        left = (UnprocessedItems[to] ?? []) as typeof left;
      }
    }
    copied += items.length;
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  progress(`copied ${copied} items of "${table}" into "${to}"`);
}

async function exists(client: DynamoDBClient, table: string): Promise<boolean> {
  try {
    await client.send(new DescribeTableCommand({ TableName: table }));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    if (error instanceof ResourceInUseException) return true;
    throw error;
  }
}

async function untilActive(client: DynamoDBClient, table: string, pauseMs = PAUSE_MS): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += pauseMs) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await pause(pauseMs);
  }
  throw new Error(`"${table}" is not ready after six hours; look at it in the console, then: npm run data -- verify`);
}

function describeVerified(table: string, verified: Verified): string[] {
  const { head, versions, pages, confirmations, corrections, facts } = verified;
  return [
    `"${table}" is whole: version ${head.version}, ${head.centers} centers, published ${head.publishedAt}`,
    `${versions} versions that can be brought back, ${pages} pages, each matching its key`,
    `${confirmations} confirmations, ${corrections} corrections, ${facts} offerings with facts of agents`,
  ];
}
