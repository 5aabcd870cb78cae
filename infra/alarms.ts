import { Duration } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Alarm, ComparisonOperator, type IMetric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type ITable, Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Publisher } from './publisher.ts';

export interface AlarmsProps {
  readonly api: RestApi;
  readonly table: ITable;
  readonly function: IFunction;
  readonly publisher: Publisher;
  /** An SNS topic that is told. @default alarms only show in CloudWatch */
  readonly topicArn?: string | undefined;
}

interface Threshold {
  readonly metric: IMetric;
  readonly threshold: number;
  /** How many of the last five periods must be over it. */
  readonly periods: number;
  readonly description: string;
}

const period = Duration.minutes(1);
const reads = [Operation.GET_ITEM, Operation.BATCH_GET_ITEM];

/** What a person must look at: failures, refusals and slowness of API, function and table. Counts only, no content. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { api, table, function: handler, publisher, topicArn } = props;
    const sum = { period, statistic: Stats.SUM };
    const alarms: Record<string, Threshold> = {
      ApiErrors: {
        metric: api.metricServerError(sum),
        threshold: 5,
        periods: 2,
        description: 'The API answers 5xx',
      },
      ApiSlow: {
        metric: api.metricLatency({ period, statistic: Stats.percentile(99) }),
        threshold: 1500,
        periods: 3,
        description: 'One answer in a hundred takes longer than 1.5 s',
      },
      SearchErrors: {
        metric: handler.metricErrors(sum),
        threshold: 1,
        periods: 2,
        description: 'The search function crashes or times out',
      },
      SearchThrottled: {
        metric: handler.metricThrottles(sum),
        threshold: 1,
        periods: 2,
        description: "The account's concurrency limit refuses searches",
      },
      UploadRefused: {
        metric: publisher.refused,
        threshold: 1,
        periods: 1,
        description: 'A file put there to be published is faulty and changed nothing: its report says why',
      },
      PublishErrors: {
        metric: publisher.function.metricErrors(sum),
        threshold: 1,
        periods: 1,
        description: 'Publishing an upload failed; it is tried twice more',
      },
      PublishGivenUp: {
        metric: publisher.deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
        threshold: 1,
        periods: 1,
        description: 'An upload could not be published: fix the cause, then upload it again',
      },
      TableErrors: {
        metric: table.metricSystemErrorsForOperations({ operations: reads, period }),
        threshold: 1,
        periods: 2,
        description: 'DynamoDB fails reads',
      },
      TableThrottled: {
        metric: table.metricThrottledRequestsForOperations({ operations: reads, period }),
        threshold: 1,
        periods: 2,
        description: 'DynamoDB refuses reads: a page is hotter than one partition allows',
      },
      TableSlow: {
        metric: table.metricSuccessfulRequestLatency({
          dimensionsMap: { TableName: table.tableName, Operation: Operation.BATCH_GET_ITEM },
          period,
          statistic: Stats.percentile(99),
        }),
        threshold: 100,
        periods: 3,
        description: 'One BatchGetItem in a hundred takes longer than 100 ms',
      },
    };
    const topic = topicArn === undefined ? undefined : Topic.fromTopicArn(this, 'Topic', topicArn);
    for (const [name, { metric, threshold, periods, description }] of Object.entries(alarms)) {
      const alarm = new Alarm(this, name, {
        alarmDescription: description,
        metric,
        threshold,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: 5,
        datapointsToAlarm: periods,
        // No traffic is not a failure.
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      if (topic) alarm.addAlarmAction(new SnsAction(topic));
    }
  }
}
