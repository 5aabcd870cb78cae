import {
  AllowedMethods,
  type BehaviorOptions,
  Function as EdgeFunction,
  FunctionEventType,
  FunctionRuntime,
  OriginProtocolPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { cdnHeader } from '../functions/http/response.ts';
import type { PublicApi } from './api.ts';
import { apiPatterns, pagePatterns } from './api-paths.ts';
import {
  agentCachePolicy,
  agentRequestPolicy,
  apiCachePolicy,
  apiRequestPolicy,
  mcpRequestPolicy,
  partsCachePolicy,
} from './api-policies.ts';
import { edgeCode, edgeSource } from './edge-code.ts';
import { apiRequestSource, pageRequestSource } from './edge-functions.ts';
import { globalName } from './global-name.ts';
import { apiHeaders, apiSearchHeaders, drawnPageHeaders } from './security-headers.ts';

const PARTS_PATTERN = '/v1/dataset/*';
const AGENTS_PATTERN = '/v1/agent/*';

/**
 * Returns the CDN's settings for each path of the API. CloudFront uses the first pattern that matches, so more specific
 * patterns come first.
 */
export function apiBehaviors(scope: Construct, api: PublicApi, apiKey: string): Record<string, BehaviorOptions> {
  const behavior: BehaviorOptions = {
    origin: new HttpOrigin(api.hostName, {
      originPath: `/${api.stageName}`,
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      // CloudFront sets these headers itself, also if the visitor sent headers with these names.
      customHeaders: { 'x-api-key': apiKey, [cdnHeader]: '1' },
    }),
    cachePolicy: apiCachePolicy(scope),
    originRequestPolicy: apiRequestPolicy(scope),
    responseHeadersPolicy: apiHeaders(scope),
    // Plain HTTP is refused, not redirected: such a client has already sent its query unencrypted, and its author
    // should notice.
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    compress: true,
    functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: viewerRequest(scope) }],
  };
  const search = { ...behavior, responseHeadersPolicy: apiSearchHeaders(scope) };
  const mcp = { ...behavior, originRequestPolicy: mcpRequestPolicy(scope) };
  // These pages are for people: they load styles and post forms. Somebody may type their URL without https, so plain
  // HTTP is redirected.
  const page = {
    ...behavior,
    responseHeadersPolicy: drawnPageHeaders(scope),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: pageRequest(scope) }],
  };
  const parts = { ...behavior, cachePolicy: partsCachePolicy(scope) };
  const agents = {
    ...behavior,
    cachePolicy: agentCachePolicy(scope),
    originRequestPolicy: agentRequestPolicy(scope),
    functionAssociations: [
      ...(behavior.functionAssociations ?? []),
      { eventType: FunctionEventType.VIEWER_RESPONSE, function: agentResponse(scope) },
    ],
  };
  const special: Record<string, BehaviorOptions> = {
    [AGENTS_PATTERN]: agents,
    [PARTS_PATTERN]: parts,
    '/v1/centers*': search,
    '/v1/paths*': search,
    '/fhir/*': search,
    '/hsds/*': search,
    '/mcp': mcp,
    '/mcp/': mcp,
    ...Object.fromEntries(pagePatterns.map((one) => [one, page])),
  };
  return { ...special, ...Object.fromEntries(apiPatterns.map((one) => [one, special[one] ?? behavior])) };
}

/** Creates a CloudFront function with a name that is unique in the account. */
function edgeFunction(scope: Construct, id: string, comment: string, source: string): EdgeFunction {
  return new EdgeFunction(scope, id, {
    functionName: globalName(scope, id),
    comment,
    code: edgeCode(source),
    runtime: FunctionRuntime.JS_2_0,
  });
}

const viewerRequest = (scope: Construct): EdgeFunction =>
  edgeFunction(
    scope,
    'ViewerRequest',
    'One cache key for requests that mean the same; 429 for one too many',
    apiRequestSource(),
  );

const pageRequest = (scope: Construct): EdgeFunction =>
  edgeFunction(
    scope,
    'PageRequest',
    'One cache key for requests that mean the same; a page for one too many',
    pageRequestSource(),
  );

const agentResponse = (scope: Construct): EdgeFunction =>
  edgeFunction(scope, 'AgentResponse', 'How to sign in, under its own name', edgeSource('agent-response.js', {}));
