import type { APIGatewayProxyResult } from 'aws-lambda';
import Negotiator from 'negotiator';
import { LIST_AGE_S, Problem } from './problem.ts';
import type { Request } from './request.ts';

/** How long an answer may be cached, and by whom. */
export const caching = {
  /**
   * For an answer that is the same for everybody. The CDN may cache it for a minute, after which a new dataset is
   * visible.
   */
  shared: 'public, max-age=60',
  /**
   * For an answer that is the same for everybody but lists content that may soon be replaced. Cached for as long as a
   * container keeps HEAD.
   */
  brief: `public, max-age=${LIST_AGE_S}`,
  /**
   * For content that never changes at its URL. Cached for a day at most, so that removed content is gone everywhere by
   * then.
   */
  day: 'public, max-age=86400',
  /** For an answer that reveals somebody's location or words: nobody may cache it, least of all a shared browser. */
  personal: 'private, no-store',
  none: 'no-store',
} as const;

/**
 * The CDN sets this header on every request to the API and overwrites what a visitor sends under its name. The CDN also
 * sends browsers `no-store` itself (a response-headers policy).
 */
export const cdnHeader = 'x-from-cdn';

/**
 * `Cache-Control` of an answer whose URL contains a typed place, ZIP or name. The CDN may cache the answer: it is the
 * same for everybody. A browser may not: other people may use the same computer. A request that did not come through
 * the CDN is treated like one from a browser.
 */
export function cachingOfTyped({ headers }: Pick<Request, 'headers'>): string {
  return headers.get(cdnHeader) === '1' ? caching.shared : caching.none;
}

/** @throws Problem 406 that lists the types, if the caller accepts none of them. */
export function negotiate<Type extends string>(request: Request, types: readonly Type[]): Type {
  const accept = withoutParameters(request.headers.get('accept') || '*/*');
  const best = new Negotiator({ headers: { accept } }).mediaType([...types]);
  if (best === undefined) {
    throw new Problem(406, 'not-acceptable', 'No acceptable format', `This is available as ${types.join(', ')}.`);
  }
  return best as Type;
}

/** True if a caller prefers a page to JSON. */
export function takesHtml({ headers }: Pick<Request, 'headers'>): boolean {
  const accept = withoutParameters(headers.get('accept') || '*/*');
  const best = new Negotiator({ headers: { accept } }).mediaType([
    'text/html',
    'application/problem+json',
    'application/json',
  ]);
  return best === 'text/html';
}

/**
 * Removes all parameters of the accepted types except weights. Our types have none, so `application/json;
 * charset=utf-8` would match none of them.
 */
function withoutParameters(accept: string): string {
  return accept
    .split(',')
    .map((range) => range.split(';').filter((part, index) => index === 0 || /^\s*q\s*=/i.test(part)))
    .map((parts) => parts.join(';'))
    .join(',');
}

/**
 * Headers that select the answer's form. Answers are compressed only after the handler, but caches must keep compressed
 * and plain answers apart.
 */
const vary = 'Accept, Accept-Encoding';

export function reply(
  status: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyResult {
  return { statusCode: status, headers: { 'content-type': type, vary, ...headers }, body };
}

export function json(body: unknown, cacheControl: string, type = 'application/json'): APIGatewayProxyResult {
  return reply(200, type, JSON.stringify(body), { 'cache-control': cacheControl });
}
