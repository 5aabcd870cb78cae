import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Alias, type IFunction, type IVersion, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/**
 * The alias by which the API invokes a function. It means the live version, or the old and the new one during a gradual
 * deployment.
 */
export const liveAlias = (fn: LambdaFunction): Alias =>
  // The cast is needed because the library's types do not support exactOptionalPropertyTypes.
  new Alias(fn, 'Live', { aliasName: 'live', version: fn.currentVersion as IVersion });

/** Casts an alias to the type that a method of the API can invoke. (The library's types do not allow it directly.) */
export const invoked = (alias: Alias): IFunction => alias as IFunction;

export interface GradualProps {
  readonly aliases: Readonly<Record<string, Alias>>;
  /** If one of these alarms rings during the deployment, the new version is rolled back. */
  readonly alarms: readonly Alarm[];
}

/**
 * Sends a tenth of the requests to a new version for five minutes, and then all. It is not used for the publisher,
 * which is invoked a few times a year: in five minutes it would usually get no event at all.
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
