import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';

const started = Date.now();
let invocations = 0;

/**
 * Replaces the real handler in tests of the infrastructure: answers with the event that it received, or misbehaves as
 * the query's `do` says.
 */
export async function handler(event: APIGatewayProxyEvent, context: Context): Promise<APIGatewayProxyResult> {
  invocations += 1;
  switch (event.queryStringParameters?.do) {
    case 'throw':
      throw new Error('a secret inside');
    case 'exit':
      process.exit(7);
      break;
    case 'hang':
      await new Promise(() => setInterval(() => {}, 1000));
      break;
    case 'spin':
      for (;;);
    case 'malformed':
      return { body: 'no status' } as APIGatewayProxyResult;
    case 'base64':
      return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'aGk=', isBase64Encoded: true };
    case 'public':
      return { ...json({}), headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=60' } };
    case 'headers':
      return {
        statusCode: 204,
        headers: { 'X-One': 'single', 'X-Both': 'lost' },
        multiValueHeaders: { 'X-Both': ['a', 'b'] },
        body: '',
      };
    case 'read': {
      const client = DynamoDBDocumentClient.from(new DynamoDBClient());
      const { Item } = await client.send(
        new GetCommand({ TableName: process.env.TABLE_NAME, Key: { pk: 'DATASET', sk: 'HEAD' } }),
      );
      return json({ item: Item ?? null });
    }
  }
  return json({
    event,
    invocations,
    started,
    remaining: context.getRemainingTimeInMillis(),
    requestId: context.awsRequestId,
    environment: {
      TABLE_NAME: process.env.TABLE_NAME,
      PUBLIC_URL: process.env.PUBLIC_URL,
      HOME: process.env.HOME ?? null,
    },
  });
}

function json(body: unknown): APIGatewayProxyResult {
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
