import type { APIGatewayProxyResult } from 'aws-lambda';
import Negotiator from 'negotiator';
import { LIST_AGE_S, Problem } from './problem.ts';
import type { Request } from './request.ts';

/** How long and by whom an answer may be kept. */
export const caching = {
  /** Same for everybody: the CDN may keep it for a minute, within which a new dataset shows. */
  shared: 'public, max-age=60',
  /** Same for everybody, and names what may soon be replaced: kept as briefly as a container keeps HEAD. */
  brief: `public, max-age=${LIST_AGE_S}`,
  /** Never changes at its URL. Kept no longer than a day, so that removed content is gone everywhere by then. */
  day: 'public, max-age=86400',
  /** Tells where somebody is, or holds their own words: nobody keeps it, least of all a browser that others use. */
  personal: 'private, no-store',
  none: 'no-store',
} as const;

/**
 * The CDN sets this header on every request to the API and overwrites whatever a visitor sends under its name. It also
 * tells browsers `no-store` itself (a response-headers policy).
 */
export const cdnHeader = 'x-from-cdn';

/**
 * For an answer whose URL holds a place, ZIP or name that somebody typed: the CDN may keep it, since it is the same for
 * everybody; a browser may not, since others may use the computer. Whoever asks without the CDN is told what a browser is.
 */
export function cachingOfTyped({ headers }: Pick<Request, 'headers'>): string {
  return headers.get(cdnHeader) === '1' ? caching.shared : caching.none;
}

/** @throws Problem 406 that lists the types, when the caller accepts none of them. */
export function negotiate<Type extends string>(request: Request, types: readonly Type[]): Type {
  const accept = withoutParameters(request.headers.get('accept') || '*/*');
  const best = new Negotiator({ headers: { accept } }).mediaType([...types]);
  if (best === undefined) {
    throw new Problem(406, 'not-acceptable', 'No acceptable format', `This is available as ${types.join(', ')}.`);
  }
  return best as Type;
}

/** Whether a caller would rather read a page than JSON. */
export function takesHtml({ headers }: Pick<Request, 'headers'>): boolean {
  const accept = withoutParameters(headers.get('accept') || '*/*');
  const best = new Negotiator({ headers: { accept } }).mediaType([
    'text/html',
    'application/problem+json',
    'application/json',
  ]);
  return best === 'text/html';
}

/** Our types have no parameters, so `application/json; charset=utf-8` would fit none of them: only weights stay. */
function withoutParameters(accept: string): string {
  return accept
    .split(',')
    .map((range) => range.split(';').filter((part, index) => index === 0 || /^\s*q\s*=/i.test(part)))
    .map((parts) => parts.join(';'))
    .join(',');
}

/** What an answer depends on beside its address. Compression comes after us, but no cache may mix its outcomes. */
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
