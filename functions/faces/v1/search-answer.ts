import type { Head } from '../../dataset/head.ts';
import { nameKeyOf } from '../../dataset/keys.ts';
import { packed } from '../../dataset/packed-center.ts';
import { TooBroadError } from '../../dataset/read/too-broad.ts';
import { coverageOf } from '../../http/coverage.ts';
import { writeCursor } from '../../http/cursor.ts';
import { Problem } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, cachingOfTyped } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import type { FromDataset } from '../../search/datasets.ts';
import { listingKeyOfRow } from '../../search/listing.ts';
import type { Answer } from '../../search/locator.ts';
import type { Match } from '../../search/query.ts';
import type { Origin } from './parameters/origin.ts';
import type { SearchRequest } from './parameters/search-request.ts';
import { alternativeAnswer, datasetAnswer, help, resultAnswer } from './shapes/center.ts';

/**
 * What a search finds, as the JSON API says it. Every face answers from this, so that all give the same centers in the same
 * order. @throws Problem 422 where too much would have to be read.
 */
export async function answerSearch(search: SearchRequest, context: RouteContext): Promise<SearchAnswer> {
  return searchAnswer(search, await find(search, context), context.now());
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

function searchAnswer(search: SearchRequest, { answer: result, head, summary }: FromDataset<Answer>, now: number) {
  const { matches, unknown, more } = result;
  const first = search.cursor === null;
  return {
    origin: search.origin === null ? null : shownOrigin(search.origin),
    ...(search.origin === null ? {} : { coverage: coverageOf(search.origin.state, summary) }),
    query: search.echo,
    results: matches.map((match) => resultAnswer(match, now, search.cell !== null)),
    unknown: { count: unknown.count, ...(unknown.more ? { more: true } : {}) },
    ...(first && matches.length < search.limit ? { alternatives: result.alternatives.map(alternativeAnswer) } : {}),
    next: more ? nextOf(search, matches.at(-1), head) : null,
    dataset: datasetAnswer(head),
    help,
  };
}

const shownOrigin = ({ kind, label, location }: Origin) => ({ kind, label, location });

export type SearchAnswer = ReturnType<typeof searchAnswer>;

function nextOf({ state, fingerprint }: SearchRequest, last: Match | undefined, head: Head): string | null {
  if (last === undefined) return null;
  const { row, distanceKm } = last;
  const key = state === null ? nameKeyOf(row[packed.name], row[packed.id]) : listingKeyOfRow(row);
  const after = distanceKm === null ? key : { km: distanceKm, id: row[packed.id] };
  return writeCursor({ version: { publishedAt: head.publishedAt, version: head.version }, after }, fingerprint);
}

/** A state or a cell says little about one person; a place or a name was typed; the rest is somebody's own. */
export function cacheControlOf({ origin, echo }: SearchRequest, request: Pick<Request, 'method' | 'headers'>): string {
  if (request.method === 'POST') return caching.none;
  if (origin?.kind === 'point' || origin?.kind === 'viewer' || 'q' in echo) return caching.personal;
  return 'near' in echo || 'name' in echo ? cachingOfTyped(request) : caching.shared;
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
