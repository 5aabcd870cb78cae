import { z } from 'zod';

/** A value that may be an intrinsic function. */
const value = z.unknown();
const booleanish = z.union([z.boolean(), z.stringbool()]);

/**
 * The parts of CloudFormation's resource types that the local server implements. Everything else in them is ignored.
 */
export const resourceSchemas = {
  table: z.object({
    TableName: z.string().optional(),
    KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
    AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
    BillingMode: z.literal('PAY_PER_REQUEST'),
  }),
  function: z.object({
    Code: z.object({ S3Key: z.string() }),
    Handler: z.string(),
    Runtime: z.string(),
    Timeout: z.number().default(3),
    MemorySize: z.number().default(128),
    Environment: z.object({ Variables: z.record(z.string(), value) }).optional(),
    ReservedConcurrentExecutions: z.int().positive().optional(),
  }),
  rule: z.object({
    /** Absent for rules that run on a schedule, such as the canary's. The local server does not run those. */
    EventPattern: z
      .object({
        source: z.tuple([z.literal('aws.s3')]),
        'detail-type': z.tuple([z.literal('Object Created')]),
        detail: z.object({
          bucket: z.object({ name: z.tuple([value]) }),
          object: z.object({ key: z.tuple([z.object({ prefix: z.string() })]) }),
        }),
      })
      .optional(),
    Targets: z.tuple([z.object({ Arn: value })]),
  }),
  alias: z.object({ FunctionName: value }),
  restApi: z.object({
    BinaryMediaTypes: z.array(z.string()).default([]),
    MinimumCompressionSize: z.number().optional(),
  }),
  resource: z.object({ ParentId: value, PathPart: z.string() }),
  method: z.object({
    HttpMethod: z.string(),
    ResourceId: value,
    ApiKeyRequired: booleanish.default(false),
    Integration: z.discriminatedUnion('Type', [
      z.object({ Type: z.literal('AWS_PROXY'), Uri: value, TimeoutInMillis: z.number().default(29_000) }),
      // A fixed answer, which API Gateway gives by itself to any request.
      z.object({
        Type: z.literal('MOCK'),
        IntegrationResponses: z.tuple([
          z.object({ StatusCode: z.string(), ResponseParameters: z.record(z.string(), z.string()) }),
        ]),
      }),
    ]),
  }),
  stage: z.object({
    StageName: z.string(),
    Variables: z.record(z.string(), z.string()).optional(),
    MethodSettings: z
      .array(
        z.object({
          // The stack has one setting for all methods. Any other setting is refused here, so that the local server
          // never ignores a limit.
          ResourcePath: z.literal('/*'),
          HttpMethod: z.literal('*'),
          ThrottlingRateLimit: z.number().optional(),
          ThrottlingBurstLimit: z.number().optional(),
        }),
      )
      .default([]),
  }),
  apiKey: z.object({ Name: z.string().optional(), Value: value }),
  usagePlan: z.object({
    UsagePlanName: z.string(),
    Throttle: z.object({ RateLimit: z.number(), BurstLimit: z.number() }).optional(),
    Quota: z.object({ Limit: z.number(), Period: z.enum(['DAY', 'WEEK', 'MONTH']) }).optional(),
  }),
  usagePlanKey: z.object({ KeyId: value, UsagePlanId: value }),
  userPool: z.object({}),
  userPoolClient: z.object({ UserPoolId: value }),
  secret: z.object({
    GenerateSecretString: z.object({
      PasswordLength: z.number().default(32),
      // Punctuation must be excluded, because the value would otherwise need escaping in some places.
      ExcludePunctuation: z.literal(true),
    }),
  }),
  webAcl: z.object({
    Scope: z.literal('CLOUDFRONT'),
    Rules: z.tuple([
      z.object({
        Statement: z.object({
          RateBasedStatement: z.object({
            AggregateKeyType: z.literal('IP'),
            Limit: z.number(),
            EvaluationWindowSec: z.number().default(300),
            ScopeDownStatement: z.object({
              RegexMatchStatement: z.object({
                RegexString: z.string(),
                FieldToMatch: z.strictObject({ UriPath: z.strictObject({}) }),
                TextTransformations: z.tuple([
                  z.object({ Priority: z.literal(0), Type: z.literal('URL_DECODE') }),
                  z.object({ Priority: z.literal(1), Type: z.literal('NORMALIZE_PATH') }),
                ]),
              }),
            }),
          }),
        }),
        Action: z.object({
          Count: z.object({
            CustomRequestHandling: z.object({
              InsertHeaders: z.array(z.object({ Name: z.string(), Value: z.string() })),
            }),
          }),
        }),
      }),
    ]),
  }),
  gatewayResponse: z.object({
    ResponseType: z.string(),
    StatusCode: z.string().optional(),
    ResponseParameters: z.record(z.string(), z.string()).default({}),
    ResponseTemplates: z.record(z.string(), z.string()).default({}),
  }),
  distribution: z.object({ DistributionConfig: z.lazy(() => distributionConfig) }),
  cachePolicy: z.object({
    CachePolicyConfig: z.object({
      ParametersInCacheKeyAndForwardedToOrigin: z.object({
        HeadersConfig: z.lazy(() => headersConfig),
        EnableAcceptEncodingGzip: booleanish.default(false),
        EnableAcceptEncodingBrotli: booleanish.default(false),
      }),
    }),
  }),
  originRequestPolicy: z.object({
    OriginRequestPolicyConfig: z.object({ HeadersConfig: z.lazy(() => headersConfig) }),
  }),
  responseHeadersPolicy: z.object({
    ResponseHeadersPolicyConfig: z.object({
      SecurityHeadersConfig: z
        .object({
          ContentSecurityPolicy: z.object({ ContentSecurityPolicy: value }),
          ContentTypeOptions: z.object({ Override: booleanish }),
          FrameOptions: z.object({ FrameOption: z.string() }),
          ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }),
          StrictTransportSecurity: z.object({
            AccessControlMaxAgeSec: z.number(),
            IncludeSubdomains: booleanish.optional(),
          }),
        })
        .partial()
        .default({}),
      CorsConfig: z
        .object({
          AccessControlAllowOrigins: z.object({ Items: z.tuple([z.literal('*')]) }),
          AccessControlAllowCredentials: z.literal(false),
          OriginOverride: z.literal(true),
        })
        .optional(),
      CustomHeadersConfig: z
        .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) })
        .default({ Items: [] }),
    }),
  }),
  edgeFunction: z.object({ FunctionCode: z.string() }),
  bucketDeployment: z.object({
    SourceObjectKeys: z.array(z.string()),
    /** If not empty, only these files of the source are copied, such as `locator/*` or `console/settings.*`. */
    Include: z.array(z.string().regex(/^[\w/-]+[/.]\*$/)).default([]),
    SystemMetadata: z.record(z.string(), z.string()).default({}),
  }),
};

const headersConfig = z.object({
  HeaderBehavior: z.enum(['none', 'whitelist']),
  Headers: z.array(z.string()).default([]),
});

const behavior = z.object({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  Compress: booleanish.default(false),
  CachePolicyId: value.optional(),
  OriginRequestPolicyId: value.optional(),
  ResponseHeadersPolicyId: value.optional(),
  FunctionAssociations: z
    .array(z.object({ EventType: z.enum(['viewer-request', 'viewer-response']), FunctionARN: value }))
    .default([]),
});
export type BehaviorProperties = z.infer<typeof behavior>;

const distributionConfig = z.object({
  DefaultRootObject: z.string(),
  WebACLId: value,
  DefaultCacheBehavior: behavior,
  CacheBehaviors: z.array(behavior).default([]),
  Origins: z.array(
    z.object({
      Id: z.string(),
      S3OriginConfig: z.unknown().optional(),
      OriginPath: z.string().default(''),
      OriginCustomHeaders: z.array(z.object({ HeaderName: z.string(), HeaderValue: value })).default([]),
    }),
  ),
});

/** CloudFormation's names of these resource types. */
export const resourceTypes: Readonly<Record<keyof typeof resourceSchemas, string>> = {
  table: 'AWS::DynamoDB::Table',
  function: 'AWS::Lambda::Function',
  alias: 'AWS::Lambda::Alias',
  rule: 'AWS::Events::Rule',
  restApi: 'AWS::ApiGateway::RestApi',
  resource: 'AWS::ApiGateway::Resource',
  method: 'AWS::ApiGateway::Method',
  stage: 'AWS::ApiGateway::Stage',
  apiKey: 'AWS::ApiGateway::ApiKey',
  usagePlan: 'AWS::ApiGateway::UsagePlan',
  usagePlanKey: 'AWS::ApiGateway::UsagePlanKey',
  userPool: 'AWS::Cognito::UserPool',
  userPoolClient: 'AWS::Cognito::UserPoolClient',
  secret: 'AWS::SecretsManager::Secret',
  webAcl: 'AWS::WAFv2::WebACL',
  gatewayResponse: 'AWS::ApiGateway::GatewayResponse',
  distribution: 'AWS::CloudFront::Distribution',
  cachePolicy: 'AWS::CloudFront::CachePolicy',
  originRequestPolicy: 'AWS::CloudFront::OriginRequestPolicy',
  responseHeadersPolicy: 'AWS::CloudFront::ResponseHeadersPolicy',
  edgeFunction: 'AWS::CloudFront::Function',
  bucketDeployment: 'Custom::CDKBucketDeployment',
};
