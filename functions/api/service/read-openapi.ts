import type { APIGatewayProxyResult } from 'aws-lambda';
import { noParameters } from '../../http/parameters.ts';
import type { Request } from '../../http/request.ts';
import { caching, negotiate, reply } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { openApiText } from './load.ts';

/** The prepared documents by URL, one per container. */
const documents = new Map<string, Promise<string>>();

/** The OpenAPI document. Read from its file on demand, because few containers are ever asked for it. */
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
