import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Request } from '../../http/request.ts';
import { negotiate, reply } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import { toGeoJson } from './formats/geojson.ts';
import { readSearchBody, readSearchQuery } from './parameters/search-request.ts';
import { answerSearch, cacheControlOf } from './search-answer.ts';

const formats = ['application/json', 'application/geo+json', 'text/csv'] as const;

export function searchCenters(request: Request, context: RouteContext): Promise<APIGatewayProxyResult> {
  return answer(request, context, readSearchQuery);
}

export function searchCentersByBody(request: Request, context: RouteContext): Promise<APIGatewayProxyResult> {
  return answer(request, context, readSearchBody);
}

async function answer(
  request: Request,
  context: RouteContext,
  understand: typeof readSearchQuery,
): Promise<APIGatewayProxyResult> {
  const type = negotiate(request, formats);
  const [listed, cursors] = await Promise.all([context.locator.glimpse(context.meter), context.cursors()]);
  const search = await understand(request, { places: context.places(), ...listed, cursors });
  const body = await answerSearch(search, context);
  const headers = {
    'cache-control': cacheControlOf(search, request),
    ...nextLink(request, body.next, context.apiUrl),
  };
  if (type === 'text/csv') {
    const { toCsv } = await import('./formats/csv.ts');
    return reply(200, 'text/csv; charset=utf-8; header=present', toCsv(body.results, context.crisis), headers);
  }
  return reply(200, type, JSON.stringify(type === 'application/geo+json' ? toGeoJson(body) : body), headers);
}

/** The next page for clients that follow headers (RFC 8288). A search by POST has no URL to link to. */
function nextLink({ method, path, query }: Request, next: string | null, apiUrl: string): Record<string, string> {
  if (next === null || method === 'POST') return {};
  const target = new URLSearchParams(
    [...query].flatMap(([name, values]) => values.map((text): [string, string] => [name, text])),
  );
  target.set('cursor', next);
  return { link: `<${apiUrl}${path}?${target}>; rel="next"` };
}
