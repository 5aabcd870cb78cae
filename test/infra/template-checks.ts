import { compileEdge } from './support/edge-probe.ts';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}
/** A synthesized template, as JSON. */
export interface PlainTemplate {
  readonly Resources: Readonly<Record<string, Resource>>;
}
/** Returns the faults of a template. Each names the resource; the list is empty if there are none. */
export type Check = (template: PlainTemplate) => string[];

export const all = ({ Resources }: PlainTemplate, type: string): [id: string, properties: Record<string, unknown>][] =>
  Object.entries(Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([id, { Properties }]) => [id, { ...Properties }]);

/** The value at a path of names and indexes. */
export const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);

/** Lambda's quotas for a new account, as of November 2026. */
const MOST_MEMORY_MB = 3_008;

export const memoryFitsNewAccount: Check = (template) =>
  all(template, 'AWS::Lambda::Function')
    .filter(([, { MemorySize }]) => Number(MemorySize ?? 128) > MOST_MEMORY_MB)
    .map(([id, { MemorySize }]) => `${id}: ${MemorySize} MB, more than ${MOST_MEMORY_MB}`);

export const nothingReserved: Check = (template) =>
  all(template, 'AWS::Lambda::Function')
    .filter(([, properties]) => 'ReservedConcurrentExecutions' in properties)
    .map(([id]) => `${id}: reserves concurrency, of which a new account has none to spare`);

/** Resource types whose names must be unique in the account, or in the world. */
const globalNames: Readonly<Record<string, readonly string[]>> = {
  'AWS::CloudFront::CachePolicy': ['CachePolicyConfig', 'Name'],
  'AWS::CloudFront::OriginRequestPolicy': ['OriginRequestPolicyConfig', 'Name'],
  'AWS::CloudFront::ResponseHeadersPolicy': ['ResponseHeadersPolicyConfig', 'Name'],
  'AWS::CloudFront::OriginAccessControl': ['OriginAccessControlConfig', 'Name'],
  'AWS::CloudFront::Function': ['Name'],
  'AWS::CloudFront::KeyValueStore': ['Name'],
  'AWS::CloudFront::PublicKey': ['PublicKeyConfig', 'Name'],
  'AWS::CloudFront::KeyGroup': ['KeyGroupConfig', 'Name'],
  'AWS::IAM::Role': ['RoleName'],
  'AWS::IAM::User': ['UserName'],
  'AWS::IAM::Group': ['GroupName'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName'],
  'AWS::IAM::InstanceProfile': ['InstanceProfileName'],
  'AWS::S3::Bucket': ['BucketName'],
};

/**
 * Global names must contain the stack's name, because one region may have two stacks.
 * @param stack The stack's name.
 */
export const globalNamesAreOwn =
  (stack: string): Check =>
  (template) =>
    Object.entries(globalNames).flatMap(([type, path]) =>
      all(template, type).flatMap(([id, properties]) => {
        const name = at(properties, ...path);
        // Without a name, CloudFormation generates one.
        if (name === undefined) return [];
        const text = JSON.stringify(name);
        const lacks = [
          ...(text.includes('{"Ref":"AWS::Region"}') ? [] : ['region']),
          ...(text.includes(stack) || text.includes('AWS::StackName') ? [] : ["stack's name"]),
        ];
        return lacks.length === 0 ? [] : [`${id}: its name is global and lacks the ${lacks.join(' and the ')}`];
      }),
    );

interface Behavior {
  readonly pattern: string;
  readonly origin: Record<string, unknown>;
  readonly properties: Record<string, unknown>;
}

function behaviors(template: PlainTemplate): Behavior[] {
  return all(template, 'AWS::CloudFront::Distribution').flatMap(([, { DistributionConfig: config }]) => {
    const origins = at(config, 'Origins') as Record<string, unknown>[];
    const listed = [...((at(config, 'CacheBehaviors') ?? []) as Record<string, unknown>[])];
    return [...listed, at(config, 'DefaultCacheBehavior') as Record<string, unknown>].map((properties) => ({
      pattern: String(properties.PathPattern ?? '*'),
      origin: origins.find(({ Id }) => Id === properties.TargetOriginId) ?? {},
      properties,
    }));
  });
}

const toApi = ({ origin }: Behavior): boolean => origin.S3OriginConfig === undefined;
const referred = (template: PlainTemplate, reference: unknown): Record<string, unknown> => {
  const id = at(reference, 'Ref') ?? at(reference, 'Fn::GetAtt', 0);
  return { ...template.Resources[String(id)]?.Properties };
};
const policyOf = (template: PlainTemplate, { properties }: Behavior): unknown =>
  at(referred(template, properties.ResponseHeadersPolicyId), 'ResponseHeadersPolicyConfig');
const functionOf = (template: PlainTemplate, { properties }: Behavior): string =>
  String(referred(template, at(properties, 'FunctionAssociations', 0, 'FunctionARN')).FunctionCode ?? '');

/** Paths of the page that must never count toward limits. */
const pagePaths = [
  '/',
  '/index.html',
  '/main.js',
  '/client.js',
  '/style.css',
  '/docs',
  '/problems/too-broad',
  '/v12',
  '/x/v1/centers',
];

/** @param firewall The template of the firewall's stack. */
export const firewallCountsApiOnly =
  (firewall: PlainTemplate): Check =>
  (template) =>
    all(firewall, 'AWS::WAFv2::WebACL').flatMap(([id, { Rules }]) =>
      (Rules as unknown[]).flatMap((rule) => {
        const rate = at(rule, 'Statement', 'RateBasedStatement');
        if (rate === undefined) return [];
        const match = at(rate, 'ScopeDownStatement', 'RegexMatchStatement');
        if (match === undefined) return [`${id}: counts every path`];
        const counts = new RegExp(String(at(match, 'RegexString')));
        const apiPaths = behaviors(template)
          .filter(toApi)
          .map(({ pattern }) => pattern.replace('*', '/some').replace('//', '/'));
        return [
          ...(at(match, 'FieldToMatch', 'UriPath') ? [] : [`${id}: does not look at the path`]),
          ...apiPaths.filter((path) => !counts.test(path)).map((path) => `${id}: does not count ${path}`),
          ...pagePaths.filter((path) => counts.test(path)).map((path) => `${id}: counts ${path}, which is the page's`),
        ];
      }),
    );

/** Each of the API's behaviors refuses requests that the firewall marks. */
export const markedRequestsAreRefused =
  (firewall: PlainTemplate): Check =>
  (template) => {
    const marks = all(firewall, 'AWS::WAFv2::WebACL').flatMap(([, { Rules }]) =>
      (Rules as unknown[]).map((rule) =>
        String(at(rule, 'Action', 'Count', 'CustomRequestHandling', 'InsertHeaders', 0, 'Name')),
      ),
    );
    return behaviors(template)
      .filter(toApi)
      .flatMap((behavior) => {
        const ask = compileEdge(functionOf(template, behavior));
        return marks
          .filter((mark) => at(ask?.('/v1/centers', { [`x-amzn-waf-${mark}`]: '1' }), 'statusCode') !== 429)
          .map((mark) => `${behavior.pattern}: lets a request go on that is marked ${mark}`);
      });
  };

/** Paths whose URL may contain typed text. */
const searchPaths = ['/v1/centers*', '/v1/paths*', '/fhir/*', '/hsds/*'];

export const browsersKeepNoSearch: Check = (template) => {
  const found = behaviors(template);
  const patterns = found.map(({ pattern }) => pattern);
  const noStore = (behavior: Behavior): boolean =>
    ((at(policyOf(template, behavior), 'CustomHeadersConfig', 'Items') ?? []) as Record<string, unknown>[]).some(
      ({ Header, Value, Override }) => Header === 'Cache-Control' && Value === 'no-store' && Override === true,
    );
  return [
    ...searchPaths.filter((path) => !patterns.includes(path)).map((path) => `${path}: has no behavior of its own`),
    ...found
      .filter((one) => searchPaths.includes(one.pattern) && !noStore(one))
      .map(({ pattern }) => `${pattern}: a browser may keep its answers`),
    ...(patterns.indexOf('/v1/centers*') > patterns.indexOf('/v1/*') ? ['/v1/centers*: comes after /v1/*'] : []),
    ...found
      .filter(toApi)
      .filter(({ origin }) => {
        const headers = (origin.OriginCustomHeaders ?? []) as Record<string, unknown>[];
        return !headers.some(({ HeaderName, HeaderValue }) => HeaderName === 'x-from-cdn' && HeaderValue === '1');
      })
      .map(({ pattern }) => `${pattern}: the API is not told that the CDN asks`),
  ];
};

/** No other site may load the team's page and its files. */
const console = '/console*';

export const filesMayBeImported: Check = (template) =>
  behaviors(template)
    .filter((one) => !toApi(one) && one.pattern !== console)
    .flatMap((behavior) => {
      const cors = at(policyOf(template, behavior), 'CorsConfig');
      const origins = at(cors, 'AccessControlAllowOrigins', 'Items', 0);
      return [
        ...(origins === '*' ? [] : [`${behavior.pattern}: pages of other origins may not import its files`]),
        ...(at(cors, 'AccessControlAllowCredentials') === true ? [`${behavior.pattern}: allows credentials`] : []),
      ];
    });

/** The text of a template's value. If it is joined from parts, parts that only a deployment knows are left out. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const parts = at(value, 'Fn::Join', 1);
  return Array.isArray(parts) ? parts.filter((part) => typeof part === 'string').join('') : '';
}

/** The only path whose page other websites may show in a frame. */
const framed = '/embed/frame';

export const onlyTheFrameMayBeFramed: Check = (template) => {
  const found = behaviors(template);
  const findings = found.flatMap((behavior) => {
    const security = at(policyOf(template, behavior), 'SecurityHeadersConfig');
    const csp = textOf(at(security, 'ContentSecurityPolicy', 'ContentSecurityPolicy'));
    const ancestors = /(?:^|; )frame-ancestors ([^;]+)/.exec(csp)?.[1] ?? 'anybody';
    const option = at(security, 'FrameOptions', 'FrameOption');
    if (behavior.pattern === framed)
      return [
        ...(ancestors === '*' ? [] : [`${framed}: only ${ancestors} may frame it`]),
        ...(option === undefined ? [] : [`${framed}: X-Frame-Options says ${option}`]),
      ];
    return [
      ...(ancestors === "'none'" ? [] : [`${behavior.pattern}: ${ancestors} may frame it`]),
      ...(toApi(behavior) || option === 'DENY' ? [] : [`${behavior.pattern}: lacks X-Frame-Options`]),
    ];
  });
  return found.some(({ pattern }) => pattern === framed) ? findings : [...findings, `${framed}: has no behavior`];
};

export const unknownPathsHaveAPage: Check = (template) => [
  ...behaviors(template)
    .filter((one) => !toApi(one))
    .flatMap((behavior) => {
      const ask = compileEdge(functionOf(template, behavior));
      const answer = ask?.('/there/is/nothing', {});
      const html = String(at(answer, 'body', 'data') ?? '');
      const lacks = [
        ...(at(answer, 'statusCode') === 404 ? [] : ['status 404']),
        ...['988', '911', '4357'].filter((number) => !html.includes(number)),
        ...(at(answer, 'headers', 'content-security-policy') ? [] : ['a content security policy']),
      ];
      return lacks.map((one) => `${behavior.pattern}: its answer to an unknown path lacks ${one}`);
    }),
  ...all(template, 'AWS::CloudFront::Distribution').flatMap(([id, { DistributionConfig }]) =>
    ((at(DistributionConfig, 'CustomErrorResponses') ?? []) as Record<string, unknown>[])
      .filter((one) => 'ResponsePagePath' in one || 'ResponseCode' in one)
      .map(({ ErrorCode }) => `${id}: replaces the API's own ${ErrorCode}`),
  ),
];
