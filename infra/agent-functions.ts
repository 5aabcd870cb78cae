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
import type { AgentsEnvironment } from '../functions/environment/agents.ts';
import { liveAlias } from './gradual.ts';
import { handlerCode } from './handler-code.ts';
import { ownLog } from './own-log.ts';
import type { SignIn } from './sign-in.ts';
import { allowOnItems, partitions } from './table-rights.ts';

export interface AgentFunctionProps {
  readonly table: ITable;
  readonly publicUrl: string;
  readonly signIn: Pick<SignIn, 'issuer' | 'client'>;
  readonly description: string;
  /** Path of the module with the handler. */
  readonly entry: string;
  readonly placesFile: string;
  /** True to allow writes, in addition to reading the dataset and the facts recorded about centers. */
  readonly writes?: boolean;
}

/**
 * Longer than the API waits for an answer. So a slow answer becomes a well-formed 504 of the API, instead of a function
 * that is stopped.
 */
const timeout = Duration.seconds(10);

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];

/**
 * One of the two functions of the admissions team: one reads, the other also writes. They are separate from the public
 * function, so that it cannot read private fields. Neither can scan the table. The writing one changes facts recorded
 * about centers, pages and HEAD. It may delete entries of the waiting list, and pages, because the right to write in
 * batches also allows deleting. As in the search function there is no tracing, and the log contains only what the
 * handler writes.
 */
export class AgentFunction extends Construct {
  readonly function: LambdaFunction;
  /** The alias that the API invokes. */
  readonly live: Alias;

  constructor(scope: Construct, id: string, props: AgentFunctionProps) {
    super(scope, id);
    const { table, publicUrl, signIn, description, entry, placesFile, writes = false } = props;
    const { logGroup, role } = ownLog(this);
    const { centers, codes, dataset, pages, progress, signOuts, waiting } = partitions;
    const allow = (actions: string[], keys: readonly string[]) => allowOnItems(role, table, actions, keys);
    allow(reading, [centers, codes, dataset, pages, progress, ...(writes ? [signOuts, waiting] : [])]);
    if (writes) {
      allow(['dynamodb:PutItem'], [centers, codes, dataset, signOuts, waiting]);
      // The right to write in batches also allows deleting, so it is not given for history, private fields and HEAD.
      allow(['dynamodb:BatchWriteItem'], [pages]);
      allow(['dynamodb:UpdateItem'], [dataset, progress]);
      allow(['dynamodb:DeleteItem'], [waiting]);
    }
    const environment: AgentsEnvironment = {
      TABLE_NAME: table.tableName,
      PUBLIC_URL: publicUrl,
      TOKEN_ISSUER: signIn.issuer,
      TOKEN_CLIENT: signIn.client.userPoolClientId,
      METRIC_NAMESPACE: Stack.of(this).stackName,
    };
    this.function = new LambdaFunction(this, 'Function', {
      description,
      code: handlerCode(entry, { 'places.bin': placesFile }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024,
      timeout,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.DISABLED,
      environment: { ...environment },
    });
    this.live = liveAlias(this.function);
  }
}
