import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Alias, type IFunction, type IVersion, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** The alias by which the API invokes a function: the live version, or both during a gradual deployment. */
export const liveAlias = (fn: LambdaFunction): Alias =>
  // The library's types do not support exactOptionalPropertyTypes: its own classes do not match its own interfaces.
  new Alias(fn, 'Live', { aliasName: 'live', version: fn.currentVersion as IVersion });

/** The alias as a type that a method can invoke. */
export const invoked = (alias: Alias): IFunction => alias as IFunction;

export interface GradualProps {
  readonly aliases: Readonly<Record<string, Alias>>;
  /** If one of them rings meanwhile, the new version is rolled back. */
  readonly alarms: readonly Alarm[];
}

/**
 * A new version gets a tenth of the requests for five minutes, then all. Not for the publisher: it is invoked a few
 * times a year, so a tenth of its events for five minutes would usually be zero.
 */
export class Gradual extends Construct {
  constructor(scope: Construct, id: string, { aliases, alarms }: GradualProps) {
    super(scope, id);
    const application = new LambdaApplication(this, 'Application');
    for (const [name, alias] of Object.entries(aliases)) {
      new LambdaDeploymentGroup(this, name, {
        application,
        alias,
        deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        alarms: [...alarms],
        autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
      });
    }
  }
}
