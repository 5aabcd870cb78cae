import { describe, expect, it } from 'vitest';
import { help } from '../../functions/http/help.ts';
import { ADDRESS_LIMIT, WINDOW_SECONDS } from '../../infra/limits.ts';
import { firewallStackName } from '../../infra/names.ts';
import { contentSecurityPolicy } from '../../infra/security-headers.ts';
import { tooMany } from '../../infra/too-many.ts';
import { resourcesOf, stubTemplate } from './support/stack.ts';

const template = stubTemplate();
const propertiesOf = (type: string) => [...resourcesOf(template, type).values()].map(({ Properties }) => Properties);
function first<Item>([item]: readonly Item[]): Item {
  if (item === undefined) throw new Error('the template has none');
  return item;
}

const commonHeaders = {
  'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
  'gatewayresponse.header.Access-Control-Expose-Headers': "'x-request-id,retry-after'",
  'gatewayresponse.header.Cache-Control': "'no-store'",
  'gatewayresponse.header.Content-Type': "'application/problem+json'",
  'gatewayresponse.header.x-request-id': 'context.requestId',
};

describe('what the gateway answers by itself', () => {
  const responses = propertiesOf('AWS::ApiGateway::GatewayResponse');

  it('is kept by nobody, readable across origins, and names the request', () => {
    expect(responses.length).toBeGreaterThan(10);
    for (const { ResponseType, ResponseParameters } of responses)
      expect(ResponseParameters, String(ResponseType)).toMatchObject(commonHeaders);
  });

  it('has its own status in the body, and says how long to wait where that helps', () => {
    for (const { ResponseType, StatusCode, ResponseTemplates, ResponseParameters } of responses) {
      const body = JSON.parse((ResponseTemplates as Record<string, string>)['application/json'] ?? '');
      expect([ResponseType, body.status]).toEqual([
        ResponseType,
        StatusCode === undefined ? undefined : Number(StatusCode),
      ]);
      const waits = Object.keys(ResponseParameters as object).includes('gatewayresponse.header.Retry-After');
      expect([ResponseType, waits]).toEqual([ResponseType, StatusCode === '429']);
    }
  });
});

it('alarms ring while somebody can still mend it', () => {
  const rules = [...resourcesOf(template, 'AWS::CloudWatch::Alarm')].map(([id, { Properties }]) => {
    const { Threshold, DatapointsToAlarm, EvaluationPeriods, ComparisonOperator, TreatMissingData } = Properties;
    // True for alarms that must ring if data is missing.
    const silence = /^Alarms(?:NoTraffic|CanaryFailing)/.test(id);
    expect([id, ComparisonOperator, TreatMissingData]).toEqual([
      id,
      silence ? 'LessThanThreshold' : 'GreaterThanOrEqualToThreshold',
      silence ? 'breaching' : 'notBreaching',
    ]);
    return [id.replace(/^Alarms|[\dA-F]{8}$/g, ''), Threshold, `${DatapointsToAlarm} of ${EvaluationPeriods}`];
  });
  expect(rules).toEqual([
    ['ApiErrors', 5, '2 of 3'],
    ['ApiSlow', 1500, '2 of 3'],
    ['ApiRefusals', 100, '2 of 3'],
    ['NoTraffic', 1, '3 of 3'],
    ['SearchErrors', 1, '2 of 3'],
    ['SearchThrottled', 1, '2 of 3'],
    ['AgentErrors', 1, '2 of 3'],
    ['TableErrors', 1, '2 of 3'],
    ['TableThrottled', 1, '2 of 3'],
    ['TableSlow', 100, '2 of 3'],
    ['UploadRefused', 1, '1 of 1'],
    ['PublishErrors', 1, '1 of 1'],
    ['PublishGivenUp', 1, '1 of 1'],
    ['DatasetStale', 840, '3 of 3'],
    ['CanaryFailing', 1, '2 of 3'],
  ]);
});

it('the publisher may read what is put there, write its reports and publish; delete nothing, and put nothing there', () => {
  const policy = first(
    propertiesOf('AWS::IAM::Policy').filter(({ Roles }) => JSON.stringify(Roles).includes('PublisherRole')),
  );
  const { Statement } = policy.PolicyDocument as {
    Statement: { Action: string | string[]; Resource: unknown }[];
  };
  const allowed = Statement.map(({ Action, Resource }) => {
    const paths = [...JSON.stringify(Resource).matchAll(/"(\/[^"]*)"/g)].map(([, path]) => path);
    const owner = /"Fn::GetAtt":\["([A-Za-z]+?)[\dA-F]{8}"/.exec(JSON.stringify(Resource))?.[1];
    return [[Action].flat().sort().join(' '), owner, ...paths];
  });
  expect(allowed).toEqual([
    ['logs:CreateLogStream logs:PutLogEvents', 'PublisherLog'],
    [
      'dynamodb:BatchGetItem dynamodb:BatchWriteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan dynamodb:UpdateItem',
      'DatasetTable',
    ],
    ['s3:GetObject s3:GetObjectVersion', 'PublisherBucket', '/incoming/*', '/reports/latest.json'],
    ['s3:PutObject', 'PublisherBucket', '/reports/*'],
    ['s3:ListBucket', 'PublisherBucket'],
    ['sqs:SendMessage', 'PublisherDeadLetters'],
  ]);
});

it('what is put there over something else is kept beside it', () => {
  const versions = propertiesOf('AWS::S3::Bucket').flatMap(({ VersioningConfiguration: kept }) => (kept ? [kept] : []));
  expect(versions).toEqual([{ Status: 'Enabled' }]);
});

describe('the CDN', () => {
  const distribution = first(propertiesOf('AWS::CloudFront::Distribution'));
  const { CacheBehaviors, CustomErrorResponses } = distribution.DistributionConfig as {
    CacheBehaviors: { PathPattern: string; ResponseHeadersPolicyId: { Ref: string }; ViewerProtocolPolicy: string }[];
    CustomErrorResponses: { ErrorCode: number; ErrorCachingMinTTL: number }[];
  };

  it('tells browsers to keep no search, on whatever face', () => {
    const kept = CacheBehaviors.map((one) => [one.PathPattern, /SearchHeaders/.test(one.ResponseHeadersPolicyId.Ref)]);
    expect(Object.fromEntries(kept)).toMatchObject({
      ...{ '/v1/centers*': true, '/v1/paths*': true, '/fhir/*': true, '/hsds/*': true },
      ...{ '/v1/*': false, '/mcp': false, '/mcp/': false },
    });
    // A more specific pattern must come first, or it is never used.
    const patterns = CacheBehaviors.map((one) => one.PathPattern);
    expect(patterns.indexOf('/v1/centers*')).toBeLessThan(patterns.indexOf('/v1/*'));
  });

  it('refuses plain HTTP for the API rather than redirect a query that was sent in the clear', () => {
    const pages = [
      ...['/embed/frame', '/console*'],
      ...['/centers/*', '/es/centers/*', '/states/*', '/es/states/*', '/cities/*', '/es/cities/*'],
      ...['/search', '/search/', '/es/search', '/es/search/', '/about', '/about/', '/es/about', '/es/about/'],
      ...['/privacy', '/privacy/', '/es/privacy', '/es/privacy/'],
      ...['/for-providers', '/for-providers/', '/es/for-providers', '/es/for-providers/'],
      ...['/robots.txt', '/sitemap.xml', '/sitemaps/*', '/llms.txt', '/.well-known/*'],
    ];
    for (const { PathPattern, ViewerProtocolPolicy } of CacheBehaviors) {
      expect(ViewerProtocolPolicy, PathPattern).toBe(pages.includes(PathPattern) ? 'redirect-to-https' : 'https-only');
    }
  });

  it('shows no visitor’s error to the next', () => {
    expect(CustomErrorResponses.map((one) => [one.ErrorCode, one.ErrorCachingMinTTL])).toEqual(
      [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map((status) => [status, 0]),
    );
  });

  it('keeps answers apart by what changes them, and passes on nothing else of a visitor', () => {
    const [cache] = propertiesOf('AWS::CloudFront::CachePolicy');
    expect(cache?.CachePolicyConfig).toMatchObject({
      ...{ MinTTL: 0, DefaultTTL: 0, MaxTTL: 60 },
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept'] },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    });
    const passed = propertiesOf('AWS::CloudFront::OriginRequestPolicy').flatMap(({ OriginRequestPolicyConfig }) => {
      const { HeadersConfig, CookiesConfig } = OriginRequestPolicyConfig as {
        HeadersConfig: { Headers: string[] };
        CookiesConfig: { CookieBehavior: string };
      };
      expect(CookiesConfig.CookieBehavior).toBe('none');
      return HeadersConfig.Headers;
    });
    expect(passed.filter((name) => /agent|referer|language|cookie|forwarded|address/i.test(name))).toEqual([]);
  });

  it('lets a page load, send and be framed nowhere else', () => {
    const directives = Object.fromEntries(
      contentSecurityPolicy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(directives).toMatchObject({ 'default-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'" });
    const { 'require-trusted-types-for': trusted, ...places } = directives;
    expect(trusted).toBe("'script'");
    for (const [name, sources] of Object.entries(places)) expect(["'none'", "'self'"], name).toContain(sources);
    expect(directives).toHaveProperty('form-action');
  });
});

it('the firewall counts a path however it is spelt', () => {
  const acl = first([...resourcesOf(stubTemplate({}, firewallStackName), 'AWS::WAFv2::WebACL').values()]);
  const [rule] = acl.Properties.Rules as { Statement: { RateBasedStatement: Record<string, unknown> } }[];
  expect(rule?.Statement.RateBasedStatement).toMatchObject({
    ...{ AggregateKeyType: 'IP', Limit: ADDRESS_LIMIT, EvaluationWindowSec: WINDOW_SECONDS },
    ScopeDownStatement: {
      RegexMatchStatement: {
        FieldToMatch: { UriPath: {} },
        TextTransformations: [
          { Priority: 0, Type: 'URL_DECODE' },
          { Priority: 1, Type: 'NORMALIZE_PATH' },
        ],
      },
    },
  });
});

it('who is refused for asking too much hears of every helpline, and when to come back', () => {
  const body = JSON.parse(tooMany.body.data);
  expect(body).toMatchObject({ status: 429, help });
  expect(tooMany.headers).toMatchObject({ 'retry-after': { value: '60' }, 'cache-control': { value: 'no-store' } });
});
