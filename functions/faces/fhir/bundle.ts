import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Bundle, BundleEntry, FhirResource, OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import { Problem } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, cachingOfTyped, negotiate, reply } from '../../http/response.ts';
import type { Page } from './find.ts';
import type { FhirSearch } from './parameters/read-search.ts';
import { PAGE, type Seal } from './sealed.ts';
import { metaOf } from './shapes/resources.ts';

const types = ['application/fhir+json', 'application/json'] as const;

/**
 * `_format` takes precedence over `Accept`.
 * @throws Problem 406
 */
export function formatOf(request: Request): string {
  const [asked] = request.query.get('_format') ?? [];
  if (asked === undefined) return negotiate(request, types);
  if (asked === 'json' || asked === 'application/fhir+json') return types[0];
  if (asked === 'application/json') return asked;
  throw new Problem(406, 'not-acceptable', 'No acceptable format', `This is available as ${types.join(', ')}.`);
}

/** A reply with one resource. */
export function resourceReply(resource: FhirResource, type: string): APIGatewayProxyResult {
  return reply(200, type, JSON.stringify(resource), { 'cache-control': caching.shared });
}

export interface Entries {
  readonly matches: readonly BundleEntry[];
  readonly included: readonly BundleEntry[];
}

/** A reply with one page of a search. */
export function bundleReply(
  request: Request,
  address: string,
  search: FhirSearch,
  { next, total, head, outside }: Page<unknown>,
  { matches, included }: Entries,
  type: string,
): APIGatewayProxyResult {
  const own = search.cursor === null && search.skip === 0 ? [] : [['_cursor', search.ownCursor] as const];
  const link = (...more: (readonly [string, string])[]) => linkTo(address, [...search.kept, ...more], search.seal);
  const links = [{ relation: 'self', url: link(...own) }];
  if (next !== null && !search.counting) links.push({ relation: 'next', url: link(['_cursor', next]) });
  const bundle: Bundle = {
    resourceType: 'Bundle',
    meta: { lastUpdated: metaOf(head, false).lastUpdated ?? head.publishedAt },
    type: 'searchset',
    ...(total === null ? {} : { total }),
    link: links,
    entry: [
      ...(search.counting ? [] : [...matches, ...included]),
      ...(outside === null ? [] : [toldOf('information', 'informational', outside)]),
      ...(search.ignored.length === 0 ? [] : [passedOver(search.ignored)]),
    ],
  };
  // FHIR forbids empty lists, so an empty `entry` is left out.
  if (bundle.entry?.length === 0) delete bundle.entry;
  // With `Prefer: handling=lenient`, some parameters were ignored. Strict callers must not get this answer from a
  // cache.
  const cache = search.ignored.length > 0 || search.seal !== null ? caching.none : cacheControlOf(search, request);
  return reply(200, type, JSON.stringify(bundle), { 'cache-control': cache });
}

/** Parameters whose values people type: who may cache the answer depends on whether one is given. */
const TYPED = /^(?:location(?::Location)?\.)?(?:name|address|address-city|address-postalcode)(?::|$)/;

function cacheControlOf({ where, kept }: FhirSearch, request: Request): string {
  if (where.kind === 'near') return caching.personal;
  return kept.some(([name]) => TYPED.test(name)) ? cachingOfTyped(request) : caching.shared;
}

export function entryOf(base: string, resource: FhirResource, mode: 'match' | 'include'): BundleEntry {
  return { fullUrl: `${base}/${resource.resourceType}/${resource.id}`, resource, search: { mode } };
}

function passedOver(names: readonly string[]): BundleEntry {
  const text = `Not supported, and ignored as asked: ${names.join(', ')}`;
  return toldOf('warning', 'not-supported', text);
}

/** A Bundle entry with a note about the search itself, as an OperationOutcome. */
function toldOf(
  severity: OperationOutcomeIssue['severity'],
  code: OperationOutcomeIssue['code'],
  text: string,
): BundleEntry {
  const resource: OperationOutcome = {
    resourceType: 'OperationOutcome',
    issue: [{ severity, code, details: { text }, diagnostics: text }],
  };
  return { resource, search: { mode: 'outcome' } };
}

function linkTo(address: string, parameters: readonly (readonly [string, string])[], seal: Seal | null): string {
  const query = new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value]));
  if (parameters.length === 0) return address;
  return `${address}?${seal === null ? query : new URLSearchParams({ [PAGE]: seal(query) })}`;
}
