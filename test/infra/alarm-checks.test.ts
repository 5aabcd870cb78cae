import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { edgeStackName, stackName } from '../../infra/names.ts';
import {
  alarmsReachSomebody,
  allIsWatched,
  canaryVisits,
  dashboardShowsAll,
  deadLettersArrive,
  errorsRingByRate,
  everyFunctionIsWatched,
  missingDataIsRead,
  runbookFits,
  slownessIsP99,
  sparseSeriesAreFilled,
  throttlingIsByEvent,
} from './alarm-checks.ts';
import { mutant, type Open, type Seed } from './support/mutant.ts';
import { stubTemplate } from './support/stack.ts';
import type { Check, PlainTemplate } from './template-checks.ts';

const runbook = readFileSync(new URL('../../infra/RUNBOOK.md', import.meta.url), 'utf8');

const template = stubTemplate().toJSON() as PlainTemplate;
const edge = stubTemplate({}, edgeStackName).toJSON() as PlainTemplate;

const checks = {
  sparseSeriesAreFilled,
  missingDataIsRead,
  errorsRingByRate,
  slownessIsP99,
  throttlingIsByEvent,
  everyFunctionIsWatched,
  alarmsReachSomebody,
  deadLettersArrive,
  dashboardShowsAll: dashboardShowsAll(edge),
  canaryVisits,
};

describe('on this application', () => {
  test.each(Object.entries(checks))('%s finds nothing', (_name, check) => expect(check(template)).toEqual([]));
  test('the alarms of the edge are as sound', () => {
    for (const check of [sparseSeriesAreFilled, missingDataIsRead, alarmsReachSomebody])
      expect(check(edge)).toEqual([]);
  });
  test('all that must be is watched, and the runbook has each alarm once, with its numbers', () => {
    expect(allIsWatched(stackName)([template, edge])).toEqual([]);
    expect(runbookFits(runbook)([template, edge])).toEqual([]);
  });
});

describe('who is told', () => {
  const topicIn = (region: string) => `arn:aws:sns:${region}:111122223333:on-call`;
  const actions = (context: Record<string, string | undefined>, name: string) =>
    Object.values((stubTemplate({ alarmEmail: undefined, ...context }, name).toJSON() as PlainTemplate).Resources)
      .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
      .flatMap(({ Properties }) => Properties?.AlarmActions ?? []);

  test('is whoever is named: a topic that is there, in its own region', () => {
    const context = { alarmTopicArn: topicIn('us-west-2'), edgeAlarmTopicArn: topicIn('us-east-1') };
    expect(new Set(actions(context, stackName))).toEqual(new Set([context.alarmTopicArn]));
    expect(new Set(actions(context, edgeStackName))).toEqual(new Set([context.edgeAlarmTopicArn]));
  });
  test('of the edge is the one topic too, where that is in the edge’s region', () => {
    const [near, far] = [topicIn('us-east-1'), topicIn('us-west-2')];
    expect(new Set(actions({ alarmTopicArn: near }, edgeStackName))).toEqual(new Set([near]));
    expect(actions({ alarmTopicArn: far }, edgeStackName)).not.toContain(far);
  });
  test('is nobody where nobody is named, which the check finds', () => {
    const silent = stubTemplate({ alarmEmail: undefined }).toJSON() as PlainTemplate;
    expect(alarmsReachSomebody(silent)).toContain(`${stackName}-ApiErrors: tells nobody`);
  });
});

describe('a mutant is found:', () => {
  const found = (check: Check, finding: RegExp, seed: Seed) =>
    expect(check(mutant(template, seed)).join('\n')).toMatch(finding);
  const alarm = (of: (type: string) => Open, name: string): Open =>
    of('AWS::CloudWatch::Alarm').find((one: Open) => one.AlarmName.endsWith(`-${name}`));
  const expression = (one: Open): Open => one.Metrics.find((metric: Open) => metric.Expression);
  const metric = (one: Open, index = 0): Open => one.Metrics.filter((each: Open) => each.MetricStat)[index].MetricStat;
  const statements = (of: (type: string) => Open, type: string): Open =>
    of(type).flatMap((one: Open) => one.PolicyDocument.Statement);

  const everyAlarm = Object.values(template.Resources)
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
    .map(({ Properties }) => String(Properties?.AlarmName).replace(`${stackName}-`, ''));
  test.each(everyAlarm)('%s without the zeros between', (name) =>
    found(sparseSeriesAreFilled, new RegExp(`-${name}: its metric is not filled`), (_all, of) => {
      const one = expression(alarm(of, name));
      one.Expression = one.Expression.replace(/FILL\((\w+), 0\)/, '$1');
    }),
  );
  test.each(everyAlarm)('%s with missing values read the other way', (name) =>
    found(missingDataIsRead, new RegExp(`-${name}: takes missing values`), (_all, of) => {
      const one = alarm(of, name);
      one.TreatMissingData = one.TreatMissingData === 'breaching' ? 'notBreaching' : 'breaching';
    }),
  );
  test.each(everyAlarm)('%s that tells nobody', (name) =>
    found(alarmsReachSomebody, new RegExp(`-${name}: tells nobody`), (_all, of) => {
      delete alarm(of, name).AlarmActions;
    }),
  );
  test.each(everyAlarm)('%s that is not on the dashboard', (name) =>
    found(dashboardShowsAll(edge), new RegExp(`-${name}: is not on the dashboard`), (_all, of) => {
      const [page] = of('AWS::CloudWatch::Dashboard');
      page.DashboardBody = JSON.parse(JSON.stringify(page.DashboardBody).replaceAll(`${name}: `, 'Graph: '));
    }),
  );

  test('errors by number', () =>
    found(errorsRingByRate, /a number of errors, not a rate/, (_all, of) => {
      expression(alarm(of, 'ApiErrors')).Expression = 'FILL(errors, 0) + 0 * FILL(requests, 0)';
    }));
  test('errors in five minutes of five', () =>
    found(errorsRingByRate, /ApiErrors: rings in 5 of 5/, (_all, of) => {
      Object.assign(alarm(of, 'ApiErrors'), { DatapointsToAlarm: 5, EvaluationPeriods: 5 });
    }));
  test('slowness by the average', () =>
    found(slownessIsP99, /ApiSlow: is not the p99/, (_all, of) => {
      metric(alarm(of, 'ApiSlow')).Stat = 'Average';
    }));
  test('throttling by request', () =>
    found(throttlingIsByEvent, /TableThrottled: watches ThrottledRequests[\s\S]*nothing watches Read/, (_all, of) => {
      metric(alarm(of, 'TableThrottled')).Metric.MetricName = 'ThrottledRequests';
    }));
  test.each([
    ['ApiRefusals', 0, 'AWS/ApiGateway 4XXError'],
    ['ApiRefusals', 1, `${stackName} clientErrors`],
    ['UploadRefused', 0, `${stackName} UploadsRefused`],
    ['PublishGivenUp', 0, 'AWS/SQS ApproximateNumberOfMessagesVisible'],
    ['DatasetStale', 0, `${stackName} datasetAgeHours`],
    ['CanaryFailing', 0, `${stackName} canaryPassed`],
  ])('%s that watches something else (%i)', (name, index, watched) => {
    const broken = mutant(template, (_all, of) => {
      metric(alarm(of, name), index).Metric.MetricName = 'SomethingElse';
    });
    expect(allIsWatched(stackName)([broken, edge])).toEqual([`nothing watches ${watched}`]);
  });
  test('counts of another stage', () => {
    const broken = mutant(template, (_all, of) => {
      metric(alarm(of, 'CanaryFailing')).Metric.Namespace = `${stackName}-other`;
    });
    expect(allIsWatched(stackName)([broken, edge])).toEqual([`nothing watches ${stackName} canaryPassed`]);
  });
  test('no alarm of the edge', () =>
    expect(allIsWatched(stackName)([template])).toEqual([
      'nothing watches AWS/CloudFront 5xxErrorRate',
      'nothing watches AWS/WAFV2 CountedRequests',
    ]));
  test('a function that nobody watches', () =>
    found(everyFunctionIsWatched, /^AgentWrites\w+: nobody watches its errors$/, (_all, of) => {
      metric(alarm(of, 'AgentErrors'), 1).Metric.Dimensions = [];
    }));
  test('a topic whose policy keeps CloudWatch out', () =>
    found(alarmsReachSomebody, /its policy keeps CloudWatch out/, (_all, of) => {
      const [policy] = of('AWS::SNS::TopicPolicy');
      policy.PolicyDocument.Statement = policy.PolicyDocument.Statement.filter((one: Open) => one.Effect === 'Deny');
    }));
  test('a topic under a key that CloudWatch may not use', () =>
    found(alarmsReachSomebody, /CloudWatch may not use its key/, (_all, of) => {
      of('AWS::SNS::Topic')[0].KmsMasterKeyId = 'alias/aws/sns';
    }));
  test('a topic that nobody listens to', () =>
    found(alarmsReachSomebody, /nobody listens/, (resources) => {
      for (const [id, { Type }] of Object.entries<Open>(resources))
        if (Type === 'AWS::SNS::Subscription') delete resources[id];
    }));
  test('a queue of dead letters that EventBridge may not write to', () =>
    found(deadLettersArrive, /may not write to Publisher/, (_all, of) => {
      for (const one of statements(of, 'AWS::SQS::QueuePolicy')) if (one.Effect === 'Allow') one.Effect = 'Deny';
    }));
  test('a queue of dead letters under a key that EventBridge may not use', () =>
    found(deadLettersArrive, /may not use the key of Publisher\w+ \(alias\/aws\/sqs\)/, (_all, of) => {
      of('AWS::SQS::Queue')[0].KmsMasterKeyId = 'alias/aws/sqs';
    }));
  test.each([
    ['ScheduleExpression', 'rate(1 day)'],
    ['State', 'DISABLED'],
  ])('a canary whose rule has %s %s', (name, value) =>
    found(canaryVisits, /no rule has the canary visit/, (_all, of) => {
      of('AWS::Events::Rule').find((one: Open) => one.ScheduleExpression)[name] = value;
    }),
  );

  const misfit = (finding: RegExp, change: (markdown: string) => string, seed?: Seed) => {
    const changed = change(runbook);
    if (seed === undefined) expect(changed).not.toBe(runbook);
    const broken = seed === undefined ? template : mutant(template, seed);
    expect(runbookFits(changed)([broken, edge]).join('\n')).toMatch(finding);
  };
  const same = (text: string): string => text;
  test('an alarm without a heading', () =>
    misfit(/^ApiSlow: has no heading/, (text) => text.replace('## ApiSlow', '## Slowness of the API')));
  test('a heading without an alarm', () =>
    misfit(/^ApiSlow: is in the runbook, but no alarm\nApiSlow: is a row/, same, (resources) => {
      for (const [id, one] of Object.entries<Open>(resources))
        if (one.Properties?.AlarmName?.endsWith('-ApiSlow')) delete resources[id];
    }));
  test('another threshold than the runbook says', () =>
    misfit(/^ApiSlow: rings at 2000, not as/, same, (_all, of) => {
      alarm(of, 'ApiSlow').Threshold = 2000;
    }));
  test('other periods than the runbook says', () =>
    misfit(/^UploadRefused: rings in 2 of 3, not as/, same, (_all, of) => {
      Object.assign(alarm(of, 'UploadRefused'), { DatapointsToAlarm: 2, EvaluationPeriods: 3 });
    }));
  test('a message that leads nowhere', () =>
    misfit(/^ApiSlow: its message does not lead/, same, (_all, of) => {
      alarm(of, 'ApiSlow').AlarmDescription = 'It is slow';
    }));
});
