import type { Parameter, Place } from '../document.ts';

/**
 * A request whose answer contains the id that another request needs. Ids cannot be fixed, because copies of the
 * listings have different ones.
 */
export interface Lead {
  readonly target: string;
  /** For each variable in the path or a header, where its value is in the answer. */
  readonly ids: Readonly<Record<string, readonly (string | number)[]>>;
  /** True if the value is a URL that ends with the id. */
  readonly atEnd: boolean;
}

const SEARCH = 'near=85004&limit=1';
const OFFERING_SEARCH = 'near=85004&level=op,iop,php,residential&limit=1';
const center = ['results', 0, 'center', 'id'] as const;
const offering = ['results', 0, 'offerings', 0, 'id'] as const;

/**
 * The request that finds the ids in a path. Null if the examples of the path are valid in every copy of the listings.
 */
export function leadOf({ path, operation }: Pick<Place, 'path' | 'operation'>): Lead | null {
  const names = (operation.parameters ?? []).filter(({ in: place }) => place === 'path').map(({ name }) => name);
  const [first] = names;
  if (first === undefined) return null;
  const parent = path.slice(0, path.indexOf('/{'));
  if (first === 'hash') {
    const at = parent.endsWith('/places') ? ['places', 'url'] : ['parts', 0, 'url'];
    return { target: parent.slice(0, parent.lastIndexOf('/')), ids: { hash: at }, atEnd: true };
  }
  if (parent.endsWith('/centers')) {
    const withOffering = names.includes('offeringId');
    return {
      target: `${parent}?${withOffering ? OFFERING_SEARCH : SEARCH}`,
      ids: {
        id: center,
        ...(withOffering ? { offeringId: offering } : {}),
        ...(path.endsWith('/private') ? { version: ['results', 0, 'private', 'version'] } : {}),
      },
      atEnd: false,
    };
  }
  if (parent === '/fhir/bulk')
    return {
      target: '/fhir/$bulk-publish',
      ids: { type: ['output', 0, 'type'], part: ['output', 0, 'url'] },
      atEnd: true,
    };
  const query = searches[parent];
  if (query !== undefined)
    return { target: `${parent}?${query}`, ids: { id: ['entry', 0, 'resource', 'id'] }, atEnd: false };
  return parent.startsWith('/hsds/')
    ? { target: `${parent}?per_page=1`, ids: { id: ['contents', 0, 'id'] }, atEnd: false }
    : null;
}

const searches: Readonly<Record<string, string>> = {
  '/fhir/Location': 'near=33.4484%7C-112.074&_count=1',
  '/fhir/HealthcareService': '_count=1',
  '/fhir/Organization': '_count=1',
};

/**
 * Replaces the ids in a URL by the path's placeholders such as `{id}`, if a lead finds them.
 * @param target Such as `/v1/centers/some-id/continuum?within=50mi`.
 */
export function templated(target: string, path: string, lead: Lead | null): string {
  if (lead === null) return target;
  const [, query] = /^[^?]*(\?.*)?$/.exec(target) ?? [];
  return `${path}${query ?? ''}`;
}

/**
 * Optional fields that an example of a search has anyway, because a search needs a place and each way to name one is
 * optional.
 */
const shownToo: readonly string[] = ['near', 'level'];

/** The URL path and query with all required parameters: `{id}` if a lead finds the id, otherwise the example values. */
export function plainTarget(path: string, parameters: readonly Parameter[], lead: Lead | null): string {
  const isSearch = parameters.some(({ name, in: place }) => name === 'near' && place === 'query');
  const needed = parameters.filter(({ name, required }) => required || (isSearch && shownToo.includes(name)));
  const filled = needed
    .filter(({ in: place, name }) => place === 'path' && !(name in (lead?.ids ?? {})))
    .reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))), path);
  const query = needed
    .filter(({ in: place }) => place === 'query')
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}
