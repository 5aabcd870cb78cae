import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Request } from '../../http/request.ts';
import { caching, cachingOfTyped, json, negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import type { PathsRequest } from './parameters/paths-asked.ts';
import { readPathsBody, readPathsQuery } from './parameters/paths-request.ts';
import { type PathsAnswer, pathsAnswer } from './shapes/paths.ts';

/** The shortest paths through one center per level of care, for somebody who moves from level to level. */
export const findPaths = (request: Request, context: RouteContext): Promise<APIGatewayProxyResult> =>
  answer(request, context, readPathsQuery);

export const findPathsByBody = (request: Request, context: RouteContext): Promise<APIGatewayProxyResult> =>
  answer(request, context, readPathsBody);

async function answer(
  request: Request,
  context: RouteContext,
  understand: typeof readPathsQuery,
): Promise<APIGatewayProxyResult> {
  const type = negotiate(request, ['application/json']);
  const listed = await context.locator.glimpse(context.meter);
  const asked = understand(request, { places: context.places(), ...listed });
  return json(await answerPaths(asked, context), cacheControlOf(asked, request), type);
}

/**
 * The paths for a request, in the form that every face uses.
 * @throws TooBroadError if too much would have to be read.
 */
export async function answerPaths(asked: PathsRequest, { locator, meter, now }: RouteContext): Promise<PathsAnswer> {
  return pathsAnswer(asked, await locator.paths(asked.query, meter), now());
}

/**
 * Says who may cache the answer, like a search's: nobody for a point or for a guess from the network, which are
 * personal. A typed place has its own rule (cachingOfTyped).
 */
function cacheControlOf({ origin }: PathsRequest, request: Request): string {
  if (request.method === 'POST') return caching.none;
  return origin.kind === 'point' || origin.kind === 'viewer' ? caching.personal : cachingOfTyped(request);
}
