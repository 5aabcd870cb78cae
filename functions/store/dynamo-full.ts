import type { AgentStore } from './agent-store.ts';
import { type DynamoStoreOptions, dynamoStore } from './dynamo.ts';
import { dynamoAgent } from './dynamo-agent.ts';
import type { DatasetStore } from './store.ts';

/** The whole table, private fields included. The public handler opens only the dataset (dynamo.ts). */
export function dynamoFullStore(options: DynamoStoreOptions): DatasetStore & AgentStore {
  return { ...dynamoStore(options), ...dynamoAgent(options.client, options.tableName) };
}
