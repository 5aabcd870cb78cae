import { pick } from '../support/random.ts';
import { anyValue } from './values.ts';

/** A request to one form of the API: a URL with its parameters, or a body. */
export interface FaceRequest {
  readonly path: string;
  readonly pairs: [string, unknown][];
}

/** Ids from earlier lists, keyed by the list's path, and URLs of next pages. */
export interface KnownOfFaces {
  readonly idsOf: Map<string, string[]>;
  readonly nexts: string[];
}

const fhirLists = ['/fhir/Location', '/fhir/HealthcareService', '/fhir/Organization'] as const;
const tokens: readonly (readonly [string, string])[] = [
  ['service-type', 'iop'],
  ['service-type', 'php,op'],
  ['specialty', 'mental-health'],
  ['program', 'women'],
  ['characteristic', 'medicaid'],
  ['communication', 'es'],
];
const HAS = '_has:HealthcareService:location:';

/** A FHIR search by point, state or name, a next page, or a read. */
export function fhirRequest(random: () => number, known: KnownOfFaces): FaceRequest {
  const dice = random();
  if (dice < 0.05) return { path: '/fhir/metadata', pairs: [] };
  if (dice < 0.08)
    return { path: `/fhir/CodeSystem/${pick(random, ['level', 'payer', 'asam-3', 'samhsa', 'no'])}`, pairs: [] };
  if (dice < 0.09)
    return { path: `/fhir/StructureDefinition/${pick(random, ['confirmation', 'ask', 'schedule', 'no'])}`, pairs: [] };
  if (dice < 0.1) return { path: '/fhir/$bulk-publish', pairs: [] };
  const path = pick(random, fhirLists);
  if (dice < 0.3) return readOf(random, path, known);
  if (dice < 0.4 && known.nexts.length > 0) {
    const { pathname, searchParams } = new URL(pick(random, known.nexts));
    // On the API's own domain the path begins with the stage. It is removed here, because both fronts add it
    // themselves.
    return { path: pathname.replace(/^\/live(?=\/)/, ''), pairs: [...searchParams] };
  }
  const pairs: [string, unknown][] = random() < 0.6 ? [['_count', Math.floor(random() * 20)]] : [];
  if (random() < 0.1) pairs.push(['_summary', pick(random, ['count', 'false'])]);
  if (random() < 0.1)
    pairs.push(['_lastUpdated', pick(random, ['ge2020-01-01', 'lt2020', 'gt2026-11-23T12:00Z', 'x'])]);
  if (path === '/fhir/Organization') return { path, pairs: random() < 0.5 ? [...pairs, ['name', 'recovery']] : pairs };
  const of = path === '/fhir/HealthcareService' ? 'location.' : '';
  pairs.push(
    pick<[string, unknown]>(random, [
      [`${of}near`, nearOf(random)],
      [`${of}near`, nearOf(random)],
      [`${of}address-state`, pick(random, ['AZ', 'CO', 'nj'])],
      ['name', pick(random, ['family', 'behavioral', 'bridge'])],
    ]),
  );
  if (random() < 0.2)
    pairs.push(
      pick<[string, unknown]>(random, [
        [`${of}address-city`, pick(random, ['phoenix', 'p', 'tulsa,denver', '--'])],
        [`${of}address-postalcode`, pick(random, ['85', '85004-1234', '80202'])],
        [`${of}address`, pick(random, ['AZ', '1', 'main street'])],
      ]),
    );
  if (random() < 0.1) {
    const name = `${of === '' ? HAS : ''}characteristic`;
    pairs.push([name, 'cbt'], [name, pick(random, ['dbt', 'medicaid', 'cbt,dbt'])]);
  }
  if (random() < 0.5) {
    const [name, code] = pick(random, tokens);
    pairs.push([`${of === '' ? HAS : ''}${name}`, code]);
  }
  if (random() < 0.3) pairs.push(['_include', of === '' ? 'Location:organization' : 'HealthcareService:location']);
  return { path, pairs };
}

/** A FHIR search for one type, posted as a form. */
export function fhirForm(random: () => number, known: KnownOfFaces): { readonly path: string; readonly body: string } {
  const { path, pairs } = fhirRequest(random, known);
  const type = fhirLists.find((one) => one === path) ?? '/fhir/Location';
  const form = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, `${value}`.toWellFormed()]));
  return { path: `${type}/_search`, body: `${form}` };
}

function nearOf(random: () => number): string {
  const point = `${(30 + random() * 15).toFixed(3)}|${(-120 + random() * 40).toFixed(3)}`;
  return `${point}|${pick(random, ['40', '100', '250', ''])}|${pick(random, ['km', 'mi', '[mi_i]', ''])}`;
}

const hsdsLists = ['services', 'service_at_locations', 'organizations', 'taxonomies', 'taxonomy_terms'].map(
  (name) => `/hsds/${name}`,
);

/** A request for a page of an HSDS list, with or without filters, or for one entry by its id. */
export function hsdsRequest(random: () => number, known: KnownOfFaces): FaceRequest {
  const dice = random();
  if (dice < 0.04) return { path: '/hsds', pairs: [] };
  const path = pick(random, hsdsLists);
  if (dice < 0.3) return readOf(random, path, known);
  const pairs: [string, unknown][] = [];
  if (random() < 0.7) pairs.push(['per_page', 1 + Math.floor(random() * 30)]);
  if (random() < 0.4) pairs.push(['page', 1 + Math.floor(random() * 40)]);
  if (path.includes('service')) {
    if (path === '/hsds/service_at_locations' && random() < 0.6)
      pairs.push(
        ['postcode', pick(random, ['85004', '98101', '07102', '80202', '60601'])],
        ['proximity', pick(random, [5_000, 40_000, 120_000.5])],
      );
    else if (random() < 0.3) pairs.push(['search', pick(random, ['recovery', 'family serv', 'bridge'])]);
    const narrowing = pick(random, ['taxonomy_terms', 'organizations', 'taxonomies', '', '', '']);
    const id = idOf(random, `/hsds/${narrowing}`, known);
    const name = { taxonomy_terms: 'taxonomy_term_id', organizations: 'organization_id', taxonomies: 'taxonomy_id' };
    if (narrowing !== '' && id !== undefined) pairs.push([name[narrowing as keyof typeof name], id]);
    if (random() < 0.1) pairs.push(['modified_after', pick(random, ['2020-01-01', '2030-01-01T00:00:00Z'])]);
  }
  if (path === '/hsds/organizations' && random() < 0.3) pairs.push(['search', 'recovery']);
  if (!path.includes('taxonom') && random() < 0.25) pairs.push(['full', 'true']);
  else if (path === '/hsds/services' && random() < 0.2) pairs.push(['minimal', 'true']);
  return { path, pairs };
}

/**
 * A message of the Model Context Protocol, usually a tool call.
 * @param search Arguments of a search.
 */
export function mcpMessage(random: () => number, search: Readonly<Record<string, unknown>>, ids: readonly string[]) {
  const id = Math.floor(random() * 100);
  const call = (name: unknown, given: unknown) => ({
    ...{ jsonrpc: '2.0', id, method: 'tools/call' },
    params: { name, arguments: given },
  });
  const dice = random();
  if (dice < 0.5) return call('find_programs_near', search);
  if (dice < 0.62) return call('get_center', { id: ids.length > 0 ? pick(random, ids) : anyValue(random) });
  if (dice < 0.7) return call('list_filters', pick(random, [{}, { field: 'payer' }, { field: 'colour' }]));
  if (dice < 0.8) return call('find_place', { text: pick(random, ['springfield', 'phenix', '850', '', 7]) });
  if (dice < 0.84) return call(anyValue(random), anyValue(random));
  if (dice < 0.88) return { jsonrpc: '2.0', method: 'notifications/initialized' };
  if (dice < 0.92) return anyValue(random);
  return { jsonrpc: '2.0', id, method: pick(random, ['tools/list', 'ping', 'resources/list', 'tools/destroy']) };
}

function readOf(random: () => number, path: string, known: KnownOfFaces): FaceRequest {
  const id = random() < 0.85 ? idOf(random, path, known) : undefined;
  return { path: `${path}/${encodeURIComponent(`${id ?? anyValue(random)}`.toWellFormed())}`, pairs: [] };
}

function idOf(random: () => number, path: string, { idsOf }: KnownOfFaces): string | undefined {
  const ids = idsOf.get(path) ?? [];
  return ids.length > 0 ? pick(random, ids) : undefined;
}

/** Remembers the ids and the next page of a list, for later requests. */
export function idsAndNext(path: string, body: string): { readonly ids: readonly string[]; readonly next?: string } {
  const answer = JSON.parse(body);
  if (path.startsWith('/hsds/')) return { ids: (answer.contents ?? []).map(({ id }: { id: string }) => id) };
  const found: readonly { resource: { id: string }; search: { mode: string } }[] = answer.entry ?? [];
  const next = (answer.link ?? []).find(({ relation }: { relation: string }) => relation === 'next')?.url;
  const ids = found.filter(({ search }) => search.mode === 'match').map(({ resource }) => resource.id);
  return { ids, ...(next === undefined ? {} : { next }) };
}
