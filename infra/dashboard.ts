import { Duration } from 'aws-cdk-lib';
import {
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type AlarmSpec, filled, runbookLink } from './alarm.ts';
import { ownMetric } from './alarms.ts';

export interface DashboardProps {
  readonly name: string;
  /** The alarms of the main region. Each gets a graph with its threshold. */
  readonly alarms: Readonly<Record<string, AlarmSpec>>;
  /** The alarms in us-east-1, about the website's edge. */
  readonly edge: Readonly<Record<string, AlarmSpec>>;
}

const WIDTH = 8;

/**
 * One page with the metric and threshold of every alarm, and the counts of searches. It is made from our list of
 * alarms, not by cdk-monitoring-constructs. That library chooses its own alarms and graphs, and does not know our
 * counts, nor refusals as a difference of two metrics. It would be a second list of alarms beside the one that the
 * runbook is tested against.
 */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { name, alarms, edge }: DashboardProps) {
    super(scope, id);
    const period = Duration.minutes(5);
    const sum = (metric: Parameters<typeof ownMetric>[1]) => ownMetric(this, metric, Stats.SUM, period);
    const share = (label: string, part: Parameters<typeof ownMetric>[1]): IMetric =>
      filled(
        label,
        { [part]: sum(part), searches: sum('searches') },
        (of) => `IF(${of('searches')} > 0, 100 * ${of(part)} / ${of('searches')}, 0)`,
        period,
      );
    const graph = (title: string, ...left: IMetric[]): IWidget => new GraphWidget({ title, left, width: WIDTH });
    const ofAlarm = ([alarm, { metric, threshold, description }]: readonly [string, AlarmSpec]): IWidget =>
      new GraphWidget({
        title: `${alarm}: ${description}`,
        left: [metric],
        leftAnnotations: [{ value: threshold, label: runbookLink(alarm) }],
        width: WIDTH,
      });
    const rows = (widgets: readonly IWidget[]): IWidget[][] =>
      Array.from({ length: Math.ceil(widgets.length / 3) }, (_, row) => widgets.slice(row * 3, row * 3 + 3));
    new CloudWatchDashboard(this, 'Page', {
      dashboardName: name,
      widgets: [
        [new TextWidget({ markdown: '## What is searched, in counts only', width: 3 * WIDTH, height: 1 })],
        ...rows([
          graph('Searches', sum('searches')),
          graph(
            'Percent of searches',
            share('find nothing', 'emptySearches'),
            share('have centers in doubt', 'searchesWithUnknowns'),
          ),
          graph('Facts that admissions recorded', sum('confirmations')),
          graph('Read units', sum('readUnits')),
          graph('Pages from memory', sum('cacheHits')),
          graph('Requests that handlers refuse', sum('clientErrors')),
        ]),
        [new TextWidget({ markdown: '## Alarms', width: 3 * WIDTH, height: 1 })],
        ...rows(Object.entries({ ...alarms, ...edge }).map(ofAlarm)),
      ],
    });
  }
}
