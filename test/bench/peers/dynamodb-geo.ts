import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PackedCenter, packed } from '../../../functions/dataset/packed-center.ts';
import { localCredentials, localRegion } from '../../../infra/local/engine.ts';
import { installPackages } from '../../support/install.ts';
import type { Progress } from '../progress.ts';
import { inChunks, nearestOf, type Peer, storedRow } from './peer.ts';

/** Only this comparison needs these packages (100 MB), so they are installed here when it first runs. */
const folder = fileURLToPath(new URL('../../../node_modules/.cache/dynamodb-geo', import.meta.url));
const packages = ['dynamodb-geo@0.4.0', 'aws-sdk@2.1693.0'];

/** The used parts of AWS SDK 2 and of dynamodb-geo, as their own types describe them. */
interface Client {
  query(input: object): Sent<QueryOutput>;
  createTable(input: object): Sent<unknown>;
  waitFor(state: 'tableExists', input: object): Sent<unknown>;
}
interface Sent<Output> {
  promise(): Promise<Output>;
  on(event: 'success', listener: (response: { readonly data: Output }) => void): void;
}
interface QueryOutput {
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
}
interface Configuration {
  hashKeyLength: number;
  readonly tableName: string;
}
interface Manager {
  batchWritePoints(points: readonly object[]): Sent<unknown>;
  queryRadius(input: object): Promise<readonly { readonly row?: { readonly S?: string } }[]>;
}
interface Library {
  readonly GeoDataManager: new (config: Configuration) => Manager;
  readonly GeoDataManagerConfiguration: new (client: Client, tableName: string) => Configuration;
  readonly GeoTableUtil: { getCreateTableRequest(config: Configuration): object };
}

const HALF_EARTH_KM = 20_015;
const ITEMS_A_WRITE = 25;

/**
 * npm dynamodb-geo 0.4.0 as its README uses it, with its own client (AWS SDK 2). It returns the centers in a circle
 * unsorted and unfiltered, so they are filtered and sorted here.
 * @param hashKeyLength Digits of the partition key; the library's default is 2.
 */
export async function dynamodbGeo(
  endpoint: string,
  rows: readonly PackedCenter[],
  { hashKeyLength, now }: { hashKeyLength: number; now: number },
  progress: Progress,
): Promise<Peer> {
  process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1';
  progress(`dynamodb-geo: installing ${packages.join(' and ')}`);
  await installPackages(folder, packages);
  const require = createRequire(join(folder, 'package.json'));
  const DynamoDB = require('aws-sdk/clients/dynamodb') as new (options: object) => Client;
  const { GeoDataManager, GeoDataManagerConfiguration, GeoTableUtil } = require('dynamodb-geo') as Library;
  const client = new DynamoDB({ endpoint, region: localRegion, credentials: localCredentials });
  const config = new GeoDataManagerConfiguration(client, `dynamodb-geo-${hashKeyLength}`);
  config.hashKeyLength = hashKeyLength;
  await client.createTable(GeoTableUtil.getCreateTableRequest(config)).promise();
  await client.waitFor('tableExists', { TableName: config.tableName, $waiter: { delay: 0.05 } }).promise();
  const manager = new GeoDataManager(config);
  let written = 0;
  for (const chunk of inChunks(rows, ITEMS_A_WRITE)) {
    const points = chunk.map((row) => ({
      RangeKeyValue: { S: row[packed.id] },
      GeoPoint: { latitude: row[packed.lat], longitude: row[packed.lng] },
      PutItemInput: { Item: { row: { S: storedRow(row) } } },
    }));
    await manager.batchWritePoints(points).promise();
    written += chunk.length;
    if (written % 2_500 === 0) progress(`dynamodb-geo: ${written} points written`);
  }
  const meter = metered(client);
  return async (query) => {
    meter.requests = 0;
    meter.readUnits = 0;
    const items = await manager.queryRadius({
      RadiusInMeter: (query.withinKm ?? HALF_EARTH_KM) * 1000,
      CenterPoint: { latitude: query.origin.lat, longitude: query.origin.lng },
    });
    const found = items.map((item) => JSON.parse(item.row?.S ?? '') as PackedCenter);
    return { ids: nearestOf(found, query, now), requests: meter.requests, readUnits: meter.readUnits };
  };
}

/** Counts a client's requests and read units. The library requests the consumed capacity but does not return it. */
function metered(client: Client): { requests: number; readUnits: number } {
  const meter = { requests: 0, readUnits: 0 };
  const query = client.query.bind(client);
  client.query = (input) => {
    const request = query(input);
    request.on('success', ({ data }) => {
      meter.requests += 1;
      meter.readUnits += data.ConsumedCapacity?.CapacityUnits ?? 0;
    });
    return request;
  };
  return meter;
}
