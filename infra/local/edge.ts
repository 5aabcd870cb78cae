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
  /** The API's own host name, to which the CDN forwards. */
  readonly apiDomain: string;
  /** Resolves a value of the template. */
  readonly resolve: (value: unknown) => string;
  /** Marks requests of an IP address over its limit. */
  readonly firewall?: ((request: WireRequest) => WireRequest) | undefined;
  /** Skips the limits of the website's own key. */
  readonly unlimited?: boolean;
}

/** Types that the CDN compresses itself, between 1,000 and 10,000,000 bytes. */
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

/** Headers that CloudFront forwards whatever the policies say: they describe the body or a cached copy. */
const alwaysForwarded = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'if-none-match',
  'if-modified-since',
]);

/**
 * The website's domain, as CloudFront serves it by the template: each path by its behavior, with the headers that it
 * forwards and those that it adds, the firewall first. Leaves out its cache (so that changed data is visible at once)
 * and HTTPS. `CloudFront-Viewer-Latitude` and `-Longitude`, which CloudFront itself would set, may be sent to try
 * `near=me`.
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
    // A function's own answer is sent unchanged: nothing documents that policies apply to it.
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
  // The CDN forwards only those values of Accept-Encoding that it can use.
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

/** The behavior's own headers replace the origin's: every policy of the template overrides. */
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

/** CloudFront's patterns: `*` matches any characters, `?` matches one. */
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
