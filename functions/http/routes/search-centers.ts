import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Head } from '../../search/dataset.ts';
import type { SearchResult } from '../../search/query.ts';
import { TooBroadError } from '../../search/query.ts';
import { toCsv } from '../formats/csv.ts';
import { toGeoJson } from '../formats/geojson.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../request.ts';
import { caching, negotiate, reply } from '../response.ts';
import { readSearchBody, readSearchQuery, type SearchRequest } from '../search-request.ts';
import type { RouteContext } from '../services.ts';
import { datasetAnswer, help, resultAnswer } from '../shape.ts';

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
  const { insurers } = await context.locator.glimpse(context.meter);
  const search = understand(request, { places: context.places(), insurers });
  const { answer: result, head } = await find(search, context);
  const body = searchAnswer(search, result, head, context.now());
  const headers = { 'cache-control': cacheControlOf(search) };
  if (type === 'text/csv') return reply(200, 'text/csv; charset=utf-8; header=present', toCsv(body.results), headers);
  return reply(200, type, JSON.stringify(type === 'application/geo+json' ? toGeoJson(body) : body), headers);
}

async function find({ origin, state, within, filter, limit }: SearchRequest, { locator, meter }: RouteContext) {
  try {
    if (state !== null) return await locator.inState({ state, filter, limit }, meter);
    if (origin.location === null) throw new Error(`an origin of kind ${origin.kind} has no location`);
    return await locator.near({ origin: origin.location, withinKm: within?.km ?? null, filter, limit }, meter);
  } catch (error) {
    if (error instanceof TooBroadError) throw tooBroad(fieldsOf(filter), within !== null, state !== null, error);
    throw error;
  }
}

function searchAnswer({ origin, echo }: SearchRequest, { matches, unknown }: SearchResult, head: Head, now: number) {
  return {
    origin,
    query: echo,
    results: matches.map((match) => resultAnswer(match, now)),
    unknown: { count: unknown.count, ...(unknown.more ? { more: true } : {}) },
    dataset: datasetAnswer(head),
    help,
  };
}
export type SearchAnswer = ReturnType<typeof searchAnswer>;

// A ZIP, a place or a state says little about one person; an exact point or a guess of where they are says much.
function cacheControlOf({ origin }: SearchRequest): string {
  return origin.kind === 'point' || origin.kind === 'viewer' ? caching.personal : caching.shared;
}

function fieldsOf(filter: SearchRequest['filter']): string[] {
  return Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

/** Says which field to loosen, or that a radius would help. */
function tooBroad(fields: readonly string[], hasRadius: boolean, inState: boolean, cause: unknown): Problem {
  const radius = inState || hasRadius ? '' : ' within (a radius such as 50mi) would help.';
  const loosen = fields.length === 0 ? '' : ` Leave out, or widen, one of: ${fields.join(', ')}.`;
  return new Problem(
    422,
    'too-broad',
    'The search is too broad',
    `Few centers in the whole country fit all of this at once, and too much would have to be read to be sure.${loosen}${radius}`,
    { cause, members: { fields } },
  );
}
