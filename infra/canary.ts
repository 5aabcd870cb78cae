import { Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Architecture, Function as LambdaFunction, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { Construct, type IDependable } from 'constructs';
import type { CanaryEnvironment } from '../functions/environment/canary.ts';
import { CANARY_MINUTES } from './alarms.ts';
import { handlerCode } from './handler-code.ts';
import { ownLog } from './own-log.ts';

export interface CanaryProps {
  /** URL of the website that the canary visits, without a closing slash. */
  readonly publicUrl: string;
  /** Path of the module with the handler. */
  readonly entry: string;
  /** Resources that must exist before the canary's first visit. */
  readonly after: readonly IDependable[];
}

/**
 * Visits the website every few minutes, as a person would. It is our own function and not CloudWatch Synthetics, which
 * keeps screenshots and URLs of requests, and costs about 10 USD a month more for the same visits. It may only write
 * its own log, and it reads the listings through the website like everybody else.
 */
export class Canary extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, { publicUrl, entry, after }: CanaryProps) {
    super(scope, id);
    const { logGroup, role } = ownLog(this);
    const environment: CanaryEnvironment = { PUBLIC_URL: publicUrl, METRIC_NAMESPACE: Stack.of(this).stackName };
    this.function = new LambdaFunction(this, 'Function', {
      description: 'Visits the website as a person does, and counts whether all is well',
      code: handlerCode(entry, {}),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 256,
      timeout: Duration.minutes(1),
      // A failed visit is not retried, because the next one follows soon, and a late retry would count for another
      // period.
      retryAttempts: 0,
      maxEventAge: Duration.minutes(CANARY_MINUTES),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.DISABLED,
      environment: { ...environment },
    });
    const rule = new Rule(this, 'Every', {
      description: 'The canary visits the website',
      schedule: Schedule.rate(Duration.minutes(CANARY_MINUTES)),
      targets: [new LambdaTarget(this.function, { retryAttempts: 0 })],
    });
    rule.node.addDependency(...after);
  }
}
