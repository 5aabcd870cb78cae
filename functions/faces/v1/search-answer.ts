import type { Request } from '../../http/request.ts';
import { caching, cachingOfTyped } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import type { Match } from '../../search/query.ts';
import { positionAfter } from '../../search/question.ts';
import type { SearchRequest } from './parameters/meaning.ts';
import { questionOf, type SearchAnswer, searchAnswer } from './shapes/search.ts';

export type { SearchAnswer } from './shapes/search.ts';

/**
 * The results of a search in the form of the JSON API. Every face answers from this, so that all give the same centers
 * in the same order.
 * @throws TooBroadError if too much would have to be read.
 */
export async function answerSearch(search: SearchRequest, context: RouteContext): Promise<SearchAnswer> {
  const question = questionOf(search);
  const found = await context.locator.answer(question, context.meter, search.cursor?.version ?? null);
  const { version, publishedAt } = found.head;
  const cursors = await context.cursors();
  const nextAfter = (last: Match): string =>
    cursors.write(
      { version: { publishedAt, version }, after: positionAfter(last, question.where) },
      search.fingerprint,
    );
  return searchAnswer(search, found, nextAfter, context.now());
}

/**
 * Says who may cache the answer. For a state or a cell: anyone, because it says little about one person. For a typed
 * place or name: see `cachingOfTyped`. For a point, free text or a guess from the network, which are personal: nobody.
 */
export function cacheControlOf({ origin, echo }: SearchRequest, request: Pick<Request, 'method' | 'headers'>): string {
  if (request.method === 'POST') return caching.none;
  if (origin?.kind === 'point' || origin?.kind === 'viewer' || 'q' in echo) return caching.personal;
  return 'near' in echo || 'name' in echo ? cachingOfTyped(request) : caching.shared;
}
