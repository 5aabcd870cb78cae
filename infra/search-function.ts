import { Duration, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import {
  type Alias,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { SearchEnvironment } from '../functions/environment/search.ts';
import { liveAlias } from './gradual.ts';
import { handlerCode } from './handler-code.ts';
import { ownLog } from './own-log.ts';
import { SEARCH_HEAP_MB, SEARCH_MEMORY_MB } from './search-memory.ts';
import { allowOnItems, partitions } from './table-rights.ts';

export interface SearchFunctionProps {
  readonly table: ITable;
  /** Base URL of links in answers, without a closing slash. */
  readonly publicUrl: string;
  /** An email address or an https page where visitors report a wrong fact. */
  readonly reportTo?: string | undefined;
  /** Path of the module with the handler. */
  readonly entry: string;
  /** The places' data file. It is copied next to the bundle, where the handler looks for it. */
  readonly placesFile: string;
  readonly documentFile: string;
}

/**
 * Longer than the API waits (`integrationTimeout` in api.ts). So a slow answer becomes a well-formed 504 of the API,
 * instead of a function that is stopped.
 */
const timeout = Duration.seconds(10);

/**
 * The function that answers every public route. It may only read the dataset by key: no private fields, and no Query,
 * Scan or write. Its log contains what the handler itself writes, and Lambda's own lines, which only have request ids.
 * Tracing is off, because X-Ray records the URL of every request that it samples, and here a URL says where somebody
 * looked for treatment.
 */
export class SearchFunction extends Construct {
  readonly function: LambdaFunction;
  /** The alias that the API invokes. */
  readonly live: Alias;

  constructor(scope: Construct, id: string, props: SearchFunctionProps) {
    const { table, publicUrl, reportTo, entry, placesFile, documentFile } = props;
    super(scope, id);
    const { logGroup, role } = ownLog(this);
    allowOnItems(role, table, ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], [partitions.dataset, partitions.pages]);

    const environment: Omit<SearchEnvironment, 'REPORT_TO'> = {
      TABLE_NAME: table.tableName,
      PUBLIC_URL: publicUrl,
      METRIC_NAMESPACE: Stack.of(this).stackName,
    };
    this.function = new LambdaFunction(this, 'Function', {
      description: 'Answers the public routes of the locator',
      code: handlerCode(entry, { 'places.bin': placesFile, 'openapi.json': documentFile }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: SEARCH_MEMORY_MB,
      timeout,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.DISABLED,
      environment: { ...environment, NODE_OPTIONS: `--max-old-space-size=${SEARCH_HEAP_MB}` },
    });
    if (reportTo !== undefined) this.function.addEnvironment('REPORT_TO' satisfies keyof SearchEnvironment, reportTo);
    this.live = liveAlias(this.function);
  }
}
