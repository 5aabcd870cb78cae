import { CfnOutput, type IStackSynthesizer, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledged-rules.ts';

/** Name of the output that the locator's stack takes as a parameter of the same name. */
export const firewallArn = 'FirewallArn';

/** Requests that one address may make to the website in a window. A page and its searches take about twenty. */
const limit = 1_000;
const windowSeconds = 300;

/**
 * The firewall of the website's domain: so and so many requests from one address, then 429 until they grow fewer.
 *
 * CloudFront takes a firewall from us-east-1 only, and the locator may be anywhere, so it is a stack of its own. It
 * keeps no log and no sampled requests, which would hold addresses and queries; what it tells are counts.
 */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: "Treatment-program locator: the website's firewall",
      env: { region: 'us-east-1' },
      // Deployed with the caller's own credentials: it has no files to upload, so us-east-1 needs no bootstrapping.
      // (The library is not written for exactOptionalPropertyTypes: its own class does not fit its own interface.)
      synthesizer: new LegacyStackSynthesizer() as IStackSynthesizer,
    });
    const visibility = { sampledRequestsEnabled: false, cloudWatchMetricsEnabled: true };
    const webAcl = new CfnWebACL(this, 'WebAcl', {
      description: 'Limits how often one address asks',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: { ...visibility, metricName: 'Website' },
      customResponseBodies: {
        TooMany: {
          // The nearest that WAF offers to application/problem+json.
          contentType: 'APPLICATION_JSON',
          content: JSON.stringify({
            type: 'about:blank',
            title: 'Too many requests',
            status: 429,
            detail: `More than ${limit} requests in ${windowSeconds / 60} minutes came from this address. Wait, then try again.`,
          }),
        },
      },
      rules: [
        {
          name: 'EachAddress',
          priority: 0,
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit, evaluationWindowSec: windowSeconds } },
          action: {
            block: {
              customResponse: {
                responseCode: 429,
                customResponseBodyKey: 'TooMany',
                responseHeaders: [
                  { name: 'Retry-After', value: '60' },
                  { name: 'Cache-Control', value: 'no-store' },
                  { name: 'Access-Control-Allow-Origin', value: '*' },
                ],
              },
            },
          },
          visibilityConfig: { ...visibility, metricName: 'EachAddress' },
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
