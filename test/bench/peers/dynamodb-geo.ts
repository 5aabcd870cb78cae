import { createRequire } from 'node:module';
import type { DynamoDB as DynamoDBTypes } from 'aws-sdk';
import type { GeoDataManagerConfiguration as Configuration, GeoDataManager as Manager } from 'dynamodb-geo';
import { type PackedCenter, packed } from '../../../functions/dataset/packed-center.ts';
import { localCredentials, localRegion } from '../../../infra/local/engine.ts';
import type { Progress } from '../progress.ts';
import { inChunks, nearestOf, type Peer, storedRow } from './peer.ts';

const require = createRequire(import.meta.url);
const HALF_EARTH_KM = 20_015;
const ITEMS_A_WRITE = 25;

/**
 * npm dynamodb-geo 0.4.0 as its README uses it, with its own client (AWS SDK 2). Its candidates in a circle come
 * unsorted and unfiltered, so they are filtered and sorted here.
 * @param hashKeyLength Digits of the partition key; its default is 2.
 */
export async function dynamodbGeo(
  endpoint: string,
  rows: readonly PackedCenter[],
  { hashKeyLength, now }: { hashKeyLength: number; now: number },
  progress: Progress,
): Promise<Peer> {
  process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1';
  const DynamoDB: typeof DynamoDBTypes = require('aws-sdk/clients/dynamodb');
  const { GeoDataManager, GeoDataManagerConfiguration, GeoTableUtil }: typeof import('dynamodb-geo') =
    require('dynamodb-geo');
  const client = new DynamoDB({ endpoint, region: localRegion, credentials: localCredentials });
  const config: Configuration = new GeoDataManagerConfiguration(client, `dynamodb-geo-${hashKeyLength}`);
  config.hashKeyLength = hashKeyLength;
  await client.createTable(GeoTableUtil.getCreateTableRequest(config)).promise();
  await client.waitFor('tableExists', { TableName: config.tableName, $waiter: { delay: 0.05 } }).promise();
  const manager: Manager = new GeoDataManager(config);
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

/** The library requests the consumed capacity but drops it; this keeps it. */
function metered(client: DynamoDBTypes): { requests: number; readUnits: number } {
  const meter = { requests: 0, readUnits: 0 };
  const query = client.query.bind(client) as (input: DynamoDBTypes.QueryInput) => ReturnType<DynamoDBTypes['query']>;
  client.query = ((input: DynamoDBTypes.QueryInput) => {
    const request = query(input);
    request.on('success', ({ data }) => {
      meter.requests += 1;
      meter.readUnits += (data as DynamoDBTypes.QueryOutput).ConsumedCapacity?.CapacityUnits ?? 0;
    });
    return request;
  }) as DynamoDBTypes['query'];
  return meter;
}
