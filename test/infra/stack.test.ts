import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { allRoutes } from '../../functions/api/routes.ts';
import { referredIds } from '../../infra/local/intrinsics.ts';
import { firewallStackName } from '../../infra/names.ts';
import { contentSecurityPolicy } from '../../infra/security-headers.ts';
import { resourcesOf, stubTemplate } from './support/stack.ts';

const template = stubTemplate();
const text = JSON.stringify(template.toJSON());

describe('the table', () => {
  test('is kept, encrypted, restorable, and paid by request', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
      },
    });
  });
});

describe('the search function', () => {
  const [id, search] =
    [...resourcesOf(template, 'AWS::Lambda::Function')].find(([key]) => key.startsWith('Search')) ?? [];

  test('runs Node 24 on arm64, for at most ten seconds', () => {
    expect(search?.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 1024,
      Timeout: 10,
      Handler: 'index.handler',
    });
  });

  test('knows the table and the address of the website', () => {
    expect(search?.Properties.Environment).toMatchObject({
      Variables: {
        TABLE_NAME: { Ref: expect.stringMatching(/^Dataset/) },
        PUBLIC_URL: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [expect.any(String), 'DomainName'] }]] },
      },
    });
  });

  test('may read items by key and write its own log, and nothing else', () => {
    const role = referredIds(search?.Properties.Role)[0] ?? '';
    expect(resourcesOf(template, 'AWS::IAM::Role').get(role)?.Properties).not.toHaveProperty('ManagedPolicyArns');
    const policies = [...resourcesOf(template, 'AWS::IAM::Policy').values()].filter(({ Properties }) =>
      JSON.stringify(Properties.Roles).includes(role),
    );
    expect(policies.map(({ Properties }) => Properties.PolicyDocument)).toEqual([
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: { 'Fn::GetAtt': [expect.stringMatching(/^SearchLog/), 'Arn'] },
          },
          {
            Effect: 'Allow',
            Action: ['dynamodb:BatchGetItem', 'dynamodb:GetItem'],
            Resource: { 'Fn::GetAtt': [expect.stringMatching(/^DatasetTable/), 'Arn'] },
          },
        ],
      },
    ]);
  });

  test('keeps its log for a month', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    expect(search?.Properties.LoggingConfig).toEqual({
      LogFormat: 'JSON',
      LogGroup: { Ref: expect.stringMatching(/^SearchLog/) },
    });
  });

  test('is invoked by this API only', () => {
    const all = [...resourcesOf(template, 'AWS::Lambda::Permission').values()];
    const permissions = all.filter(({ Properties }) => referredIds(Properties.FunctionName).includes(id ?? ''));
    expect(permissions.map(({ Properties }) => [Properties.FunctionName, Properties.Principal])).toEqual([
      [{ 'Fn::GetAtt': [id, 'Arn'] }, 'apigateway.amazonaws.com'],
    ]);
    expect(JSON.stringify(permissions[0]?.Properties.SourceArn)).toContain('execute-api');
  });
});

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

describe('the website', () => {
  const [distribution] = resourcesOf(template, 'AWS::CloudFront::Distribution').values();

  test('lets the page load from and talk to its own origin only', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    const [loading, scripts] = contentSecurityPolicy.split("; require-trusted-types-for 'script'; ");
    expect(scripts).toBe("trusted-types 'none'");
    const sources = (loading ?? '').split('; ').map((directive) => directive.split(' ').slice(1).join(' '));
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'"]));
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: contentSecurityPolicy, Override: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, IncludeSubdomains: true, Override: true },
        },
        CustomHeadersConfig: {
          Items: Match.arrayWith([
            Match.objectLike({ Header: 'Permissions-Policy', Value: Match.stringLikeRegexp('geolocation=\\(self\\)') }),
          ]),
        },
      },
    });
  });

  test('forwards the first segment of every route to the API, by HTTPS only', () => {
    const patterns = ['/v1/dataset/*', '/v1/centers*', '/fhir/*', '/hsds/*', '/mcp', '/mcp/', '/v1/*', '/hsds'];
    // Pages, which may be redirected: a center's, drawn by the handler, and the bucket's one that may be framed.
    const pages = ['/embed/frame', '/centers/*', '/es/centers/*'];
    for (const { path } of allRoutes)
      expect([...patterns, ...pages].some((one) => path === one || path.startsWith(one.slice(0, -1)))).toBe(true);
    const config = distribution?.Properties.DistributionConfig as { CacheBehaviors: { PathPattern: string }[] };
    const found = config.CacheBehaviors.map(({ PathPattern }) => PathPattern);
    expect(found.filter((one) => !patterns.includes(one))).toEqual(pages);
    expect({
      ...config,
      CacheBehaviors: config.CacheBehaviors.filter(({ PathPattern }) => !pages.includes(PathPattern)),
    }).toMatchObject({
      DefaultRootObject: 'index.html',
      CacheBehaviors: patterns.map((PathPattern) => ({
        PathPattern,
        ViewerProtocolPolicy: 'https-only',
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
        Compress: true,
        FunctionAssociations: [{ EventType: 'viewer-request' }],
      })),
    });
  });

  test('tells /mcp its own headers and Origin, and no location of the caller', () => {
    template.hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
      OriginRequestPolicyConfig: {
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: [
            'Content-Type',
            'Origin',
            'MCP-Protocol-Version',
            'Mcp-Method',
            'Mcp-Name',
            'Access-Control-Request-Method',
            'Access-Control-Request-Headers',
          ],
        },
      },
    });
  });

  test('keeps parts of the listings for at most a day, and nothing else of the API that long', () => {
    const policies = template.findResources('AWS::CloudFront::CachePolicy');
    const ages = Object.entries(policies).map(([id, { Properties }]) => [id, Properties.CachePolicyConfig.MaxTTL]);
    const config = distribution?.Properties.DistributionConfig as {
      CacheBehaviors: { PathPattern: string; CachePolicyId: { Ref?: string } }[];
    };
    const day = ages.filter(([, age]) => age === 86_400).map(([id]) => id);
    expect(day.length).toBe(1);
    expect(ages.filter(([, age]) => age === 60).length).toBe(ages.length - 1);
    expect(
      config.CacheBehaviors.filter(({ CachePolicyId }) => CachePolicyId.Ref === day[0]).map(
        ({ PathPattern }) => PathPattern,
      ),
    ).toEqual(['/v1/dataset/*']);
  });

  test('keeps an answer of the API for at most 60 s, and only if the answer says so; errors never', () => {
    template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        MaxTTL: 60,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept'] },
          QueryStringsConfig: { QueryStringBehavior: 'all' },
        },
      },
    });
    const codes = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
    expect(distribution?.Properties.DistributionConfig).toMatchObject({
      CustomErrorResponses: codes.map((ErrorCode) => ({ ErrorCachingMinTTL: 0, ErrorCode })),
    });
  });

  test('reads from a private bucket', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
  });
});

describe('context', () => {
  test('names where wrong facts are reported, in the handler and on the home page, or nowhere', () => {
    const environmentOf = (context: Record<string, unknown>) => {
      const functions = [...resourcesOf(stubTemplate(context), 'AWS::Lambda::Function')];
      return functions.find(([key]) => key.startsWith('Search'))?.[1].Properties.Environment;
    };
    for (const reportTo of ['facts@find.example.org', 'https://find.example.org/report'])
      expect(environmentOf({ reportTo })).toMatchObject({ Variables: { REPORT_TO: reportTo } });
    expect(environmentOf({})).not.toHaveProperty('Variables.REPORT_TO');
    for (const reportTo of ['nobody', 'http://find.example.org', 'javascript:alert(1)'])
      expect(() => stubTemplate({ reportTo })).toThrow(/"reportTo" must be an email address or an https address/);
  });

  test('a domain of one’s own is used everywhere, with TLS 1.2', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/example';
    const own = stubTemplate({ domainName: 'find.example.org', certificateArn });
    own.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['find.example.org'],
        ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
    own.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { PUBLIC_URL: 'https://find.example.org' } },
    });
  });

  test('alarms tell a topic where one is named', () => {
    const alarmTopicArn = 'arn:aws:sns:us-west-2:111122223333:on-call';
    const alarms = [...resourcesOf(stubTemplate({ alarmTopicArn }), 'AWS::CloudWatch::Alarm').values()];
    expect(alarms.length).toBeGreaterThan(0);
    for (const { Properties } of alarms) expect(Properties.AlarmActions).toEqual([alarmTopicArn]);
  });

  test('uploads are limited to so many at a time where it is asked for', () => {
    const functions = resourcesOf(stubTemplate({ publisherConcurrency: '1' }), 'AWS::Lambda::Function');
    const reserved = [...functions.values()].map(({ Properties }) => Properties.ReservedConcurrentExecutions);
    expect(reserved.filter((one) => one !== undefined)).toEqual([1]);
    expect(() => stubTemplate({ publisherConcurrency: '0' })).toThrow(/whole number from 1 to 9999/);
  });

  test('half a domain is refused', () => {
    expect(() => stubTemplate({ domainName: 'find.example.org' })).toThrow(/go together/);
    expect(() => stubTemplate({ alarmTopicArn: 7 })).toThrow(/"alarmTopicArn" must be a text/);
  });
});

describe('the publisher of uploads', () => {
  const template = stubTemplate();
  const only = (type: string) => {
    const found = [...resourcesOf(template, type)].filter(([id]) => id.startsWith('Publisher'));
    if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} of ${type}`);
    return found[0];
  };

  test('has a private, encrypted bucket with versions, whose new files reach it through EventBridge', () => {
    const [id, { Properties, DeletionPolicy }] = only('AWS::S3::Bucket');
    expect(Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    expect(DeletionPolicy).toBe('Retain');
    expect(only('AWS::Events::Rule')[1].Properties).toMatchObject({
      EventPattern: {
        source: ['aws.s3'],
        detail: { bucket: { name: [{ Ref: id }] }, object: { key: [{ prefix: 'incoming/' }] } },
      },
    });
  });

  test('reserves no concurrency, and keeps what it could not do', () => {
    const [, { Properties }] = only('AWS::Lambda::Function');
    expect(Properties).toMatchObject({
      Timeout: 900,
    });
    expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    expect(referredIds(Properties.DeadLetterConfig)).toEqual([only('AWS::SQS::Queue')[0]]);
  });

  test('may publish to this table, read uploads and write reports, and nothing else', () => {
    const [, { Properties }] = only('AWS::IAM::Policy');
    const { Statement } = Properties.PolicyDocument as {
      Statement: { Action: string | string[]; Resource: unknown }[];
    };
    const actions = Statement.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.startsWith('dynamodb:')).sort()).toEqual([
      ...['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
      ...['dynamodb:Query', 'dynamodb:Scan', 'dynamodb:UpdateItem'],
    ]);
    expect(actions.filter((action) => action.startsWith('s3:')).sort()).toEqual([
      ...['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:PutObject'],
    ]);
    expect(actions.join()).not.toMatch(/\*|Delete/);
    const writes = Statement.find(({ Action }) => [Action].flat().includes('s3:PutObject'));
    expect(JSON.stringify(writes?.Resource)).toContain('/reports/*');
    expect(Statement.map(({ Resource }) => Resource)).not.toContain('*');
  });

  test('rings an alarm for a file that is refused, for a failure, and for one that was given up', () => {
    const alarms = [...resourcesOf(template, 'AWS::CloudWatch::Alarm').keys()].join();
    for (const name of ['UploadRefused', 'PublishErrors', 'PublishGivenUp']) expect(alarms).toContain(name);
    const [, { Properties }] = only('AWS::Logs::MetricFilter');
    expect(Properties.FilterPattern).toBe('{ $.outcome = "refused" }');
  });
});
