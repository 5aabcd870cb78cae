import { compressed } from './compression.ts';
import type { BehaviorDeclaration, SiteDeclaration } from './declaration.ts';
import type { Gateway } from './gateway.ts';
import { headerOf, type WireRequest, type WireResponse } from './http.ts';
import type { SiteFiles } from './site-files.ts';
import { viewerRequestFunction, viewerResponseFunction } from './viewer-request.ts';

export interface EdgeOptions {
  readonly site: SiteDeclaration;
  readonly files: SiteFiles;
  readonly gateway: Gateway;
  /** Host name of the API, to which the CDN forwards. */
  readonly apiDomain: string;
  /** Replaces the intrinsic functions in a value of the template, and returns its text. */
  readonly resolve: (value: unknown) => string;
  /** Marks requests of an IP address that exceeds its limit. */
  readonly firewall?: ((request: WireRequest) => WireRequest) | undefined;
  /** True to apply no limits to the website's own key. */
  readonly unlimited?: boolean;
}

/** The media types that the CDN itself compresses, if a body has 1,000 to 10,000,000 bytes. */
const compressible = new Set([
  'application/javascript',
  'application/json',
  'application/xml',
  'image/svg+xml',
  'text/css',
  'text/csv',
  'text/html',
  'text/javascript',
  'text/plain',
  'text/xml',
]);

/** Headers that CloudFront forwards even if no policy names them: they describe the body or a cached copy. */
const alwaysForwarded = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'if-none-match',
  'if-modified-since',
]);

/**
 * Serves the website's domain as CloudFront would by the template: the firewall first, then for each path its behavior,
 * with the headers that it forwards and those that it adds. It has no cache, so that changed data is visible at once,
 * and no HTTPS. To try `near=me`, a client may send `CloudFront-Viewer-Latitude` and `-Longitude`, which CloudFront
 * itself would set.
 */
export function edge({
  site,
  files,
  gateway,
  apiDomain,
  resolve,
  firewall,
  unlimited = false,
}: EdgeOptions): (request: WireRequest) => Promise<WireResponse> {
  const behaviors = site.behaviors.map((behavior) => ({
    ...behavior,
    matches: pathPattern(behavior.pattern),
    originHeaders: Object.entries(behavior.originHeaders).map(([name, value]) => [name, resolve(value)] as const),
    responseHeaders: Object.fromEntries(
      Object.entries(behavior.responseHeaders).map(([name, value]) => [name, resolve(value)]),
    ),
    prepare: behavior.viewerRequest === undefined ? undefined : viewerRequestFunction(behavior.viewerRequest),
    finish: behavior.viewerResponse === undefined ? undefined : viewerResponseFunction(behavior.viewerResponse),
  }));
  return async (given) => {
    const request = firewall?.(given) ?? given;
    const behavior = behaviors.find(({ matches }) => matches(request.path));
    if (!behavior) throw new Error('the distribution has no default behavior');
    if (!behavior.allowedMethods.includes(request.method)) return withHeaders(request, methodRefused, behavior);
    const prepared = behavior.prepare?.(request) ?? request;
    // If the CDN's function answered itself, its answer is sent unchanged: nothing documents that policies apply to it.
    if ('status' in prepared) return prepared;
    const response =
      behavior.origin === 'site'
        ? files(prepared)
        : await gateway.handle(toOrigin(prepared, behavior, apiDomain), apiDomain, unlimited);
    const type = headerOf(response.headers, 'content-type')?.split(';')[0];
    const { length } = response.body;
    const squeezed = behavior.compress && compressible.has(type ?? '') && length >= 1_000 && length <= 10_000_000;
    const sent = withHeaders(request, squeezed ? compressed(request, response, ['br', 'gzip']) : response, behavior);
    return behavior.finish?.(sent) ?? sent;
  };
}

const usableEncodings = [
  ['br', /\bbr\b/],
  ['gzip', /\bgzip\b/],
] as const;

function toOrigin(
  request: WireRequest,
  behavior: Pick<BehaviorDeclaration, 'forwardedHeaders'> & { originHeaders: readonly (readonly [string, string])[] },
  apiDomain: string,
): WireRequest {
  const headers = request.headers.filter(([name]) => {
    const key = name.toLowerCase();
    return key !== 'accept-encoding' && (behavior.forwardedHeaders.has(key) || alwaysForwarded.has(key));
  });
  // The CDN forwards only the encodings in Accept-Encoding that it can use.
  const taken = headerOf(request.headers, 'accept-encoding')?.toLowerCase() ?? '';
  const encodings = usableEncodings.flatMap(([encoding, named]) => (named.test(taken) ? [encoding] : []));
  return {
    ...request,
    headers: [
      ...headers,
      ...(behavior.forwardedHeaders.has('accept-encoding') && encodings.length > 0
        ? [['Accept-Encoding', encodings.join(',')] as const]
        : []),
      ['Host', apiDomain],
      ['User-Agent', 'Amazon CloudFront'],
      ['Via', '1.1 local.cloudfront.net (CloudFront)'],
      ['X-Forwarded-For', request.sourceIp],
      ...behavior.originHeaders,
    ],
  };
}

/**
 * Adds the behavior's headers to an answer. They replace the origin's headers, because every policy of the template
 * says so.
 */
function withHeaders(
  request: WireRequest,
  response: WireResponse,
  {
    responseHeaders,
    corsHeaders,
  }: Pick<BehaviorDeclaration, 'corsHeaders'> & { readonly responseHeaders: Readonly<Record<string, string>> },
): WireResponse {
  const crossOrigin = headerOf(request.headers, 'origin') !== undefined;
  const added = { ...responseHeaders, ...(crossOrigin && corsHeaders) };
  const kept = response.headers.filter(([name]) => added[name.toLowerCase()] === undefined);
  return { ...response, headers: [...kept, ...Object.entries(added)] };
}

/** Returns a test for CloudFront's path patterns: `*` matches any characters, `?` matches one. */
function pathPattern(pattern: string): (path: string) => boolean {
  const text = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${text}$`, 's');
  return (path) => expression.test(path) || expression.test(path.slice(1));
}

const methodRefused: WireResponse = {
  status: 403,
  headers: [['Content-Type', 'text/html']],
  body: Buffer.from('<!doctype html><title>403</title><p>This distribution does not allow the method.'),
};
