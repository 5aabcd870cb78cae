import type { Check, PlainTemplate } from './template-checks.ts';
import { all, at } from './template-checks.ts';

type Properties = Record<string, unknown>;

const alarms = (template: PlainTemplate): [string, Properties][] => all(template, 'AWS::CloudWatch::Alarm');
const nameOf = ([, { AlarmName }]: [string, Properties]): string => String(AlarmName);

/** Name without the stack's name. */
const shortName = (alarm: [string, Properties]): string => nameOf(alarm).split('-').at(-1) ?? '';

/** The runbook's headings, and its table's threshold and periods for each alarm. */
function runbookOf(markdown: string): { readonly headings: string[]; readonly table: Map<string, string> } {
  const headings = [...markdown.matchAll(/^## (\S+)$/gm)].map(([, name = '']) => name);
  const rows = [...markdown.matchAll(/^\| \[(\w+)\]\(#(\w+)\) \| ([^|]+) \|/gm)];
  return { headings, table: new Map(rows.map(([, name = '', , text = '']) => [name, text])) };
}

/** Each alarm has a heading and a row with its own numbers, and the runbook has no others. */
export const runbookFits =
  (markdown: string) =>
  (templates: readonly PlainTemplate[]): string[] => {
    const { headings, table } = runbookOf(markdown);
    const found = templates.flatMap(alarms);
    const names = found.map(shortName);
    return [
      ...names.filter((name) => !headings.includes(name)).map((name) => `${name}: has no heading in the runbook`),
      ...headings.filter((name) => !names.includes(name)).map((name) => `${name}: is in the runbook, but no alarm`),
      ...[...table.keys()].filter((name) => !names.includes(name)).map((name) => `${name}: is a row, but no alarm`),
      ...headings.filter((name, index) => headings.indexOf(name) !== index).map((name) => `${name}: is there twice`),
      ...found.flatMap((alarm) => {
        const [, { Threshold, DatapointsToAlarm, EvaluationPeriods, AlarmDescription }] = alarm;
        const name = shortName(alarm);
        const row = table.get(name) ?? '';
        const numbers = row.replaceAll(',', '').match(/\d+/g) ?? [];
        const periods = [DatapointsToAlarm, EvaluationPeriods].join(' of ');
        const saysPeriods =
          periods === '2 of 3' ? !/\d of \d/.test(row) || row.includes(periods) : row.includes(periods);
        const anchor = `infra/RUNBOOK.md#${name.toLowerCase()}`;
        return [
          ...(numbers[0] === String(Threshold) ? [] : [`${name}: rings at ${Threshold}, not as the runbook says`]),
          ...(saysPeriods ? [] : [`${name}: rings in ${periods}, not as the runbook says`]),
          ...(String(AlarmDescription).endsWith(anchor) ? [] : [`${name}: its message does not lead to the runbook`]),
        ];
      }),
    ];
  };

interface Read {
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: string;
}

/** The metrics that an alarm reads. */
const reads = ({ Metrics, Namespace, MetricName, Statistic, ExtendedStatistic }: Properties): Read[] =>
  Array.isArray(Metrics)
    ? Metrics.flatMap((one: unknown) => {
        const stat = at(one, 'MetricStat');
        if (stat === undefined) return [];
        const [namespace, metric] = [at(stat, 'Metric', 'Namespace'), at(stat, 'Metric', 'MetricName')];
        return [{ namespace: String(namespace), metric: String(metric), statistic: String(at(stat, 'Stat')) }];
      })
    : [
        {
          namespace: String(Namespace),
          metric: String(MetricName),
          statistic: String(Statistic ?? ExtendedStatistic),
        },
      ];

const expressionOf = ({ Metrics }: Properties): string =>
  Array.isArray(Metrics)
    ? String(Metrics.map((one) => at(one, 'Expression')).find((one) => one !== undefined) ?? '')
    : '';

/** If a metric only has data after an event, its alarm must fill the gaps. Otherwise old values ring again. */
export const sparseSeriesAreFilled: Check = (template) =>
  alarms(template).flatMap((alarm) => {
    const [, properties] = alarm;
    const expression = expressionOf(properties);
    const ids = Array.isArray(properties.Metrics)
      ? properties.Metrics.filter((one) => at(one, 'MetricStat') !== undefined).map((one) => String(at(one, 'Id')))
      : ['?'];
    const bare = expression.replaceAll(/FILL\(\w+, 0\)/g, '');
    const open = ids.filter((id) => id === '?' || !expression.includes(`FILL(${id}, 0)`) || bare.includes(id));
    return open.length === 0 ? [] : [`${nameOf(alarm)}: its metric is not filled where no value comes`];
  });

/**
 * An alarm about required events must ring if the events are missing. For every other alarm, missing data is no
 * failure.
 */
export const missingDataIsRead: Check = (template) =>
  alarms(template).flatMap((alarm) => {
    const [, { ComparisonOperator, TreatMissingData }] = alarm;
    const wanted = String(ComparisonOperator).startsWith('LessThan') ? 'breaching' : 'notBreaching';
    return TreatMissingData === wanted ? [] : [`${nameOf(alarm)}: takes missing values for ${TreatMissingData}`];
  });

export const errorsRingByRate: Check = (template) => {
  const found = alarms(template).find((alarm) => shortName(alarm) === 'ApiErrors');
  if (found === undefined) return ['ApiErrors: is missing'];
  const names = reads(found[1]).map(({ metric }) => metric);
  const expression = expressionOf(found[1]);
  return [
    ...(names.includes('5XXError') && names.includes('Count') && /100 \* .+ \/ /.test(expression)
      ? []
      : ['ApiErrors: is a number of errors, not a rate']),
    ...windowOf(found, 2, 3),
  ];
};

const windowOf = (alarm: [string, Properties], breaching: number, of: number): string[] =>
  alarm[1].DatapointsToAlarm === breaching && alarm[1].EvaluationPeriods === of
    ? []
    : [`${nameOf(alarm)}: rings in ${alarm[1].DatapointsToAlarm} of ${alarm[1].EvaluationPeriods}`];

export const slownessIsP99: Check = (template) =>
  alarms(template)
    .filter((alarm) => /Slow$/.test(shortName(alarm)))
    .flatMap((alarm) => [
      ...(reads(alarm[1]).every(({ statistic }) => statistic === 'p99') ? [] : [`${nameOf(alarm)}: is not the p99`]),
      ...windowOf(alarm, 2, 3),
    ]);

/** DynamoDB does not count a throttled batch as a throttled request, but each of its items as a throttle event. */
export const throttlingIsByEvent: Check = (template) => {
  const all = alarms(template).flatMap((alarm) =>
    reads(alarm[1]).map(({ metric }) => [nameOf(alarm), metric] as const),
  );
  return [
    ...all
      .filter(([, metric]) => metric === 'ThrottledRequests')
      .map(([name]) => `${name}: watches ThrottledRequests, which a batch never counts`),
    ...(all.some(([, metric]) => metric === 'ReadThrottleEvents') ? [] : ['nothing watches ReadThrottleEvents']),
  ];
};

/**
 * Metrics that must be watched, by namespace and name.
 * @param stack The stack's name, which is our own namespace.
 */
export const allIsWatched =
  (stack: string) =>
  (templates: readonly PlainTemplate[]): string[] => {
    const found = new Set(
      templates.flatMap((template) =>
        alarms(template).flatMap(([, one]) => reads(one).map(({ namespace, metric }) => `${namespace} ${metric}`)),
      ),
    );
    const wanted = [
      ...['Count', '4XXError', '5XXError', 'Latency'].map((metric) => `AWS/ApiGateway ${metric}`),
      ...['Errors', 'Throttles'].map((metric) => `AWS/Lambda ${metric}`),
      'AWS/CloudFront 5xxErrorRate',
      'AWS/WAFV2 CountedRequests',
      'AWS/SQS ApproximateNumberOfMessagesVisible',
      ...['UploadsRefused', 'datasetAgeHours', 'canaryPassed', 'clientErrors'].map((metric) => `${stack} ${metric}`),
    ];
    return wanted.filter((one) => !found.has(one)).map((one) => `nothing watches ${one}`);
  };

/** Some alarm watches every function's errors, except those of functions that only help a deployment. */
export const everyFunctionIsWatched: Check = (template) => {
  const watched = JSON.stringify(alarms(template));
  return all(template, 'AWS::Lambda::Function')
    .filter(([id, { Environment }]) => !id.startsWith('CustomCDK') && Environment !== undefined)
    .filter(([id]) => !id.startsWith('Canary') && !watched.includes(`{"Ref":"${id}"}`))
    .map(([id]) => `${id}: nobody watches its errors`);
};

/** CloudWatch may publish to the topic, and its encryption allows it. */
export const alarmsReachSomebody: Check = (template) => {
  const topics = all(template, 'AWS::SNS::Topic');
  const policies = all(template, 'AWS::SNS::TopicPolicy');
  return [
    ...alarms(template).flatMap((alarm) =>
      [alarm[1].AlarmActions, alarm[1].OKActions].every((one) => Array.isArray(one) && one.length > 0)
        ? []
        : [`${nameOf(alarm)}: tells nobody`],
    ),
    ...topics.flatMap(([id, { KmsMasterKeyId }]) => {
      const statements = policies.flatMap(([, { PolicyDocument, Topics }]) =>
        JSON.stringify(Topics).includes(`"${id}"`) ? (at(PolicyDocument, 'Statement') as unknown[]) : [],
      );
      const allowed = statements.some(
        (one) =>
          at(one, 'Effect') === 'Allow' &&
          at(one, 'Principal', 'Service') === 'cloudwatch.amazonaws.com' &&
          at(one, 'Action') === 'sns:Publish',
      );
      const subscribed = all(template, 'AWS::SNS::Subscription').some(([, one]) =>
        JSON.stringify(one.TopicArn).includes(`"${id}"`),
      );
      return [
        ...(statements.length > 0 && !allowed ? [`${id}: its policy keeps CloudWatch out`] : []),
        ...(KmsMasterKeyId === undefined ? [] : [`${id}: CloudWatch may not use its key`]),
        ...(subscribed ? [] : [`${id}: nobody listens`]),
      ];
    }),
  ];
};

/** A dead-letter queue must accept messages from its sources. */
export const deadLettersArrive: Check = (template) =>
  all(template, 'AWS::Events::Rule').flatMap(([ruleId, { Targets }]) =>
    (Targets as unknown[]).flatMap((target) => {
      const queueId = at(target, 'DeadLetterConfig', 'Arn', 'Fn::GetAtt', 0);
      if (queueId === undefined) return [];
      const queue = all(template, 'AWS::SQS::Queue').find(([id]) => id === queueId)?.[1];
      const allowed = all(template, 'AWS::SQS::QueuePolicy')
        .filter(([, { Queues }]) => JSON.stringify(Queues).includes(`"${queueId}"`))
        .flatMap(([, { PolicyDocument }]) => at(PolicyDocument, 'Statement') as unknown[])
        .some(
          (one) =>
            at(one, 'Effect') === 'Allow' &&
            at(one, 'Principal', 'Service') === 'events.amazonaws.com' &&
            JSON.stringify(at(one, 'Condition')).includes(`"${ruleId}"`),
        );
      const key = queue?.KmsMasterKeyId;
      return [
        ...(allowed ? [] : [`${ruleId}: may not write to ${queueId}`]),
        ...(key === undefined ? [] : [`${ruleId}: may not use the key of ${queueId} (${String(key)})`]),
      ];
    }),
  );

/** Every alarm has a graph on the dashboard. @param edge The template with the alarms of the other region. */
export const dashboardShowsAll =
  (edge: PlainTemplate): Check =>
  (template) => {
    const text = JSON.stringify(all(template, 'AWS::CloudWatch::Dashboard'));
    return [template, edge]
      .flatMap(alarms)
      .filter((alarm) => !text.includes(`${shortName(alarm)}: `))
      .map((alarm) => `${nameOf(alarm)}: is not on the dashboard`);
  };

/** The canary is scheduled at least once in the period of its alarms. */
export const canaryVisits: Check = (template) => {
  const ids = all(template, 'AWS::Lambda::Function')
    .map(([id]) => id)
    .filter((id) => id.startsWith('Canary'));
  const rules = all(template, 'AWS::Events::Rule').filter(([, { Targets }]) =>
    ids.some((id) => JSON.stringify(Targets).includes(`"${id}"`)),
  );
  const right = rules.some(
    ([, { ScheduleExpression, State }]) => ScheduleExpression === 'rate(5 minutes)' && State === 'ENABLED',
  );
  return right ? [] : ['no rule has the canary visit every five minutes'];
};
