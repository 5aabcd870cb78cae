import { CfnOutput, type IStackSynthesizer, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledged-rules.ts';
import { apiPatterns, pathsRegex } from './api-paths.ts';
import { ADDRESS_LIMIT, WINDOW_SECONDS } from './limits.ts';
import { firewallArn } from './names.ts';
import { OVER_LIMIT } from './too-many.ts';

/** Names of the metrics of a stack's firewall and of its rule. The firewall's name differs per stage. */
export const webAclMetricName = (stack: string): string => `${stack.replaceAll('-', '')}Website`;
export const RATE_RULE = 'EachAddress';

/**
 * The firewall of the website's domain. It counts the API requests of each IP address, and marks those over the limit.
 * The CDN's function for the API answers a marked request with 429. Only paths that reach a handler count: the page,
 * its files and its 404 are always served, so that nobody behind a shared address is kept from the helplines. It is a
 * separate stack, because CloudFront requires a firewall in us-east-1, and the locator may be in any region. It keeps
 * no log and no sampled requests, which would contain IP addresses and queries; it only reports counts.
 */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: "Treatment-program locator: the website's firewall",
      env: { region: 'us-east-1' },
      // This synthesizer deploys with the caller's own credentials. The stack has no files to upload, so us-east-1
      // needs no bootstrapping. (The cast is needed because the library's types do not support
      // exactOptionalPropertyTypes.)
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
                  // Decodes and normalizes the path first, so that other spellings of it count too.
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
