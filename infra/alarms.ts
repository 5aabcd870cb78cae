import { Duration, Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { type Alarm, type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type ITable, Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { MetricName } from '../functions/environment/metrics.ts';
import { type AlarmSpec, addAlarms, filled, filledOne } from './alarm.ts';
import { alarmTopic } from './alarm-topic.ts';
import type { Publisher } from './publisher.ts';

export interface AlarmsProps {
  readonly api: RestApi;
  readonly table: ITable;
  readonly search: IFunction;
  /** The admissions team's functions. */
  readonly agents: readonly IFunction[];
  readonly publisher: Publisher;
  /** If nothing was published for this many days, the dataset counts as stale. */
  readonly staleAfterDays: number;
  readonly email?: string | undefined;
  readonly topicArn?: string | undefined;
}

const period = Duration.minutes(1);
/** Minutes between visits of the canary. */
export const CANARY_MINUTES = 5;
const canaryPeriod = Duration.minutes(CANARY_MINUTES);

/** Returns a metric that CloudWatch counts from the lines of our own log. */
export function ownMetric(scope: Construct, name: MetricName, statistic: string, every: Duration = period): Metric {
  return new Metric({ namespace: Stack.of(scope).stackName, metricName: name, statistic, period: every });
}

/**
 * Defines every alarm that a person must react to. Alarms use only counts, no content. `RUNBOOK.md` says what to do
 * about each.
 */
export class Alarms extends Construct {
  readonly specs: Readonly<Record<string, AlarmSpec>>;
  readonly all: ReadonlyMap<string, Alarm>;
  /**
   * Lists the alarms that a new version of the functions can set off within minutes. If one rings, the deployment is
   * rolled back.
   */
  readonly ofNewCode: readonly Alarm[];

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.specs = this.specsOf(props);
    const { email, topicArn } = props;
    this.all = addAlarms(this, this.specs, alarmTopic(this, 'Topic', { email, topicArn }));
    this.ofNewCode = ['ApiErrors', 'SearchErrors', 'AgentErrors'].flatMap((name) => this.all.get(name) ?? []);
  }

  private specsOf({ api, table, search, agents, publisher, staleAfterDays }: AlarmsProps) {
    const sum = { period, statistic: Stats.SUM };
    const own = (name: MetricName, statistic: string, every?: Duration) => ownMetric(this, name, statistic, every);
    const ofTable = (metricName: string, more: Record<string, string> = {}): Metric =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: table.tableName, ...more },
        ...sum,
      });
    const eachOf = (metrics: readonly IMetric[]) => Object.fromEntries(metrics.map((one, index) => [`m${index}`, one]));
    const summed = (label: string, metrics: readonly IMetric[]): IMetric =>
      filled(label, eachOf(metrics), (of) => metrics.map((_one, index) => of(`m${index}`)).join(' + '));

    return {
      ApiErrors: {
        // With only one failure the rate counts as 0, because one failure among few requests says nothing.
        metric: filled(
          'Percent of answers that are 5xx',
          { errors: api.metricServerError(sum), requests: api.metricCount(sum) },
          (of) => `IF(${of('errors')} >= 2, 100 * ${of('errors')} / ${of('requests')}, 0)`,
        ),
        threshold: 5,
        description: 'Five or more of a hundred answers of the API are 5xx',
      },
      ApiSlow: {
        metric: filledOne('p99 in ms', api.metricLatency({ period, statistic: Stats.percentile(99) })),
        threshold: 1500,
        description: 'One answer in a hundred takes longer than 1.5 s',
      },
      ApiRefusals: {
        metric: filled(
          'Refused by API Gateway',
          { total: api.metricClientError(sum), ours: own('clientErrors', Stats.SUM) },
          (of) => `${of('total')} - ${of('ours')}`,
        ),
        threshold: 100,
        description: 'API Gateway refuses 100 requests a minute itself: 403 without a valid key, or 429 over a limit',
      },
      NoTraffic: {
        metric: filledOne('Requests', api.metricCount({ period: canaryPeriod, statistic: Stats.SUM }), canaryPeriod),
        threshold: 1,
        below: true,
        periods: [3, 3],
        description: 'No request has reached the API for 15 minutes, not even the canary’s',
      },
      SearchErrors: {
        metric: filledOne('Errors', search.metricErrors(sum)),
        threshold: 1,
        description: 'The search function crashes or runs out of time',
      },
      SearchThrottled: {
        metric: filledOne('Throttles', search.metricThrottles(sum)),
        threshold: 1,
        description: "The account's concurrency limit refuses searches",
      },
      AgentErrors: {
        metric: summed(
          'Errors',
          agents.map((one) => one.metricErrors(sum)),
        ),
        threshold: 1,
        description: "A function of the admissions team's console crashes or runs out of time",
      },
      TableErrors: {
        metric: summed(
          'System errors of reads',
          [Operation.GET_ITEM, Operation.BATCH_GET_ITEM].map((one) => ofTable('SystemErrors', { Operation: one })),
        ),
        threshold: 1,
        description: 'DynamoDB fails reads',
      },
      TableThrottled: {
        metric: summed('Throttled reads and writes', [ofTable('ReadThrottleEvents'), ofTable('WriteThrottleEvents')]),
        threshold: 1,
        description: 'DynamoDB throttles the table: a page is hotter than one partition allows',
      },
      TableSlow: {
        metric: filledOne(
          'p99 in ms',
          ofTable('SuccessfulRequestLatency', { Operation: Operation.BATCH_GET_ITEM }).with({
            statistic: Stats.percentile(99),
          }),
        ),
        threshold: 100,
        description: 'One BatchGetItem in a hundred takes longer than 100 ms',
      },
      UploadRefused: {
        metric: filledOne('Files refused', publisher.refused),
        threshold: 1,
        periods: [1, 1],
        description: 'A file that was uploaded to be published has faults and changed nothing',
      },
      PublishErrors: {
        metric: filledOne('Errors', publisher.function.metricErrors(sum)),
        threshold: 1,
        periods: [1, 1],
        description: 'Publishing an upload failed; it is tried twice more',
      },
      PublishGivenUp: {
        metric: filledOne(
          'Uploads given up',
          publisher.deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
        ),
        threshold: 1,
        periods: [1, 1],
        description: 'An upload could not be published in three tries',
      },
      DatasetStale: {
        metric: filledOne(
          'Hours since the last publish',
          own('datasetAgeHours', Stats.MAXIMUM, canaryPeriod),
          canaryPeriod,
        ),
        threshold: staleAfterDays * 24,
        periods: [3, 3],
        description: `Nothing was published, confirmed or corrected for ${staleAfterDays} days`,
      },
      CanaryFailing: {
        metric: filledOne('Visits without a fault', own('canaryPassed', Stats.MINIMUM, canaryPeriod), canaryPeriod),
        threshold: 1,
        below: true,
        description: 'The canary cannot load the page, or a search near a state’s capital finds nothing there',
      },
    } satisfies Record<string, AlarmSpec>;
  }
}
