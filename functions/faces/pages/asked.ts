import type { APIGatewayProxyResult } from 'aws-lambda';
import { noParameters } from '../../http/parameters.ts';
import type { Request } from '../../http/request.ts';
import { caching, negotiate, reply } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';

/** Tracking parameters that mail programs and social networks add to shared links. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_eid|mc_cid|igshid|twclid|_hsenc|_hsmi)$/;

/**
 * A route that draws a page. A page's address is its path alone: searches are never in a link, and parameters that other
 * sites add to shared links are removed.
 * @throws Problem 400 or 406.
 */
export function page(draw: RouteHandler): RouteHandler {
  return async (request, context, parameters) => {
    negotiate(request, ['text/html']);
    const names = [...request.query.keys()];
    if (names.length > 0 && names.every((name) => TRACKING.test(name))) return movedTo(ownName(request), 302);
    noParameters(request);
    return draw(request, context, parameters);
  };
}

/** @param location Relative to the page's own URL, so that it works on every domain. */
export function movedTo(location: string, status: 302 | 308 = 308): APIGatewayProxyResult {
  const cacheControl = status === 308 ? caching.shared : caching.none;
  return reply(status, 'text/plain; charset=utf-8', location, { location, 'cache-control': cacheControl });
}

const ownName = ({ path }: Request): string => path.slice(path.lastIndexOf('/') + 1) || './';
