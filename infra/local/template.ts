import { z } from 'zod';
import type { SynthesisedStack } from './assembly.ts';
import type { WireResponse } from './http.ts';
import { referredIds } from './intrinsics.ts';
import { type BehaviorProperties, resourceSchemas, resourceTypes } from './resources.ts';

/** A function as the template declares it. */
export interface FunctionDeclaration {
  readonly id: string;
  /** Folder of the bundle. */
  readonly folder: string;
  /** `file.export`, such as `index.handler`. */
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Invocations at once at most. @default as many as the account allows */
  readonly concurrency: number | undefined;
  /** Values may be intrinsic functions. */
  readonly environment: Readonly<Record<string, unknown>>;
}

/** One resource of the API's tree with what it does for each method. */
export interface ResourceDeclaration {
  readonly id: string;
  /** Such as `/v1/centers/{id}`; the root is `/`. */
  readonly path: string;
  readonly methods: ReadonlyMap<string, MethodDeclaration>;
}

export interface MethodDeclaration {
  readonly functionId: string;
  readonly timeoutMs: number;
  readonly apiKeyRequired: boolean;
}

export interface GatewayResponseDeclaration {
  /** @default the status of the error it is used for */
  readonly status: number | undefined;
  /** Literals in single quotes, or `context.…`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly template: string | undefined;
}

export interface ApiDeclaration {
  readonly id: string;
  readonly stageName: string;
  readonly stageVariables: Readonly<Record<string, string>> | null;
  readonly binaryMediaTypes: readonly string[];
  readonly resources: readonly ResourceDeclaration[];
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponseDeclaration>;
  /** Answers of at least so many bytes are compressed for who takes it; undefined: none is. */
  readonly minimumCompressionBytes: number | undefined;
  /** For each method of the stage. */
  readonly throttle: ThrottleDeclaration | undefined;
  readonly usagePlans: readonly UsagePlanDeclaration[];
  readonly apiKeys: readonly ApiKeyDeclaration[];
}

export interface ThrottleDeclaration {
  readonly ratePerSecond: number;
  readonly burst: number;
}

export interface UsagePlanDeclaration {
  readonly id: string;
  readonly name: string;
  /** For each key. */
  readonly throttle: ThrottleDeclaration | undefined;
  readonly quota: { readonly limit: number; readonly period: 'DAY' | 'WEEK' | 'MONTH' } | undefined;
}

/** A key of the template itself, on a plan. */
export interface ApiKeyDeclaration {
  readonly name: string;
  /** May be an intrinsic function with a reference to a secret in it. */
  readonly value: unknown;
  readonly planId: string;
}

/** At most so many requests of one address in a window, before all else. */
export interface FirewallDeclaration {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly answer: WireResponse;
}

/** How the CDN treats the paths of one pattern. */
export interface BehaviorDeclaration {
  /** Such as `/v1/*`; the last, `*`, takes what is left. */
  readonly pattern: string;
  readonly origin: 'site' | 'api';
  readonly allowedMethods: readonly string[];
  /** Request headers that reach the origin, in lower case. */
  readonly forwardedHeaders: ReadonlySet<string>;
  /** Added to every request to the origin. Values may be intrinsic functions. */
  readonly originHeaders: Readonly<Record<string, unknown>>;
  /** Whether the CDN compresses what the origin did not. */
  readonly compress: boolean;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Source of the function that sees the request first. */
  readonly viewerRequest: string | undefined;
}

export interface SiteDeclaration {
  readonly id: string;
  readonly rootObject: string;
  readonly behaviors: readonly BehaviorDeclaration[];
  /** Folder of the built page. */
  readonly folder: string;
  readonly cacheControl: string | undefined;
  readonly firewall: FirewallDeclaration | undefined;
}

export type TableDeclaration = z.infer<typeof resourceSchemas.table> & { readonly id: string };

/** The function that gets what is put into a bucket. */
export interface UploadsDeclaration {
  readonly bucketId: string;
  readonly functionId: string;
  /** What the key of such an object begins with. */
  readonly prefix: string;
}

/** The template as far as the local server plays it. */
export interface Declaration {
  readonly table: TableDeclaration;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly api: ApiDeclaration;
  readonly site: SiteDeclaration;
  /** How many characters each secret is made of that a deployment would make up, by logical id. */
  readonly secrets: ReadonlyMap<string, number>;
  readonly uploads: UploadsDeclaration;
}

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

type Kind = keyof typeof resourceSchemas;
type Properties<K extends Kind> = z.infer<(typeof resourceSchemas)[K]>;

/** @throws z.ZodError or Error naming what the template lacks or declares in a way that is not played here */
export function readDeclaration({ template, assets }: SynthesisedStack): Declaration {
  const resources = Object.entries(templateSchema.parse(template).Resources);

  function all<K extends Kind>(kind: K): [id: string, properties: Properties<K>][] {
    const schema: z.ZodType = resourceSchemas[kind];
    return resources
      .filter(([, { Type }]) => Type === resourceTypes[kind])
      .map(([id, { Properties }]) => {
        const parsed = schema.safeParse(Properties);
        if (!parsed.success) throw new Error(`${resourceTypes[kind]} "${id}":\n${z.prettifyError(parsed.error)}`);
        return [id, parsed.data as Properties<K>];
      });
  }
  function only<K extends Kind>(kind: K): [id: string, properties: Properties<K>] {
    const found = all(kind);
    if (found.length !== 1 || !found[0])
      throw new Error(`the template has ${found.length} ${resourceTypes[kind]}, not one`);
    return found[0];
  }
  function asset(key: string): string {
    const path = assets.get(key);
    if (path === undefined) throw new Error(`the assembly lacks the asset ${key}`);
    return path;
  }

  const [tableId, table] = only('table');
  const api = readApi();
  const secrets = new Map(
    all('secret').map(([id, { GenerateSecretString }]) => [id, GenerateSecretString.PasswordLength]),
  );
  const uploads = readUploads();
  return { table: { id: tableId, ...table }, functions: readFunctions(), api, site: readSite(), secrets, uploads };

  /** Only what the API or an upload invokes: the functions that help a deployment are not part of the running service. */
  function readFunctions(): Map<string, FunctionDeclaration> {
    const invoked = new Set(
      api.resources.flatMap(({ methods }) => [...methods.values()].map((method) => method.functionId)),
    );
    invoked.add(uploads.functionId);
    const functions = new Map<string, FunctionDeclaration>();
    for (const [id, properties] of all('function')) {
      if (!invoked.has(id)) continue;
      functions.set(id, {
        id,
        folder: asset(properties.Code.S3Key),
        handler: properties.Handler,
        timeoutMs: properties.Timeout * 1000,
        memoryMb: properties.MemorySize,
        concurrency: properties.ReservedConcurrentExecutions,
        environment: properties.Environment?.Variables ?? {},
      });
    }
    return functions;
  }

  function readUploads(): UploadsDeclaration {
    const [id, { EventPattern, Targets }] = only('rule');
    const { bucket, object } = EventPattern.detail;
    const [bucketId, functionId] = [referredIds(bucket.name)[0], referredIds(Targets[0].Arn)[0]];
    if (bucketId === undefined || functionId === undefined) throw new Error(`the rule "${id}" leads to no function`);
    return { bucketId, functionId, prefix: object.key[0].prefix };
  }

  function readApi(): ApiDeclaration {
    const [id, restApi] = only('restApi');
    const [, stage] = only('stage');
    const parts = new Map(all('resource'));
    const pathOf = (resourceId: string): string => {
      const part = parts.get(resourceId);
      if (!part) return '';
      return `${pathOf(referredIds(part.ParentId)[0] ?? '')}/${part.PathPart}`;
    };
    const tree = new Map([id, ...parts.keys()].map((key) => [key, new Map<string, MethodDeclaration>()]));
    for (const [methodId, method] of all('method')) {
      const functionId = referredIds(method.Integration.Uri).find((referred) =>
        resources.some(([key, { Type }]) => key === referred && Type === resourceTypes.function),
      );
      const methods = tree.get(referredIds(method.ResourceId)[0] ?? '');
      if (functionId === undefined || !methods) throw new Error(`the method "${methodId}" leads to no function`);
      methods.set(method.HttpMethod, {
        functionId,
        timeoutMs: method.Integration.TimeoutInMillis,
        apiKeyRequired: method.ApiKeyRequired,
      });
    }
    return {
      id,
      stageName: stage.StageName,
      stageVariables: stage.Variables ?? null,
      binaryMediaTypes: restApi.BinaryMediaTypes,
      resources: [...tree].map(([key, methods]) => ({ id: key, path: pathOf(key) || '/', methods })),
      gatewayResponses: new Map(
        all('gatewayResponse').map(([, response]) => [
          response.ResponseType,
          {
            status: response.StatusCode === undefined ? undefined : Number(response.StatusCode),
            headers: Object.fromEntries(
              Object.entries(response.ResponseParameters).map(([name, value]) => [
                name.replace('gatewayresponse.header.', ''),
                value,
              ]),
            ),
            template: response.ResponseTemplates['application/json'],
          },
        ]),
      ),
      minimumCompressionBytes: restApi.MinimumCompressionSize,
      throttle: throttleOf(stage.MethodSettings[0]?.ThrottlingRateLimit, stage.MethodSettings[0]?.ThrottlingBurstLimit),
      ...readAccess(),
    };
  }

  function readAccess(): Pick<ApiDeclaration, 'usagePlans' | 'apiKeys'> {
    const keys = new Map(all('apiKey'));
    return {
      usagePlans: all('usagePlan').map(([id, { UsagePlanName, Throttle, Quota }]) => ({
        id,
        name: UsagePlanName,
        throttle: throttleOf(Throttle?.RateLimit, Throttle?.BurstLimit),
        quota: Quota && { limit: Quota.Limit, period: Quota.Period },
      })),
      apiKeys: all('usagePlanKey').map(([, { KeyId, UsagePlanId }]) => {
        const [keyId = ''] = referredIds(KeyId);
        const [planId = ''] = referredIds(UsagePlanId);
        return { name: keys.get(keyId)?.Name ?? keyId, value: keys.get(keyId)?.Value, planId };
      }),
    };
  }

  /** The one of the stack beside, which the distribution names by a parameter. */
  function readFirewall(): FirewallDeclaration | undefined {
    const [found, ...others] = all('webAcl');
    if (others.length > 0) throw new Error(`the template has ${others.length + 1} firewalls, not one`);
    const rule = found?.[1].Rules[0];
    if (!found || !rule) return undefined;
    const { Limit: limit, EvaluationWindowSec: windowSeconds } = rule.Statement.RateBasedStatement;
    const { ResponseCode: status, CustomResponseBodyKey, ResponseHeaders } = rule.Action.Block.CustomResponse;
    const body = found[1].CustomResponseBodies[CustomResponseBodyKey];
    const headers = ResponseHeaders.map(({ Name, Value }): [string, string] => [Name, Value]);
    headers.push(['Content-Type', body?.ContentType === 'APPLICATION_JSON' ? 'application/json' : 'text/plain']);
    return { limit, windowSeconds, answer: { status, headers, body: Buffer.from(body?.Content ?? '') } };
  }

  function readSite(): SiteDeclaration {
    const [id, { DistributionConfig: config }] = only('distribution');
    const [, deployment] = only('bucketDeployment');
    const cachePolicies = new Map(all('cachePolicy'));
    const requestPolicies = new Map(all('originRequestPolicy'));
    const responsePolicies = new Map(all('responseHeadersPolicy'));
    const edgeFunctions = new Map(all('edgeFunction'));
    const found = <T>(map: ReadonlyMap<string, T>, reference: unknown): T | undefined =>
      map.get(referredIds(reference)[0] ?? '');

    const readBehavior = (behavior: BehaviorProperties): BehaviorDeclaration => {
      const origin = config.Origins.find((candidate) => candidate.Id === behavior.TargetOriginId);
      if (!origin) throw new Error(`the distribution lacks the origin "${behavior.TargetOriginId}"`);
      // A policy that is not in the template is one of AWS's own; the only one in use forwards no header.
      const cached = found(cachePolicies, behavior.CachePolicyId);
      const forwarded = found(requestPolicies, behavior.OriginRequestPolicyId);
      const cacheKey = cached?.CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin;
      const headers = [
        ...(cacheKey?.HeadersConfig.Headers ?? []),
        ...(cacheKey?.EnableAcceptEncodingGzip || cacheKey?.EnableAcceptEncodingBrotli ? ['Accept-Encoding'] : []),
        ...(forwarded?.OriginRequestPolicyConfig.HeadersConfig.Headers ?? []),
      ];
      return {
        pattern: behavior.PathPattern ?? '*',
        origin: origin.S3OriginConfig === undefined ? 'api' : 'site',
        allowedMethods: behavior.AllowedMethods,
        forwardedHeaders: new Set(headers.map((name) => name.toLowerCase())),
        originHeaders: Object.fromEntries(
          origin.OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue]),
        ),
        compress: behavior.Compress,
        responseHeaders: policyHeaders(found(responsePolicies, behavior.ResponseHeadersPolicyId)),
        viewerRequest: found(edgeFunctions, behavior.FunctionAssociations[0]?.FunctionARN)?.FunctionCode,
      };
    };
    return {
      id,
      rootObject: config.DefaultRootObject,
      behaviors: [...config.CacheBehaviors, config.DefaultCacheBehavior].map(readBehavior),
      folder: asset(deployment.SourceObjectKeys[0] ?? ''),
      cacheControl: deployment.SystemMetadata['cache-control'],
      firewall: config.WebACLId === undefined ? undefined : readFirewall(),
    };
  }
}

function throttleOf(ratePerSecond: number | undefined, burst: number | undefined): ThrottleDeclaration | undefined {
  return ratePerSecond === undefined || burst === undefined ? undefined : { ratePerSecond, burst };
}

function policyHeaders(policy: Properties<'responseHeadersPolicy'> | undefined): Record<string, string> {
  if (!policy) return {};
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = policy.ResponseHeadersPolicyConfig;
  const transport = security.StrictTransportSecurity;
  const headers: Record<string, string | undefined> = {
    'content-security-policy': security.ContentSecurityPolicy?.ContentSecurityPolicy,
    'x-content-type-options': security.ContentTypeOptions && 'nosniff',
    'x-frame-options': security.FrameOptions?.FrameOption,
    'referrer-policy': security.ReferrerPolicy?.ReferrerPolicy,
    'strict-transport-security':
      transport &&
      `max-age=${transport.AccessControlMaxAgeSec}${transport.IncludeSubdomains ? '; includeSubDomains' : ''}`,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}
