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

/** The paths of the API, each with its own policies; a more specific pattern comes first. */
export function apiBehaviors(scope: Construct, api: PublicApi, apiKey: string): Record<string, BehaviorOptions> {
  const behavior: BehaviorOptions = {
    origin: new HttpOrigin(api.hostName, {
      originPath: `/${api.stageName}`,
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      // Replaces any headers that the visitor sent under these names.
      customHeaders: { 'x-api-key': apiKey, [cdnHeader]: '1' },
    }),
    cachePolicy: apiCachePolicy(scope),
    originRequestPolicy: apiRequestPolicy(scope),
    responseHeadersPolicy: apiHeaders(scope),
    // No redirect: a client that used plain HTTP has already sent its query unencrypted and should notice.
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    compress: true,
    functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: viewerRequest(scope) }],
  };
  const search = { ...behavior, responseHeadersPolicy: apiSearchHeaders(scope) };
  const mcp = { ...behavior, originRequestPolicy: mcpRequestPolicy(scope) };
  // Pages for people, which load styles and post forms, and whose URLs may have been typed without https.
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

/** A function at the edge, with the name that the account knows it by. */
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
