import type { BehaviorDeclaration, SiteDeclaration } from './declaration.ts';
import { referredIds } from './intrinsics.ts';
import type { BehaviorProperties } from './resources.ts';
import { readFirewall } from './template-firewall.ts';
import type { Properties, TemplateResources } from './template-resources.ts';

/** Reads from the template the CDN in front of the site and the API. */
export function readSite(resources: TemplateResources): SiteDeclaration {
  const [id, { DistributionConfig: config }] = resources.only('distribution');
  const deployments = resources.all('bucketDeployment').map(([, deployment]) => deployment);
  const deployment = deployments.find(({ Include }) => Include.length === 0);
  if (!deployment) throw new Error('no deployment of the whole site');
  const cachePolicies = new Map(resources.all('cachePolicy'));
  const requestPolicies = new Map(resources.all('originRequestPolicy'));
  const responsePolicies = new Map(resources.all('responseHeadersPolicy'));
  const edgeFunctions = new Map(resources.all('edgeFunction'));
  const found = <T>(map: ReadonlyMap<string, T>, reference: unknown): T | undefined =>
    map.get(referredIds(reference)[0] ?? '');

  const codeOf = ({ FunctionAssociations }: BehaviorProperties, event: string): string | undefined =>
    found(edgeFunctions, FunctionAssociations.find(({ EventType }) => EventType === event)?.FunctionARN)?.FunctionCode;

  const readBehavior = (behavior: BehaviorProperties): BehaviorDeclaration => {
    const origin = config.Origins.find((candidate) => candidate.Id === behavior.TargetOriginId);
    if (!origin) throw new Error(`the distribution lacks the origin "${behavior.TargetOriginId}"`);
    // If a policy is not in the template, it is AWS-managed. The only such policy in use forwards no header.
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
      corsHeaders: corsHeaders(found(responsePolicies, behavior.ResponseHeadersPolicyId)),
      viewerRequest: codeOf(behavior, 'viewer-request'),
      viewerResponse: codeOf(behavior, 'viewer-response'),
    };
  };
  return {
    id,
    rootObject: config.DefaultRootObject,
    behaviors: [...config.CacheBehaviors, config.DefaultCacheBehavior].map(readBehavior),
    folder: resources.asset(deployment.SourceObjectKeys[0] ?? ''),
    cacheControl: deployment.SystemMetadata['cache-control'],
    folderCacheControl: deployments.flatMap(({ Include, SystemMetadata }) => {
      const cacheControl = SystemMetadata['cache-control'];
      return cacheControl === undefined ? [] : Include.map((one) => ({ folder: one.slice(0, -1), cacheControl }));
    }),
    firewall: config.WebACLId === undefined ? undefined : readFirewall(resources),
  };
}

function policyHeaders(policy: Properties<'responseHeadersPolicy'> | undefined): Record<string, unknown> {
  if (!policy) return {};
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = policy.ResponseHeadersPolicyConfig;
  const transport = security.StrictTransportSecurity;
  const headers: Record<string, unknown> = {
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

/** Returns the CORS headers of an answer. Preflights need none, because these behaviors do not allow them. */
function corsHeaders(policy: Properties<'responseHeadersPolicy'> | undefined): Record<string, string> {
  const origins = policy?.ResponseHeadersPolicyConfig.CorsConfig?.AccessControlAllowOrigins.Items;
  return origins ? { 'access-control-allow-origin': origins[0] } : {};
}
