import { Duration } from 'aws-cdk-lib';
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { globalName } from './global-name.ts';

/** A changed dataset is visible through the CDN within this time, whatever an answer says. */
const longestApiCache = Duration.seconds(60);

/** Files for devices never change at their URL; a day is the longest that removed content may stay anywhere. */
const longestPartCache = Duration.days(1);

/**
 * Every answer to an agent is no-store. The token is part of the key because CloudFront only forwards it that way.
 */
export function agentCachePolicy(scope: Construct): CachePolicy {
  return cachePolicy(scope, 'AgentCache', 'Path, query, Accept, token', Duration.seconds(1), 'Authorization');
}

export function apiCachePolicy(scope: Construct): CachePolicy {
  return cachePolicy(scope, 'ApiCache', 'Path, query, Accept', longestApiCache);
}

export function partsCachePolicy(scope: Construct): CachePolicy {
  return cachePolicy(scope, 'PartsCache', 'Path, query, Accept; up to a day', longestPartCache);
}

/** Keyed by path, query (sorted by `viewer-request.js`) and Accept. An answer is cached only if it says so. */
function cachePolicy(
  scope: Construct,
  id: string,
  comment: string,
  maxTtl: Duration,
  ...headers: string[]
): CachePolicy {
  return new CachePolicy(scope, id, {
    cachePolicyName: globalName(scope, id),
    comment,
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl,
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Accept', ...headers),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
}

/**
 * Further headers that reach the API: the CDN's city-level guess of the location (for `near=me`), the body's type,
 * how strict to be (FHIR's `Prefer`), and the headers of preflights. Not the visitor's user agent, language,
 * referrer, origin or cookies. CloudFront itself adds the IP address (X-Forwarded-For); the handler neither reads nor
 * logs it.
 */
export function apiRequestPolicy(scope: Construct): OriginRequestPolicy {
  return new OriginRequestPolicy(scope, 'ApiRequest', {
    originRequestPolicyName: globalName(scope, 'ApiRequest'),
    comment: 'City-level location and content type; nothing else about the visitor',
    headerBehavior: OriginRequestHeaderBehavior.allowList(
      'CloudFront-Viewer-Latitude',
      'CloudFront-Viewer-Longitude',
      'Content-Type',
      'Prefer',
      'Access-Control-Request-Method',
      'Access-Control-Request-Headers',
    ),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    cookieBehavior: OriginRequestCookieBehavior.none(),
  });
}

/** The same for agents, plus the version that they saw. */
export function agentRequestPolicy(scope: Construct): OriginRequestPolicy {
  return new OriginRequestPolicy(scope, 'AgentRequest', {
    originRequestPolicyName: globalName(scope, 'AgentRequest'),
    comment: 'Content type and the version that a change is based on',
    headerBehavior: OriginRequestHeaderBehavior.allowList(
      'Content-Type',
      'If-Match',
      'Access-Control-Request-Method',
      'Access-Control-Request-Headers',
    ),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    cookieBehavior: OriginRequestCookieBehavior.none(),
  });
}

/**
 * The same for the Model Context Protocol: its own headers, and `Origin`, which servers must check. Not the CDN's
 * guess of a location, which would be the model's and not the person's.
 */
export function mcpRequestPolicy(scope: Construct): OriginRequestPolicy {
  return new OriginRequestPolicy(scope, 'McpRequest', {
    originRequestPolicyName: globalName(scope, 'McpRequest'),
    comment: 'Content type and the headers of the Model Context Protocol',
    headerBehavior: OriginRequestHeaderBehavior.allowList(
      'Content-Type',
      'Origin',
      'MCP-Protocol-Version',
      'Mcp-Method',
      'Mcp-Name',
      'Access-Control-Request-Method',
      'Access-Control-Request-Headers',
    ),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    cookieBehavior: OriginRequestCookieBehavior.none(),
  });
}
