import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { runData } from '../../data/program.ts';
import { createHandler } from '../../functions/api/app.ts';
import { places } from '../../functions/places/load.ts';
import { Locator } from '../../functions/search/locator.ts';
import { dynamoReader } from '../../functions/store/dynamo-reader.ts';
import { writeBudget } from '../../functions/store/retry.ts';
import { tableKeys } from '../../functions/store/table.ts';
import { localCredentials, localRegion, startEngine } from '../../infra/local/engine.ts';
import { call } from '../support/gateway-call.ts';

const OLD = 'locator';
const NEW = 'locator-restored';
const targets = [
  '/v1/centers?near=85004&level=iop&limit=10',
  '/v1/centers?state=AZ&limit=20',
  '/v1/centers?name=family',
  '/v1/taxonomy',
  '/v1/states',
];

export interface RehearsalStep {
  readonly step: string;
  /** The command that the step ran. Absent if the step ran none. */
  readonly command?: string;
  readonly ok: boolean;
}

export interface RehearsalOptions {
  /** A file or folder of records. */
  readonly data: string;
  readonly seen: (step: RehearsalStep) => void;
}

/**
 * Deletes a table and restores its backup on the embedded engine, as the runbook describes.
 * @returns true if every step succeeded
 */
export async function rehearse({ data, seen }: RehearsalOptions): Promise<boolean> {
  const engine = await startEngine();
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: localRegion, credentials: localCredentials });
  let right = true;
  const step = (what: string, ok: boolean, command?: string): void => {
    right &&= ok;
    seen({ step: what, ok, ...(command !== undefined && { command }) });
  };
  const run = async (what: string, args: readonly string[], code = 0): Promise<void> => {
    const given = args.includes('--table') ? args : [...args, '--table', OLD];
    const ended = await runData([...given, '--endpoint', engine.endpoint]);
    step(what, ended === code, `npm run data -- ${given.join(' ')}`);
  };
  const answers = async (tableName: string): Promise<string[]> => {
    const documents = DynamoDBDocumentClient.from(client);
    const store = dynamoReader({ client: documents, tableName, reading: writeBudget });
    const services = { locator: new Locator({ store }), places, now: () => now, publicUrl: 'http://localhost' };
    const handler = createHandler(services, () => {});
    const found: string[] = [];
    for (const target of targets) {
      const { status, body } = await call(handler, target);
      found.push(`${status} ${body}`);
    }
    return found;
  };
  const now = Date.now();
  try {
    await client.send(
      new CreateTableCommand({
        TableName: OLD,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: Object.values(tableKeys).map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: tableKeys.partition, KeyType: 'HASH' },
          { AttributeName: tableKeys.sort, KeyType: 'RANGE' },
        ],
      }),
    );
    await run('a table with a dataset', ['publish', data]);
    const before = await answers(OLD);
    step(
      'it answers',
      before.every((answer) => answer.startsWith('200 ')),
    );
    await run('it is whole', ['verify']);
    await run('its backup becomes a new table', ['restore', '--to', NEW]);
    await loseHalf(client);
    step('the old table loses HEAD and every second page', true);
    await run('the old table says so in one sentence', ['verify'], 1);
    step(
      'the old table gives no answer, and no empty one',
      (await answers(OLD)).every((answer) => answer.startsWith('503 ')),
    );
    await run('the new table is whole', ['verify', '--table', NEW]);
    step('pointed to the new table, the handler answers byte for byte as before', same(before, await answers(NEW)));
    await run('a restore into a table that is there is refused', ['restore', '--to', NEW], 1);
    await run('the new table can be published to', ['publish', data, '--table', NEW]);
    return right;
  } finally {
    client.destroy();
    await engine.close();
  }
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((answer, at) => answer === other[at]);

/** Deletes items, as a faulty script might do. */
async function loseHalf(client: DynamoDBClient): Promise<void> {
  let count = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: OLD, ProjectionExpression: 'pk, sk' })) {
    const lost = Items.filter(({ pk }) => pk?.S?.startsWith('PAGE#') && count++ % 2 === 0);
    for (let at = 0; at < lost.length; at += 25) {
      const requests = lost.slice(at, at + 25).map((Key) => ({ DeleteRequest: { Key } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [OLD]: requests } }));
    }
  }
  const Key = { pk: { S: 'DATASET' }, sk: { S: 'HEAD' } };
  await client.send(new DeleteItemCommand({ TableName: OLD, Key }));
}
