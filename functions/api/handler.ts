import { Logger } from '@aws-lambda-powertools/logger';
import { readSearchEnvironment } from '../environment/search.ts';
import { lineWriter } from '../http/line-writer.ts';
import { places } from '../places/load.ts';
import { Locator } from '../search/locator.ts';
import { documentClient } from '../store/client.ts';
import { dynamoReader } from '../store/dynamo-reader.ts';
import { createHandler } from './app.ts';
import { cursorKeysOf } from './cursor-keys.ts';

// Created outside of the handler, once per container, so that later requests reuse connections and cached pages.
const { TABLE_NAME, PUBLIC_URL, REPORT_TO, METRIC_NAMESPACE } = readSearchEnvironment(process.env);
const store = dynamoReader({ client: documentClient(), tableName: TABLE_NAME });
const logger = new Logger({ serviceName: 'search' });

export const handler = createHandler(
  {
    ...{ locator: new Locator({ store }), places, now: Date.now, publicUrl: PUBLIC_URL, reportTo: REPORT_TO },
    cursorKeys: cursorKeysOf(store),
  },
  lineWriter(logger, METRIC_NAMESPACE, Date.now),
);
