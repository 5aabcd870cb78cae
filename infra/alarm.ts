import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** The definition of an alarm. A person must react to each alarm. */
export interface AlarmSpec {
  readonly metric: IMetric;
  /** The alarm rings if the metric is at this value or above. */
  readonly threshold: number;
  /** If true, the alarm rings if the metric is below the threshold, and also if there is no data. @default false */
  readonly below?: boolean;
  /** How many of the last periods must be over the threshold before the alarm rings. @default 2 of 3 */
  readonly periods?: readonly [breaching: number, of: number];
  readonly description: string;
}

/** Path of the runbook, which has a heading for each alarm. */
const RUNBOOK = 'infra/RUNBOOK.md';

/** Returns the link to an alarm's heading in the runbook. GitHub's anchor of a heading is its text in lower case. */
export const runbookLink = (name: string): string => `${RUNBOOK}#${name.toLowerCase()}`;

/** Creates the alarms. Each notifies the topic when it rings and when it ends. */
export function addAlarms(
  scope: Construct,
  specs: Readonly<Record<string, AlarmSpec>>,
  topic: ITopic | undefined,
): ReadonlyMap<string, Alarm> {
  const { stackName } = Stack.of(scope);
  const alarms = new Map<string, Alarm>();
  for (const [name, { metric, threshold, below = false, periods = [2, 3], description }] of Object.entries(specs)) {
    const alarm = new Alarm(scope, name, {
      alarmName: `${stackName}-${name}`,
      alarmDescription: `${description}. What to do: ${runbookLink(name)}`,
      metric,
      threshold,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      datapointsToAlarm: periods[0],
      evaluationPeriods: periods[1],
      // Without data the alarm is quiet, because no traffic is no failure. An alarm with `below` requires traffic.
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    if (topic) {
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
    }
    alarms.set(name, alarm);
  }
  return alarms;
}

/**
 * Returns an expression over named metrics that counts missing values as 0. Most failure metrics have values only after
 * a failure. Without the zeros, an alarm would use older values instead, and ring again because of a failure that is
 * over.
 */
export function filled(
  label: string,
  metrics: Readonly<Record<string, IMetric>>,
  expression: (name: (key: string) => string) => string,
  period: Duration = Duration.minutes(1),
): IMetric {
  return new MathExpression({
    label,
    period,
    usingMetrics: { ...metrics },
    expression: expression((key) => `FILL(${key}, 0)`),
  });
}

/** Returns a metric with missing values counted as 0. */
export const filledOne = (label: string, metric: IMetric, period?: Duration): IMetric =>
  filled(label, { m: metric }, (of) => of('m'), period);
