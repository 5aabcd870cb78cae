import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Alias, type IFunction, type IVersion, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** The alias by which the API invokes a function: the version that is live, or both while one takes over. */
export const liveAlias = (fn: LambdaFunction): Alias =>
  // The library is not written for exactOptionalPropertyTypes: its own classes do not fit its own interfaces.
  new Alias(fn, 'Live', { aliasName: 'live', version: fn.currentVersion as IVersion });

/** The same, as what a method may invoke. */
export const invoked = (alias: Alias): IFunction => alias as IFunction;

export interface GradualProps {
  readonly aliases: Readonly<Record<string, Alias>>;
  /** One that rings meanwhile takes the new version back. */
  readonly alarms: readonly Alarm[];
}

/**
 * A new version gets a tenth of the requests for five minutes, then all. The publisher is not among them: it is invoked a few
 * times a year, so a tenth of its events for five minutes would be none.
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
