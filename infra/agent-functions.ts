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
  /** Path of the handler's module. */
  readonly entry: string;
  readonly placesFile: string;
  /** True to allow writes, in addition to reading its dataset and the facts recorded about centers. */
  readonly writes?: boolean;
}

/** Longer than the API waits, so that a slow answer becomes the API's 504, not a crash. */
const timeout = Duration.seconds(10);

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];

/**
 * A function of the admissions team. It is apart from the public one, which cannot read private fields. Neither agents'
 * function can scan the table, and only the writing one changes it: facts recorded about centers, pages and HEAD. It
 * deletes only entries of the waiting list, and pages, because a right to batch writes includes deletes. As in the
 * search function there is no tracing, and the log holds only what the handler writes.
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
      // A right to batch writes includes deletes, so history, private fields and HEAD are never written in batches.
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
