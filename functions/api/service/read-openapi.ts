import type { APIGatewayProxyResult } from 'aws-lambda';
import { noParameters } from '../../http/parameters.ts';
import type { Request } from '../../http/request.ts';
import { caching, negotiate, reply } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { openApiText } from './load.ts';

/** By the address it is served for: one in a container. */
const documents = new Map<string, Promise<string>>();

/** The OpenAPI document: read from its file when first asked for, since hardly any container ever is. */
export async function readOpenApi(
  request: Request,
  { apiUrl, publicUrl, gatewayUrl }: RouteContext,
): Promise<APIGatewayProxyResult> {
  noParameters(request);
  const type = negotiate(request, ['application/json']);
  const key = `${apiUrl} ${gatewayUrl}`;
  const document = documents.get(key) ?? openApiText({ asked: apiUrl, website: publicUrl, gateway: gatewayUrl });
  documents.set(key, document);
  return reply(200, type, await document, { 'cache-control': caching.shared });
}
