import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { allRoutes, routes } from '../../functions/api/routes.ts';
import { agentsSent, publicSent } from '../../functions/http/sent-headers.ts';
import { referredIds } from '../../infra/local/intrinsics.ts';
import { firewallStackName } from '../../infra/names.ts';
import { everyPathIsTheHandlers, keylessReachesNoFunction } from './gateway-checks.ts';
import { mutant, type Open } from './support/mutant.ts';
import { resourcesOf, stubTemplate } from './support/stack.ts';
import type { Check, PlainTemplate } from './template-checks.ts';

const template = stubTemplate();
const plain = template.toJSON() as PlainTemplate;
const text = JSON.stringify(plain);

/** API Gateway does not allow a dollar sign: FHIR's operations are a variable there. */
const inGateway = (path: string): string => path.replace(/\$[\w-]+/, '{operation}');

describe('the API', () => {
  const parts = resourcesOf(template, 'AWS::ApiGateway::Resource');
  const pathOf = (reference: unknown): string => {
    const part = parts.get(referredIds(reference)[0] ?? '');
    return part ? `${pathOf(part.Properties.ParentId)}/${part.Properties.PathPart}` : '';
  };
  const methods = [...resourcesOf(template, 'AWS::ApiGateway::Method').values()].map(({ Properties }) => Properties);
  const declared = methods.map(({ HttpMethod, ResourceId }) => `${HttpMethod} ${pathOf(ResourceId) || '/'}`);

  test('has every route, and HEAD by ANY', () => {
    const wanted = allRoutes.map(({ method, path }) => `${method} ${inGateway(path)}`);
    expect(declared).toEqual(expect.arrayContaining(wanted));
    expect(declared.filter((one) => !/^(?:ANY|OPTIONS) /.test(one))).toHaveLength(wanted.length);
  });

  test('asks for a key on everything but preflights, which it answers itself', () => {
    for (const { HttpMethod, ApiKeyRequired } of methods) expect(ApiKeyRequired).toBe(HttpMethod !== 'OPTIONS');
    expect(keylessReachesNoFunction(plain)).toEqual([]);
    expect(everyPathIsTheHandlers(plain)).toEqual([]);
  });

  test('tells browsers what its routes take', () => {
    const preflights = methods.filter(({ HttpMethod }) => HttpMethod === 'OPTIONS');
    const said = Object.fromEntries(
      preflights.map(({ ResourceId, Integration }) => {
        const [{ ResponseParameters: given, StatusCode }] = (
          Integration as { IntegrationResponses: [{ ResponseParameters: Record<string, string>; StatusCode: string }] }
        ).IntegrationResponses;
        expect(StatusCode).toBe('204');
        const header = (name: string): string | undefined => given[`method.response.header.${name}`];
        expect(header('access-control-allow-origin')).toBe("'*'");
        return [pathOf(ResourceId), [header('access-control-allow-methods'), header('access-control-allow-headers')]];
      }),
    );
    expect(Object.keys(said).sort()).toEqual(
      [...new Set(routes.map(({ path }) => inGateway(path).replace(/\/$/, '')))].sort(),
    );
    expect(said['/v1/centers']).toEqual(["'GET, HEAD, OPTIONS'", `'${publicSent}'`]);
    expect(said['/v1/centers/search']?.[0]).toBe("'POST, OPTIONS'");
    expect(said['/v1/agent/centers/{id}/corrections']).toEqual(["'GET, HEAD, PUT, OPTIONS'", `'${agentsSent}'`]);
  });

  describe('a mutant is found:', () => {
    const broken = (check: Check, finding: RegExp, change: (method: Open) => void, method = 'ANY') =>
      expect(
        check(
          mutant(plain, (_all, of) =>
            change(of('AWS::ApiGateway::Method').find((one: Open) => one.HttpMethod === method)),
          ),
        ).join('\n'),
      ).toMatch(finding);
    test('an ANY without a key', () =>
      broken(keylessReachesNoFunction, /^\w+: ANY reaches a function without a key$/, (method) => {
        method.ApiKeyRequired = false;
      }));
    test('a route without a key', () =>
      broken(
        keylessReachesNoFunction,
        /: GET reaches a function without a key$/,
        (method) => delete method.ApiKeyRequired,
        'GET',
      ));
    test('a preflight that reaches a function', () =>
      broken(
        keylessReachesNoFunction,
        /: OPTIONS reaches a function without a key$/,
        (method) => {
          method.Integration = { Type: 'AWS_PROXY' };
        },
        'OPTIONS',
      ));
    test('a resource whose other methods are the gateway’s', () =>
      broken(everyPathIsTheHandlers, /: leaves methods to API Gateway$/, (method) => {
        method.HttpMethod = 'PATCH';
      }));
    test('no resource for unknown paths', () =>
      expect(
        everyPathIsTheHandlers(
          mutant(plain, (_all, of) => {
            of('AWS::ApiGateway::Resource').find((one: Open) => one.PathPart === '{proxy+}').PathPart = 'other';
          }),
        ),
      ).toContain('unknown paths are left to API Gateway'));
  });

  test('leaves no path and no method to the gateway: ANY stands on every resource, the root and the rest', () => {
    const paths = [...parts.keys()].map((id) => pathOf({ Ref: id }));
    expect(paths).toContain('/{proxy+}');
    expect(declared).toEqual(expect.arrayContaining(['/', ...paths].map((path) => `ANY ${path}`)));
  });

  test('hands everything to the function, and gives up before the function does', () => {
    for (const { Integration, AuthorizationType, HttpMethod } of methods) {
      expect(AuthorizationType).toBe('NONE');
      if (HttpMethod === 'OPTIONS') continue;
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
        'gatewayresponse.header.x-content-type-options': "'nosniff'",
        'gatewayresponse.header.strict-transport-security': "'max-age=31536000; includeSubDomains'",
      });
      const source = (ResponseTemplates as Record<string, string>)['application/json'] ?? '';
      const body: unknown = JSON.parse(source);
      expect(body).toMatchObject({ type: 'about:blank', title: expect.any(String), detail: expect.any(String) });
      if (StatusCode !== undefined) expect(body).toMatchObject({ status: Number(StatusCode) });
      // The request's id is the only value from the context: error messages of services behind may contain anything.
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
    // quotas.test.ts checks the limits of each.
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
