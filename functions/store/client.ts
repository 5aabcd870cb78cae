import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';

export const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 40;

/**
 * Creates the client with timeouts and pauses that suit a search. With the SDK's defaults, a lost connection would keep
 * a person waiting for minutes, and three throttled tries in a row would use up a read's whole time limit (retry.ts).
 * Region, credentials and endpoint come from the environment, as AWS sets it.
 */
export function documentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    retryStrategy: new ConfiguredRetryStrategy(ATTEMPTS, (attempt) => FIRST_PAUSE_MS * 2 ** attempt * Math.random()),
    requestHandler: { connectionTimeout: 400, requestTimeout: 800, throwOnRequestTimeout: true },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
