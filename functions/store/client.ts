import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';

export const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 40;

/**
 * The client with timeouts and pauses that suit a search. With its defaults, the SDK would keep a person waiting for
 * minutes when a connection is lost, and would pause so long after throttling that three in a row use up a read's whole
 * budget (retry.ts). Region, credentials and endpoint come from the environment, as AWS sets it.
 */
export function documentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    retryStrategy: new ConfiguredRetryStrategy(ATTEMPTS, (attempt) => FIRST_PAUSE_MS * 2 ** attempt * Math.random()),
    requestHandler: { connectionTimeout: 400, requestTimeout: 800, throwOnRequestTimeout: true },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
