import type { Gateway } from './gateway.ts';
import type { WireRequest, WireResponse } from './http.ts';
import type { SiteFiles } from './site-files.ts';
import type { BehaviorDeclaration, SiteDeclaration } from './template.ts';
import { viewerRequestFunction } from './viewer-request.ts';

export interface EdgeOptions {
  readonly site: SiteDeclaration;
  readonly files: SiteFiles;
  readonly gateway: Gateway;
  /** The API's own host name, which the CDN asks. */
  readonly apiDomain: string;
}

/** Headers that CloudFront passes on whatever the policies say: they describe the body or a copy already held. */
const alwaysForwarded = new Set(['content-type', 'content-length', 'if-none-match', 'if-modified-since']);

/**
 * The website's domain, as CloudFront serves it by the template: each path by its behavior, with the headers it lets
 * through in one direction and those it adds in the other. Not played: its cache (so that changed data is seen at
 * once), compression, and HTTPS. `CloudFront-Viewer-Latitude` and `-Longitude`, which CloudFront itself would set, may
 * be sent along to try `near=me`.
 */
export function edge({
  site,
  files,
  gateway,
  apiDomain,
}: EdgeOptions): (request: WireRequest) => Promise<WireResponse> {
  const behaviors = site.behaviors.map((behavior) => ({
    ...behavior,
    matches: pathPattern(behavior.pattern),
    prepare: behavior.viewerRequest === undefined ? undefined : viewerRequestFunction(behavior.viewerRequest),
  }));
  return async (request) => {
    const behavior = behaviors.find(({ matches }) => matches(request.path));
    if (!behavior) throw new Error('the distribution has no default behavior');
    if (!behavior.allowedMethods.includes(request.method)) return withHeaders(methodRefused, behavior);
    const prepared = behavior.prepare?.(request) ?? request;
    const response =
      behavior.origin === 'site'
        ? files(prepared)
        : await gateway.handle(toOrigin(prepared, behavior, apiDomain), apiDomain);
    return withHeaders(response, behavior);
  };
}

function toOrigin(request: WireRequest, behavior: BehaviorDeclaration, apiDomain: string): WireRequest {
  const headers = request.headers.filter(([name]) => {
    const key = name.toLowerCase();
    return behavior.forwardedHeaders.has(key) || alwaysForwarded.has(key);
  });
  return {
    ...request,
    headers: [
      ...headers,
      ['Host', apiDomain],
      ['User-Agent', 'Amazon CloudFront'],
      ['Via', '1.1 local.cloudfront.net (CloudFront)'],
      ['X-Forwarded-For', request.sourceIp],
      ...Object.entries(behavior.originHeaders),
    ],
  };
}

/** The behavior's own headers take the place of the origin's: every policy of the template overrides. */
function withHeaders(response: WireResponse, { responseHeaders }: BehaviorDeclaration): WireResponse {
  const kept = response.headers.filter(([name]) => responseHeaders[name.toLowerCase()] === undefined);
  return { ...response, headers: [...kept, ...Object.entries(responseHeaders)] };
}

/** CloudFront's patterns: `*` stands for any run of characters, `?` for one. */
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
