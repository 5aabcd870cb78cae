import { Logger } from '@aws-lambda-powertools/logger';
import { cursorKeysOf } from '../api/cursor-keys.ts';
import { readAgentsEnvironment } from '../environment/agents.ts';
import { lineWriter } from '../http/line-writer.ts';
import { places } from '../places/load.ts';
import { Locator } from '../search/locator.ts';
import { documentClient } from '../store/client.ts';
import { dynamoFullStore } from '../store/dynamo-full.ts';
import { tokenReader } from './read-token.ts';

/** Opens what both handlers need. Called once per container. */
export function opened(serviceName: string) {
  const { TABLE_NAME, PUBLIC_URL, TOKEN_ISSUER, TOKEN_CLIENT, METRIC_NAMESPACE } = readAgentsEnvironment(process.env);
  const store = dynamoFullStore({ client: documentClient(), tableName: TABLE_NAME });
  const logger = new Logger({ serviceName });
  return {
    services: {
      ...{ locator: new Locator({ store }), places, now: Date.now, publicUrl: PUBLIC_URL },
      cursorKeys: cursorKeysOf(store),
    },
    agents: { store, readToken: tokenReader({ issuer: TOKEN_ISSUER, client: TOKEN_CLIENT }) },
    write: lineWriter(logger, METRIC_NAMESPACE, Date.now),
  };
}
