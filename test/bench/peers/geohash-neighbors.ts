import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import ngeohash from 'ngeohash';
import { type PackedCenter, packed } from '../../../functions/dataset/packed-center.ts';
import { encodeGeohash } from '../../../functions/geo/geohash.ts';
import { inChunks, nearestOf, type Peer, storedRow } from './peer.ts';

const ITEMS_A_WRITE = 25;

/**
 * The well-known recipe: partition by a geohash prefix, query the origin's cell and its eight neighbors, filter and
 * sort in code. It does not find centers beyond the nine cells.
 */
export async function geohashNeighbors(
  client: DynamoDBDocumentClient,
  rows: readonly PackedCenter[],
  { precision, now }: { precision: number; now: number },
): Promise<Peer> {
  const TableName = `geohash-${precision}`;
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['cell', 'id'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'cell', KeyType: 'HASH' },
        { AttributeName: 'id', KeyType: 'RANGE' },
      ],
    }),
  );
  for (const chunk of inChunks(rows, ITEMS_A_WRITE)) {
    const puts = chunk.map((row) => {
      const hash = encodeGeohash({ lat: row[packed.lat], lng: row[packed.lng] });
      const Item = { cell: hash.slice(0, precision), id: `${hash}#${row[packed.id]}`, row: storedRow(row) };
      return { PutRequest: { Item } };
    });
    await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: puts } }));
  }

  return async (query) => {
    const cell = encodeGeohash(query.origin, precision);
    let requests = 0;
    let readUnits = 0;
    const found: PackedCenter[] = [];
    const readCell = async (prefix: string): Promise<void> => {
      let from: Record<string, unknown> | undefined;
      do {
        requests += 1;
        const answer = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'cell = :cell',
            ExpressionAttributeValues: { ':cell': prefix },
            ReturnConsumedCapacity: 'TOTAL',
            ExclusiveStartKey: from,
          }),
        );
        readUnits += answer.ConsumedCapacity?.CapacityUnits ?? 0;
        for (const item of answer.Items ?? []) found.push(JSON.parse(item.row) as PackedCenter);
        from = answer.LastEvaluatedKey;
      } while (from !== undefined);
    };
    await Promise.all([...new Set([cell, ...ngeohash.neighbors(cell)])].map(readCell));
    return { ids: nearestOf(found, query, now), requests, readUnits };
  };
}
