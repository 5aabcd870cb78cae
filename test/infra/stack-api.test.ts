import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { allRoutes } from '../../functions/api/routes.ts';
import { referredIds } from '../../infra/local/intrinsics.ts';
import { firewallStackName } from '../../infra/names.ts';
import { resourcesOf, stubTemplate } from './support/stack.ts';

const template = stubTemplate();
const text = JSON.stringify(template.toJSON());

describe('the API', () => {
  const parts = resourcesOf(template, 'AWS::ApiGateway::Resource');
  const pathOf = (reference: unknown): string => {
    const part = parts.get(referredIds(reference)[0] ?? '');
    return part ? `${pathOf(part.Properties.ParentId)}/${part.Properties.PathPart}` : '';
  };
  const methods = [...resourcesOf(template, 'AWS::ApiGateway::Method').values()].map(({ Properties }) => Properties);
  const declared = methods.map(({ HttpMethod, ResourceId }) => `${HttpMethod} ${pathOf(ResourceId) || '/'}`);

  test('has every route, each GET also as HEAD', () => {
    const wanted = allRoutes.flatMap(({ method, path }) =>
      method === 'GET' ? [`GET ${path}`, `HEAD ${path}`] : [`${method} ${path}`],
    );
    expect(declared).toEqual(expect.arrayContaining(wanted));
    expect(declared.filter((one) => !one.startsWith('ANY '))).toHaveLength(wanted.length);
  });

  test('asks for a key on every route, and on nothing else', () => {
    for (const { HttpMethod, ApiKeyRequired } of methods) expect(ApiKeyRequired).toBe(HttpMethod !== 'ANY');
    expect(methods.some(({ ApiKeyRequired }) => ApiKeyRequired)).toBe(true);
  });

  test('leaves no path and no method to the gateway: ANY stands on every resource, the root and the rest', () => {
    const paths = [...parts.keys()].map((id) => pathOf({ Ref: id }));
    expect(paths).toContain('/{proxy+}');
    expect(declared).toEqual(expect.arrayContaining(['/', ...paths].map((path) => `ANY ${path}`)));
  });

  test('hands everything to the function, and gives up before the function does', () => {
    for (const { Integration, AuthorizationType } of methods) {
      expect(AuthorizationType).toBe('NONE');
      expect(Integration).toMatchObject({ Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', TimeoutInMillis: 9000 });
    }
  });

  test('is regional and throttled', () => {
    template.hasResourceProperties('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['REGIONAL'] } });
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      MethodSettings: [Match.objectLike({ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 500 })],
    });
  });

  test('makes its own errors problem details, readable across origins, without internals', () => {
    const responses = [...resourcesOf(template, 'AWS::ApiGateway::GatewayResponse').values()].map(
      ({ Properties }) => Properties,
    );
    const statuses = Object.fromEntries(
      responses.map(({ ResponseType, StatusCode }) => [String(ResponseType), StatusCode]),
    );
    expect(statuses).toMatchObject({
      MISSING_AUTHENTICATION_TOKEN: '404',
      REQUEST_TOO_LARGE: '413',
      THROTTLED: '429',
      QUOTA_EXCEEDED: '429',
      INTEGRATION_TIMEOUT: '504',
      DEFAULT_4XX: undefined,
      DEFAULT_5XX: undefined,
    });
    for (const { ResponseType, ResponseParameters, ResponseTemplates, StatusCode } of responses) {
      expect(ResponseParameters, String(ResponseType)).toMatchObject({
        'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
        'gatewayresponse.header.Content-Type': "'application/problem+json'",
        'gatewayresponse.header.x-request-id': 'context.requestId',
      });
      const source = (ResponseTemplates as Record<string, string>)['application/json'] ?? '';
      const body: unknown = JSON.parse(source);
      expect(body).toMatchObject({ type: 'about:blank', title: expect.any(String), detail: expect.any(String) });
      if (StatusCode !== undefined) expect(body).toMatchObject({ status: Number(StatusCode) });
      // The request's id is the one thing read from the context: error messages of services behind may say anything.
      expect(source.match(/\$context[\w.]*/g)).toEqual(['$context.requestId']);
    }
    const throttled = responses.find(({ ResponseType }) => ResponseType === 'THROTTLED');
    expect(throttled?.ResponseParameters).toMatchObject({ 'gatewayresponse.header.Retry-After': "'2'" });
  });
});

describe('keys and limits', () => {
  const plans = [...resourcesOf(template, 'AWS::ApiGateway::UsagePlan').values()].map(({ Properties }) => Properties);

  test('there are three plans, all of them for this stage', () => {
    expect(plans.map(({ UsagePlanName }) => UsagePlanName).sort()).toEqual([
      'ProgramLocator-agent',
      'ProgramLocator-partner',
      'ProgramLocator-website',
    ]);
    // How much each allows: quotas.test.ts.
    for (const { ApiStages } of plans) {
      expect(ApiStages).toEqual([expect.objectContaining({ Stage: { Ref: expect.any(String) } })]);
    }
  });

  test('the website’s key is made up by Secrets Manager and stands nowhere in the template', () => {
    const [secretId] = [...resourcesOf(template, 'AWS::SecretsManager::Secret').keys()];
    const reference = { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: secretId }, ':SecretString:::}}']] };
    const keys = [...resourcesOf(template, 'AWS::ApiGateway::ApiKey').values()].map(({ Properties }) => Properties);
    expect(keys.map(({ Value }) => Value)).toEqual([reference]);
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Origins: Match.arrayWith([
          Match.objectLike({
            OriginCustomHeaders: Match.arrayWith([{ HeaderName: 'x-api-key', HeaderValue: reference }]),
          }),
        ]),
      },
    });
    expect(JSON.stringify(template.toJSON().Outputs)).not.toContain(secretId);
    template.hasResourceProperties('AWS::ApiGateway::UsagePlanKey', { UsagePlanId: { Ref: Match.anyValue() } });
    template.resourceCountIs('AWS::ApiGateway::UsagePlanKey', 1);
  });

  test('another generation is another secret and another key, so that the old one works until the new one does', () => {
    const ids = (of: typeof template) =>
      ['AWS::SecretsManager::Secret', 'AWS::ApiGateway::ApiKey'].map((type) => [...resourcesOf(of, type).keys()]);
    const [before, after] = [ids(template), ids(stubTemplate({ websiteKey: '2' }))];
    expect(after.flat()).toHaveLength(2);
    expect(before.flat().filter((id) => after.flat().includes(id))).toEqual([]);
  });

  test('the website has the firewall in front, which counts by address and keeps nothing', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { WebACLId: { Ref: 'FirewallArn' } },
    });
    const firewall = stubTemplate({}, firewallStackName);
    firewall.hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      DefaultAction: { Allow: {} },
      VisibilityConfig: { SampledRequestsEnabled: false },
      Rules: [
        {
          Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 1000, EvaluationWindowSec: 300 } },
          Action: { Count: { CustomRequestHandling: { InsertHeaders: [{ Name: 'over-limit', Value: '1' }] } } },
          VisibilityConfig: { SampledRequestsEnabled: false },
        },
      ],
    });
    firewall.resourceCountIs('AWS::WAFv2::LoggingConfiguration', 0);
  });

  test('answers of a kilobyte or more are compressed', () => {
    template.hasResourceProperties('AWS::ApiGateway::RestApi', { MinimumCompressionSize: 1024 });
  });
});

describe('privacy', () => {
  test('nothing logs or traces requests', () => {
    const [stage] = resourcesOf(template, 'AWS::ApiGateway::Stage').values();
    expect(stage?.Properties).not.toHaveProperty('AccessLogSetting');
    expect(stage?.Properties.TracingEnabled).toBe(false);
    expect(stage?.Properties.MethodSettings).toEqual([
      expect.objectContaining({ DataTraceEnabled: false, LoggingLevel: 'OFF', MetricsEnabled: false }),
    ]);
    const [distribution] = resourcesOf(template, 'AWS::CloudFront::Distribution').values();
    expect(distribution?.Properties.DistributionConfig).not.toHaveProperty('Logging');
    expect(text).not.toMatch(/RealtimeLogConfig|TracingConfig":\{"Mode":"Active|xray:|LoggingConfiguration/);
    template.resourceCountIs('AWS::ApiGateway::Account', 0);
  });

  test('the API learns nothing about the visitor but a city-level location', () => {
    template.hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
      OriginRequestPolicyConfig: {
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: [
            'CloudFront-Viewer-Latitude',
            'CloudFront-Viewer-Longitude',
            'Content-Type',
            'Prefer',
            'Access-Control-Request-Method',
            'Access-Control-Request-Headers',
          ],
        },
      },
    });
    expect(text).not.toMatch(/CloudFront-Viewer-Address|AllViewer|"User-Agent"/);
  });
});
