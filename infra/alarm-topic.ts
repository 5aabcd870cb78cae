import { Annotations, Aws, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

export interface AlarmTopicProps {
  /** Gets an email for each alarm, after confirming a first one. */
  readonly email?: string | undefined;
  /** An existing topic in the same region, used instead. */
  readonly topicArn?: string | undefined;
}

/**
 * The people whom alarms notify. Synthesis warns if there are none: nobody would see an alarm that only turns red on a
 * page. The topic is not encrypted with an AWS-managed key, because CloudWatch may not use one to publish.
 */
export function alarmTopic(scope: Construct, id: string, { email, topicArn }: AlarmTopicProps): ITopic | undefined {
  if (topicArn !== undefined) return Topic.fromTopicArn(scope, id, topicArn);
  if (email === undefined) {
    Annotations.of(scope).addWarningV2(
      'locator:alarmsTellNobody',
      'Alarms notify nobody. Pass --context alarmEmail=ops@example.org (remembered), or alarmTopicArn of an SNS topic',
    );
    return undefined;
  }
  const topic = new Topic(scope, id, { displayName: `${Stack.of(scope).stackName} alarms`, enforceSSL: true });
  topic.addSubscription(new EmailSubscription(email));
  // An explicit policy replaces the default that lets everything in the account publish, including CloudWatch.
  topic.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:cloudwatch:${Aws.REGION}:${Aws.ACCOUNT_ID}:alarm:*` },
      },
    }),
  );
  return topic;
}
