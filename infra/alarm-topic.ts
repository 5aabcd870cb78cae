import { Annotations, Aws, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

export interface AlarmTopicProps {
  /** Address that gets an email for each alarm. Its owner must first confirm a message from AWS. */
  readonly email?: string | undefined;
  /** ARN of an existing topic in the same region, used instead of a new one. */
  readonly topicArn?: string | undefined;
}

/**
 * The topic through which alarms notify people. Synthesis warns if it has no recipient: then nobody would see an alarm
 * that only turns red on a page. The topic is not encrypted with an AWS-managed key, because CloudWatch may not publish
 * with such a key.
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
  // This explicit policy replaces the default policy, which would let everything in the account publish, so it must
  // allow CloudWatch.
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
