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

/** Whatever cache time an answer asks for, a changed dataset is visible through the CDN within this time. */
const longestApiCache = Duration.seconds(60);

/**
 * Files for devices never change at their URL, so they may be cached for a day. Content that was removed may stay in a
 * cache that long, but not longer.
 */
const longestPartCache = Duration.days(1);

/**
 * The cache settings for the agents' API. Its answers are all `no-store`, so nothing is cached. The token is part of
 * the cache key only because CloudFront would not forward it otherwise.
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

/**
 * Makes a cache policy. The cache key is the path, the query (sorted by `viewer-request.js`) and Accept. An answer is
 * only cached if its own headers allow it.
 */
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

/** The headers of a CORS preflight request. Every request policy below forwards them too. */
const preflight = ['Access-Control-Request-Method', 'Access-Control-Request-Headers'];

/**
 * Makes a request policy, which forwards the query, some headers and no cookie to the API. CloudFront itself adds the
 * IP address (X-Forwarded-For); the handler neither reads nor logs it.
 */
function requestPolicy(scope: Construct, id: string, comment: string, headers: readonly string[]): OriginRequestPolicy {
  return new OriginRequestPolicy(scope, id, {
    originRequestPolicyName: globalName(scope, id),
    comment,
    headerBehavior: OriginRequestHeaderBehavior.allowList(...headers, ...preflight),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    cookieBehavior: OriginRequestCookieBehavior.none(),
  });
}

/**
 * Besides the query, the public API gets the CDN's city-level guess of the location (for `near=me`), the body's media
 * type, and how strict to be (FHIR's `Prefer`). It does not get the visitor's user agent, language, referrer or origin.
 */
export const apiRequestPolicy = (scope: Construct): OriginRequestPolicy =>
  requestPolicy(scope, 'ApiRequest', 'City-level location and content type; nothing else about the visitor', [
    'CloudFront-Viewer-Latitude',
    'CloudFront-Viewer-Longitude',
    'Content-Type',
    'Prefer',
  ]);

/** Besides the query, the agents' API gets the body's media type, and the version that a change is based on. */
export const agentRequestPolicy = (scope: Construct): OriginRequestPolicy =>
  requestPolicy(scope, 'AgentRequest', 'Content type and the version that a change is based on', [
    'Content-Type',
    'If-Match',
  ]);

/**
 * Besides the query, the servers for the Model Context Protocol get the body's media type, the protocol's own headers,
 * and `Origin`, which they must check. They get no guess of a location: it would be where the model runs, not where the
 * person is.
 */
export const mcpRequestPolicy = (scope: Construct): OriginRequestPolicy =>
  requestPolicy(scope, 'McpRequest', 'Content type and the headers of the Model Context Protocol', [
    'Content-Type',
    'Origin',
    'MCP-Protocol-Version',
    'Mcp-Method',
    'Mcp-Name',
  ]);
