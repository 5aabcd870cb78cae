import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { headerOf } from '../../infra/local/http.ts';
import { problemSchema } from '../support/answer-schema.ts';
import type { Contract } from '../support/contract.ts';
import type { Answer } from '../support/gateway-call.ts';
import { isOfAgents } from './agents.ts';
import type { Served } from './front.ts';
import type { FuzzRequest } from './requests.ts';

/**
 * Greatest number of items that one answer may read: the pages that a search may read before it is refused as too broad
 * (API.md: 200), plus index nodes, and reads for alternatives and `unknown`.
 */
export const MOST_PAGES = 300;

/** Headers set by the CDN and the gateway. The OpenAPI document does not describe them. */
const transport = [
  'content-encoding',
  'content-security-policy',
  'referrer-policy',
  'retry-after',
  'strict-transport-security',
  'x-amzn-remapped-www-authenticate',
  'x-amzn-requestid',
  'x-content-type-options',
];
const inside =
  /node_modules|\.ts:\d|\.mjs\b|\bat \S+ \(|Zod|TypeError|RangeError|SyntaxError|dynamo|PAGE#|arn:aws|Invalid input|undefined/i;
const decoders: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** An answer as the caller's program receives it. */
export function readAnswer({ response }: Served): Answer {
  const headers = Object.fromEntries(response.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const decode = decoders[headers['content-encoding'] ?? ''];
  const body = decode && response.body.length > 0 ? decode(response.body) : response.body;
  return { status: response.status, headers, body: body.toString() };
}

/** Other paths of the website are served by the bucket. */
const isApi = (path: string): boolean => /^\/(?:v1|fhir|hsds)\/|^\/(?:hsds|mcp)$/.test(path);

/** Finds all faults of an answer. */
export function faultsOf(asked: FuzzRequest, served: Served, answer: Answer, contract: Contract): string[] {
  const { wire, domain, withKey, holds } = asked;
  const { status, headers, body } = answer;
  const { method, path } = wire;
  const found: string[] = [];
  const expect = (right: boolean, fault: string): void => {
    if (!right) found.push(fault);
  };
  expect(status < 500, `answered ${status}`);
  expect(served.pages <= MOST_PAGES, `read ${served.pages} pages`);
  expect(headers['x-request-id'] !== undefined, 'has no x-request-id');
  expect(headers['access-control-allow-origin'] === '*', 'cannot be read across origins');
  expect(headers['set-cookie'] === undefined, 'sets a cookie');
  if (method === 'HEAD' || status === 304 || status === 204) expect(body === '', 'has a body');
  if (status >= 400) {
    expect(headers['cache-control'] === 'no-store', `an error that may be kept: ${headers['cache-control']}`);
    const telling = inside.exec(body) ?? inside.exec(JSON.stringify(headers));
    // Messages quote the request. Only text that was not sent can reveal internals.
    if (telling) expect(sent(wire).includes(telling[0]), `tells of the inside: ${telling[0]}`);
  } else {
    const expected = cacheControlOf(asked, answer);
    expect(
      expected === undefined || headers['cache-control'] === expected || saysNoStore(asked, answer),
      `${headers['cache-control']}, not ${expected}`,
    );
    expect(mayBeShared(answer), `a personal answer that anybody may keep: ${headers['cache-control']}`);
  }
  if (status === 405) expect(/GET|POST|PUT/.test(headers.allow ?? ''), 'a 405 without Allow');
  if (status === 429 || status === 503) expect(headers['retry-after'] !== undefined, 'no Retry-After');
  if (holds !== undefined) expect(status === 304 && headers.etag === holds, `${status} to who has it already`);
  const declared = contract.find(method, path) !== undefined && method !== 'OPTIONS';
  if (domain === 'api' && declared && !withKey && !/[|{}]/.test(wire.query))
    expect(status === 403, `${status} without a key`);
  if (path === '/mcp' && status === 200) {
    // If parameters are not an object, the protocol's library answers with words of its schema library. These are not
    // our internals.
    const ours = body.replaceAll('Invalid input', '');
    const telling = /"isError":true|"error":/.test(body) ? inside.exec(ours) : null;
    if (telling) expect(sent(wire).includes(telling[0]), `tells of the inside: ${telling[0]}`);
  }
  if (isApi(path) && method !== 'OPTIONS') {
    if (served.route === 'gateway') problem(answer, method, expect);
    else found.push(...contract.faults(path, { method }, answer, transport));
  }
  return found;
}

function problem({ headers, body }: Answer, method: string, expect: (right: boolean, fault: string) => void): void {
  expect(headers['content-type'] === 'application/problem+json', `an error as ${headers['content-type']}`);
  if (method === 'HEAD') return;
  const { requestId, ...rest } = JSON.parse(body);
  expect(typeof requestId === 'string' && problemSchema.safeParse(rest).success, `no problem document: ${body}`);
}

/**
 * The `Cache-Control` that API.md requires, derived from the request and the answer's status. Undefined if API.md does
 * not say.
 */
function cacheControlOf({ wire }: FuzzRequest, { status }: Answer): string | undefined {
  const { method, path, query } = wire;
  if (method === 'OPTIONS') return status === 204 ? 'public, max-age=7200' : undefined;
  if (path === '/v1/health' || path === '/mcp' || isOfAgents(path)) return 'no-store';
  if (path === '/v1/places' || path === '/v1/centers/search' || path === '/v1/paths/search') return 'no-store';
  if (path === '/v1/dataset') return 'public, max-age=5';
  if (path.startsWith('/v1/dataset/')) return 'public, max-age=86400';
  const own = 'private, no-store';
  // A search from a point contains a person's location. A name or a ZIP was typed.
  if (path === '/fhir/$bulk-publish') return 'public, max-age=5';
  if (path.startsWith('/fhir/bulk/')) return 'public, max-age=86400';
  if (path.startsWith('/fhir/')) {
    if (method === 'POST' || /(?:^|&)_page=/.test(query)) return 'no-store';
    if (/(?:^|[&.])near=/.test(query)) return own;
    const typed = /(?:^|[&.])(?:name|address|address-city|address-postalcode)=/;
    return typed.test(query) ? 'no-store' : 'public, max-age=60';
  }
  if (/^\/hsds\//.test(path)) return /(?:^|&)(?:search|postcode)=/.test(query) ? 'no-store' : 'public, max-age=60';
  if (path === '/v1/centers' || path === '/v1/paths') {
    const { near, q, name } = originOf(wire);
    const point = near !== undefined && /^\s*[-+]?\d[\d.]*\s*,\s*[-+]?\d/.test(near);
    if (point || near?.trim() === 'me' || q) return own;
    return near !== undefined || name ? 'no-store' : 'public, max-age=60';
  }
  return isApi(path) ? 'public, max-age=60' : undefined;
}

/** True if the CDN told the browser not to cache a search. It may do so even if it caches the answer itself. */
const saysNoStore = ({ domain, wire }: FuzzRequest, { headers }: Answer): boolean =>
  domain === 'website' &&
  /^\/(?:v1\/centers|v1\/paths|fhir\/|hsds\/)/.test(wire.path) &&
  headers['cache-control'] === 'no-store';

/**
 * True if an answer may be cached for everybody, judged by the answer alone. Exact points, guessed locations and
 * people's own words may not.
 */
function mayBeShared({ headers, body }: Answer): boolean {
  if (headers['content-type'] !== 'application/json' || !headers['cache-control']?.startsWith('public')) return true;
  if (!body.startsWith('{"origin":')) return true;
  const { origin, query } = JSON.parse(body);
  return origin?.kind !== 'point' && origin?.kind !== 'viewer' && !('q' in query);
}

function originOf({ query }: FuzzRequest['wire']): { near: string | undefined; q: boolean; name: boolean } {
  const parameters = new URLSearchParams(query);
  return { near: parameters.get('near') ?? undefined, q: parameters.has('q'), name: parameters.has('name') };
}

function sent({ path, query, headers, body }: FuzzRequest['wire']): string {
  const text = [path, query, headerOf(headers, 'accept') ?? '', body.toString()].join(' ');
  return `${text} ${text.replaceAll(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))}`;
}
