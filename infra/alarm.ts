import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** One alarm that a person must react to. */
export interface AlarmSpec {
  readonly metric: IMetric;
  /** Rings at this value and beyond. */
  readonly threshold: number;
  /** Rings below the threshold instead, and if there is no data. @default false */
  readonly below?: boolean;
  /** Number of breaching periods, and of how many. @default 2 of 3 */
  readonly periods?: readonly [breaching: number, of: number];
  readonly description: string;
}

/** File of the runbook; each alarm has its own heading there. */
const RUNBOOK = 'infra/RUNBOOK.md';

/** Heading of an alarm in the runbook: GitHub's anchor is the name in lower case. */
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
      // No traffic is no failure, unless the alarm requires traffic.
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
 * An expression over named metrics that counts missing values as 0. Most failure metrics have values only after a
 * failure; without the zeros an alarm would look further back, and ring again because of old ones.
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

/** One metric that counts missing values as 0. */
export const filledOne = (label: string, metric: IMetric, period?: Duration): IMetric =>
  filled(label, { m: metric }, (of) => of('m'), period);
