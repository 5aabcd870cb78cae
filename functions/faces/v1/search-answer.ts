import type { Head } from '../../dataset/head.ts';
import { coverageOf } from '../../http/coverage.ts';
import { writeCursor } from '../../http/cursor.ts';
import { help } from '../../http/help.ts';
import type { Request } from '../../http/request.ts';
import { caching, cachingOfTyped } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import type { Answer } from '../../search/alternatives.ts';
import type { FromDataset } from '../../search/datasets.ts';
import type { Match } from '../../search/query.ts';
import { positionAfter, type Question, type Where } from '../../search/question.ts';
import type { Origin } from './parameters/origin.ts';
import type { SearchRequest } from './parameters/search-request.ts';
import { alternativeAnswer, certaintyAnswer, datasetAnswer, resultAnswer } from './shapes/center.ts';

/**
 * What a search finds, as the JSON API says it. Every face answers from this, so that all give the same centers in the same
 * order. @throws TooBroadError where too much would have to be read.
 */
export async function answerSearch(search: SearchRequest, context: RouteContext): Promise<SearchAnswer> {
  return searchAnswer(search, await find(search, context), context.now());
}

function find(search: SearchRequest, { locator, meter }: RouteContext): Promise<FromDataset<Answer>> {
  const { filter, name, limit, cursor, withUnknown } = search;
  const after = cursor?.after ?? null;
  const question: Question = {
    where: whereOf(search),
    filter,
    name,
    limit,
    after,
    withUnknown,
    withAlternatives: true,
  };
  return locator.answer(question, meter, cursor?.version ?? null);
}

function whereOf({ origin, cell, state, name, within }: SearchRequest): Where {
  const withinKm = within?.km ?? null;
  if (cell !== null) return { kind: 'cell', cell, withinKm };
  if (state !== null) return { kind: 'state', state };
  if (origin?.location) return { kind: 'near', origin: origin.location, withinKm };
  if (name === null) throw new Error('a search has neither an origin nor a name');
  return { kind: 'name', name };
}

function searchAnswer(search: SearchRequest, { answer: result, head, summary }: FromDataset<Answer>, now: number) {
  const { matches, unknown, more } = result;
  const first = search.cursor === null;
  return {
    origin: search.origin === null ? null : shownOrigin(search.origin),
    ...(search.origin === null ? {} : { coverage: coverageOf(search.origin.state, summary) }),
    query: search.echo,
    results: matches.map((match) => ({
      ...resultAnswer(match, now, search.cell !== null),
      ...(search.withUnknown ? certaintyAnswer(match) : {}),
    })),
    unknown: { count: unknown.count, ...(unknown.more ? { more: true } : {}), because: unknown.because },
    ...(first && matches.length < search.limit ? { alternatives: result.alternatives.map(alternativeAnswer) } : {}),
    next: more ? nextOf(search, matches.at(-1), head) : null,
    dataset: datasetAnswer(head),
    help,
  };
}

const shownOrigin = ({ kind, label, location }: Origin) => ({ kind, label, location });

export type SearchAnswer = ReturnType<typeof searchAnswer>;

function nextOf(search: SearchRequest, last: Match | undefined, { version, publishedAt }: Head): string | null {
  if (last === undefined) return null;
  const after = positionAfter(last, whereOf(search));
  return writeCursor({ version: { publishedAt, version }, after }, search.fingerprint);
}

/** A state or a cell says little about one person; a place or a name was typed; the rest is somebody's own. */
export function cacheControlOf({ origin, echo }: SearchRequest, request: Pick<Request, 'method' | 'headers'>): string {
  if (request.method === 'POST') return caching.none;
  if (origin?.kind === 'point' || origin?.kind === 'viewer' || 'q' in echo) return caching.personal;
  return 'near' in echo || 'name' in echo ? cachingOfTyped(request) : caching.shared;
}
