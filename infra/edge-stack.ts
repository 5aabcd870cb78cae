import { CfnParameter, Duration, type IStackSynthesizer, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledged-rules.ts';
import { type AlarmSpec, addAlarms, filledOne } from './alarm.ts';
import { alarmTopic } from './alarm-topic.ts';
import { RATE_RULE, webAclMetricName } from './firewall-stack.ts';
import { distributionId } from './names.ts';
import type { Settings } from './settings.ts';
import { topicReasons } from './topic-reasons.ts';

export interface EdgeStackProps {
  /** Name of the firewall's stack. The names of the firewall's metrics contain it. */
  readonly firewall: string;
  readonly settings: Settings;
}

/**
 * The alarms of the website's edge. They are a separate stack for three reasons: CloudFront and its firewall report
 * metrics only in us-east-1, an alarm sees only its own region, and the distribution is created after the firewall. So
 * this stack is deployed last.
 */
export class EdgeStack extends Stack {
  readonly specs: Readonly<Record<string, AlarmSpec>>;

  constructor(scope: Construct, id: string, { firewall, settings }: EdgeStackProps) {
    super(scope, id, {
      description: "Treatment-program locator: alarms of the website's edge",
      env: { region: 'us-east-1' },
      // The stack uploads no files, so this synthesizer, which needs no bootstrapping of us-east-1, is enough (as for
      // the firewall).
      synthesizer: new LegacyStackSynthesizer() as IStackSynthesizer,
    });
    const distribution = new CfnParameter(this, distributionId, {
      description: "The website's distribution, from the locator's stack",
      allowedPattern: '^[A-Z0-9]{8,32}$',
    });
    this.specs = edgeAlarms(distribution.valueAsString, firewall);
    const { alarmEmail, alarmTopicArn, edgeAlarmTopicArn } = settings;
    const sameRegion = alarmTopicArn?.split(':')[3] === 'us-east-1' ? alarmTopicArn : undefined;
    const topic = alarmTopic(this, 'Topic', { email: alarmEmail, topicArn: edgeAlarmTopicArn ?? sameRegion });
    addAlarms(this, this.specs, topic);
    acknowledge(this, topicReasons);
  }
}

/** Defines the alarms for a distribution and for the firewall of the given stack. */
export function edgeAlarms(distribution: string, firewall: string): Readonly<Record<string, AlarmSpec>> {
  const period = Duration.minutes(1);
  const region = 'us-east-1';
  return {
    SiteErrors: {
      metric: filledOne(
        'Percent of answers that are 5xx',
        new Metric({
          namespace: 'AWS/CloudFront',
          metricName: '5xxErrorRate',
          dimensionsMap: { DistributionId: distribution, Region: 'Global' },
          statistic: Stats.AVERAGE,
          period,
          region,
        }),
      ),
      threshold: 5,
      description: 'CloudFront answers five or more of a hundred requests with 5xx',
    },
    FirewallMarks: {
      metric: filledOne(
        'Requests over the limit of their address',
        new Metric({
          namespace: 'AWS/WAFV2',
          metricName: 'CountedRequests',
          dimensionsMap: { WebACL: webAclMetricName(firewall), Rule: RATE_RULE },
          statistic: Stats.SUM,
          period,
          region,
        }),
      ),
      threshold: 500,
      description: 'The firewall marks 500 requests a minute, which are answered 429: somebody asks too often',
    },
  };
}
