import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Head } from '../../search/dataset.ts';
import type { FromDataset } from '../../search/datasets.ts';
import { listingKeyOfRow } from '../../search/listing.ts';
import type { Answer } from '../../search/locator.ts';
import { packed } from '../../search/packed-center.ts';
import { nameKeyOf } from '../../search/pointer.ts';
import { type Match, TooBroadError } from '../../search/query.ts';
import { writeCursor } from '../cursor.ts';
import { toGeoJson } from '../formats/geojson.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../request.ts';
import { caching, negotiate, reply } from '../response.ts';
import { readSearchBody, readSearchQuery, type SearchRequest } from '../search-request.ts';
import type { RouteContext } from '../services.ts';
import { alternativeAnswer, datasetAnswer, help, resultAnswer } from '../shape.ts';

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
  const search = await understand(request, { places: context.places(), insurers });
  const body = searchAnswer(search, await find(search, context), context.now());
  const headers = { 'cache-control': cacheControlOf(search) };
  if (type === 'text/csv') {
    const { toCsv } = await import('../formats/csv.ts');
    return reply(200, 'text/csv; charset=utf-8; header=present', toCsv(body.results), headers);
  }
  return reply(200, type, JSON.stringify(type === 'application/geo+json' ? toGeoJson(body) : body), headers);
}

async function find(search: SearchRequest, { locator, meter }: RouteContext): Promise<FromDataset<Answer>> {
  const { origin, cell, state, name, within, filter, limit, cursor } = search;
  const asked = { filter, name, limit, withAlternatives: true };
  const withinKm = within?.km ?? null;
  const version = cursor?.version ?? null;
  const after = cursor?.after ?? null;
  const afterKey = typeof after === 'string' ? after : null;
  const afterDistance = typeof after === 'string' ? null : after;
  try {
    if (cell !== null) return await locator.nearCell({ ...asked, cell, withinKm }, meter);
    if (state !== null) return await locator.inState({ ...asked, state, after: afterKey }, meter, version);
    if (origin?.location) {
      return await locator.near({ ...asked, origin: origin.location, withinKm, after: afterDistance }, meter, version);
    }
    if (name === null) throw new Error('a search has neither an origin nor a name');
    return await locator.named({ ...asked, name, after: afterKey }, meter, version);
  } catch (error) {
    if (error instanceof TooBroadError)
      throw tooBroad(fieldsOf(search), within === null && origin?.location != null, error);
    throw error;
  }
}

function searchAnswer(search: SearchRequest, { answer: result, head }: FromDataset<Answer>, now: number) {
  const { matches, unknown, more } = result;
  const first = search.cursor === null;
  return {
    origin: search.origin,
    query: search.echo,
    results: matches.map((match) => resultAnswer(match, now, search.cell !== null)),
    unknown: { count: unknown.count, ...(unknown.more ? { more: true } : {}) },
    ...(first && matches.length < search.limit ? { alternatives: result.alternatives.map(alternativeAnswer) } : {}),
    next: more ? nextOf(search, matches.at(-1), head) : null,
    dataset: datasetAnswer(head),
    help,
  };
}
export type SearchAnswer = ReturnType<typeof searchAnswer>;

function nextOf({ state, fingerprint }: SearchRequest, last: Match | undefined, head: Head): string | null {
  if (last === undefined) return null;
  const { row, distanceKm } = last;
  const key = state === null ? nameKeyOf(row[packed.name], row[packed.id]) : listingKeyOfRow(row);
  const after = distanceKm === null ? key : { km: distanceKm, id: row[packed.id] };
  return writeCursor({ version: { publishedAt: head.publishedAt, version: head.version }, after }, fingerprint);
}

// A ZIP, a place or a state says little about one person; an exact point, a guess of where they are, or their own words say much.
function cacheControlOf({ origin, echo }: SearchRequest): string {
  const personal = origin?.kind === 'point' || origin?.kind === 'viewer' || 'q' in echo;
  return personal ? caching.personal : caching.shared;
}

function fieldsOf({ filter, name }: SearchRequest): string[] {
  const fields = Object.entries(filter).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  return name === null ? fields : [...fields, 'name'];
}

/** Says which field to loosen, or that a radius would help. */
function tooBroad(fields: readonly string[], radiusHelps: boolean, cause: unknown): Problem {
  const radius = radiusHelps ? ' A radius would help: within, such as 50mi.' : '';
  const loosen = fields.length === 0 ? '' : ` Leave out, or widen, one of: ${fields.join(', ')}.`;
  return new Problem(
    422,
    'too-broad',
    'The search is too broad',
    `Too much would have to be read to be sure of the answer.${loosen}${radius}`,
    { cause, members: { fields } },
  );
}
