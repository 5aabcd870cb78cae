import { CfnOutput, type IStackSynthesizer, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledged-rules.ts';
import { apiPatterns, pathsRegex } from './api-paths.ts';
import { ADDRESS_LIMIT, WINDOW_SECONDS } from './limits.ts';
import { firewallArn } from './names.ts';
import { OVER_LIMIT } from './too-many.ts';

/** Names under which this stack's firewall and its rule report metrics. They differ per stage. */
export const webAclMetricName = (stack: string): string => `${stack.replaceAll('-', '')}Website`;
export const RATE_RULE = 'EachAddress';

/**
 * The firewall of the website's domain: it counts the API requests of each IP address, and marks those over the limit.
 * The CDN's function for the API answers a marked request with 429. Only paths that reach a handler count: the page,
 * its files and its 404 are always served, so that nobody behind a shared address is kept from the helplines.
 * CloudFront requires a firewall in us-east-1, and the locator may be anywhere, so this is a separate stack. It keeps
 * no log and no sampled requests, which would hold IP addresses and queries; it only reports counts.
 */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: "Treatment-program locator: the website's firewall",
      env: { region: 'us-east-1' },
      // Deployed with the caller's own credentials: it has no files to upload, so us-east-1 needs no bootstrapping.
      // (The library's types do not support exactOptionalPropertyTypes: its own class does not match its own
      // interface.)
      synthesizer: new LegacyStackSynthesizer() as IStackSynthesizer,
    });
    const visibility = { sampledRequestsEnabled: false, cloudWatchMetricsEnabled: true };
    const webAcl = new CfnWebACL(this, 'WebAcl', {
      description: 'Limits how often one address asks',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: { ...visibility, metricName: webAclMetricName(this.stackName) },
      rules: [
        {
          name: RATE_RULE,
          priority: 0,
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: ADDRESS_LIMIT,
              evaluationWindowSec: WINDOW_SECONDS,
              scopeDownStatement: {
                regexMatchStatement: {
                  regexString: pathsRegex(apiPatterns),
                  fieldToMatch: { uriPath: {} },
                  // Counts other spellings of a path too.
                  textTransformations: [
                    { priority: 0, type: 'URL_DECODE' },
                    { priority: 1, type: 'NORMALIZE_PATH' },
                  ],
                },
              },
            },
          },
          action: { count: { customRequestHandling: { insertHeaders: [{ name: OVER_LIMIT, value: '1' }] } } },
          visibilityConfig: { ...visibility, metricName: RATE_RULE },
        },
      ],
    });
    new CfnOutput(this, firewallArn, { value: webAcl.attrArn });
    acknowledge(webAcl, {
      'HIPAA.Security-WAFv2LoggingEnabled':
        'It would record addresses and queries: who looked for treatment, and where.',
    });
  }
}
