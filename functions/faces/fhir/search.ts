import type { APIGatewayProxyResult } from 'aws-lambda';
import type { BundleEntry } from 'fhir/r4.js';
import type { Head } from '../../dataset/head.ts';
import { packed, unpackCenter, unpackOffering } from '../../dataset/packed-center.ts';
import type { Center } from '../../domain/center.ts';
import type { Organization } from '../../domain/organization.ts';
import type { Request } from '../../http/request.ts';
import type { RouteContext } from '../../http/services.ts';
import { isListed } from '../../search/match.ts';
import type { Match } from '../../search/query.ts';
import { bundleReply, entryOf, formatOf } from './bundle.ts';
import { asUpdated, cursorAt, findCenters, findServices, isAsked, nothingFound, type Page } from './find.ts';
import { distanceIn } from './parameters/near.ts';
import { type FhirSearch, readFhirSearch } from './parameters/read-search.ts';
import { passesAny } from './parameters/texts.ts';
import { organizationId } from './shapes/ids.ts';
import { locationOf, type Making, organizationOf, serviceOf } from './shapes/resources.ts';
import { distanceUrl, Namespace, systems } from './shapes/systems.ts';

/** Centers, nearest first if `near` is given, each entry with its distance. */
export async function searchLocations(request: Request, context: RouteContext): Promise<APIGatewayProxyResult> {
  const type = formatOf(request);
  const search = await readFhirSearch('Location', request, context);
  const page = await findCenters(search, context);
  const making = makingOf(page, context);
  const { base } = making.namespace;
  const found = page.items.map((match) => ({ match, center: unpackCenter(match.row) }));
  const matches = found.map(({ match, center }) => {
    const entry = entryOf(base, locationOf(center, making), 'match');
    return withCertainty(withDistance(entry, match, search, making.namespace), match, search, making);
  });
  const included: BundleEntry[] = [];
  if (search.include.has('Location:organization'))
    included.push(...(await organizationEntries(found, making, context)));
  if (search.include.has('HealthcareService:location')) {
    for (const { match, center } of found) {
      for (const offering of match.row[packed.offerings].filter((one) => isListed(match.row, one))) {
        included.push(entryOf(base, serviceOf(center, unpackOffering(match.row, offering), making), 'include'));
      }
    }
  }
  return bundleReply(request, `${base}/Location`, search, page, { matches, included }, type);
}

/** Offerings, in the order of their centers. */
export async function searchHealthcareServices(
  request: Request,
  context: RouteContext,
): Promise<APIGatewayProxyResult> {
  const type = formatOf(request);
  const search = await readFhirSearch('HealthcareService', request, context);
  const page = await findServices(search, context);
  const making = makingOf(page, context);
  const { base } = making.namespace;
  const found = page.items.map(({ row, offering, match }) => ({
    center: unpackCenter(row),
    offering: unpackOffering(row, offering),
    match,
  }));
  const matches = found.map(({ center, offering, match }) =>
    withCertainty(entryOf(base, serviceOf(center, offering, making), 'match'), match, search, making),
  );
  const included: BundleEntry[] = [];
  if (search.include.has('HealthcareService:location')) {
    const centers = new Map(found.map(({ center }) => [center.id, center]));
    for (const center of centers.values()) included.push(entryOf(base, locationOf(center, making), 'include'));
  }
  if (search.include.has('HealthcareService:organization')) {
    included.push(...(await organizationEntries(found, making, context)));
  }
  return bundleReply(request, `${base}/HealthcareService`, search, page, { matches, included }, type);
}

/** Finds organizations, by name or all of them. */
export async function searchOrganizations(request: Request, context: RouteContext): Promise<APIGatewayProxyResult> {
  const type = formatOf(request);
  const search = await readFhirSearch('Organization', request, context);
  const page = await findOrganizations(search, context);
  const making = makingOf(page, context);
  const { base } = making.namespace;
  const matches = page.items.map((organization) => entryOf(base, organizationOf(organization, making), 'match'));
  return bundleReply(request, `${base}/Organization`, search, page, { matches, included: [] }, type);
}

async function findOrganizations(search: FhirSearch, context: RouteContext): Promise<Page<Organization>> {
  if (search.nothing !== null) return nothingFound(search, context);
  const { locator, meter } = context;
  const { where, name, count, cursor, sift } = search;
  const version = cursor?.version ?? null;
  const skip = Number(cursor?.after ?? 0);
  const isNamed = (one: Organization) => sift.names.every((anyOf) => passesAny(anyOf, [one.name]));
  if (where.kind === 'ids') {
    const { answer, head } = await locator.organizationsOf(where.ids, meter, version);
    const all = answer.filter((one) => one !== null && isNamed(one) && isAsked(search, organizationId(one.slug)));
    const items = all.slice(skip, skip + count).filter((one) => one !== null);
    return asUpdated(search, organizationPage(items, all.length, search, head));
  }
  const [first, ...others] = name === null ? (sift.names[0] ?? []) : [name];
  if (first === undefined) {
    const { answer, head } = await locator.organizations({ skip, limit: count }, meter, version);
    return asUpdated(search, organizationPage(answer.items, answer.total, search, head));
  }
  const { answer: found, head } = await locator.organizationsPassing(first, meter, version);
  const more = await Promise.all(others.map((test) => locator.organizationsPassing(test, meter, head)));
  const bySlug = new Map([found, ...more.map(({ answer }) => answer)].flat().map((one) => [one.slug, one]));
  const all = [...bySlug.values()].filter(isNamed);
  return asUpdated(search, organizationPage(all.slice(skip, skip + count), all.length, search, head));
}

/** @param total Number of organizations on all pages. */
function organizationPage(
  items: readonly Organization[],
  total: number,
  search: FhirSearch,
  head: Head,
): Page<Organization> {
  const end = Number(search.cursor?.after ?? 0) + items.length;
  return { items, next: end < total ? cursorAt(end, search, head) : null, total, head, outside: null };
}

/** Reads the organizations by slug: a center's own record may spell the organization's name differently. */
async function organizationEntries(
  found: readonly { readonly center: Center }[],
  making: Making & { readonly head: Page<unknown>['head'] },
  { locator, meter }: RouteContext,
): Promise<BundleEntry[]> {
  const slugs = [...new Set(found.map(({ center }) => center.organization.slug))];
  const keys = slugs.map((id) => ({ id }));
  const { answer } = await locator.organizationsOf(keys, meter, making.head);
  return answer.flatMap((organization) =>
    organization === null ? [] : [entryOf(making.namespace.base, organizationOf(organization, making), 'include')],
  );
}

function withDistance(
  entry: BundleEntry,
  { row, distanceKm }: Match,
  { where }: FhirSearch,
  namespace: Namespace,
): BundleEntry {
  if (where.kind !== 'near' || distanceKm === null) return entry;
  const { unit, code } = where.near.unit;
  const value = distanceIn(where.near.unit, distanceKm);
  const approximate = unpackCenter(row).location.accuracy === 'zip';
  const extension = [
    { url: distanceUrl, valueDistance: { value, unit, system: systems.ucum, code } },
    ...(approximate ? [{ url: namespace.extension('distance-approximate'), valueBoolean: true }] : []),
  ];
  return { ...entry, search: { ...entry.search, extension } };
}

/**
 * With `include=unknown`, adds its certainty to each entry; if a match is in doubt, also the questions to ask the
 * center.
 */
function withCertainty(
  entry: BundleEntry,
  match: Pick<Match, 'certainty' | 'ask'> | undefined,
  { withUnknown }: FhirSearch,
  { namespace }: Making,
): BundleEntry {
  if (!withUnknown || match === undefined) return entry;
  const extension = [
    ...(entry.search?.extension ?? []),
    { url: namespace.extension('certainty'), valueCode: match.certainty },
    ...match.ask.map((field) => ({ url: namespace.extension('ask'), valueCode: field })),
  ];
  return { ...entry, search: { ...entry.search, extension } };
}

function makingOf({ head }: Page<unknown>, { publicUrl, apiUrl }: RouteContext) {
  return { namespace: new Namespace(publicUrl, apiUrl), dataset: head, head };
}
