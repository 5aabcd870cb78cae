import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Head } from '../../dataset/head.ts';
import { packed, unpackCenter, unpackOffering } from '../../dataset/packed-center.ts';
import { wordsOf, wordsOfName } from '../../dataset/words.ts';
import type { FormerId } from '../../domain/former-id.ts';
import type { Organization } from '../../domain/organization.ts';
import { answerForFormer, centerGone } from '../../http/former.ts';
import { noParameters } from '../../http/parameters.ts';
import { notFound, type Problem } from '../../http/problem.ts';
import type { Request } from '../../http/request.ts';
import { caching, cachingOfTyped, json, negotiate } from '../../http/response.ts';
import type { RouteContext } from '../../http/services.ts';
import type { Offered } from '../../search/slice.ts';
import { type FoundOffering, findOfferings } from './find.ts';
import { envelope, type ListValues, pagingOf, readListParameters } from './parameters.ts';
import {
  locationOf,
  organizationOf,
  plainLocationOf,
  plainServiceOf,
  serviceAtLocationOf,
  serviceOf,
} from './shapes/objects.ts';
import { codesOf, taxonomyId, taxonomyNames, taxonomyOf, termOf } from './shapes/taxonomies.ts';
import { numberOfUuid, uuidOfCenter, uuidOfOrganization } from './shapes/uuid.ts';

type Answer = Promise<APIGatewayProxyResult>;
type Parameters = Readonly<Record<string, string>>;

/** Describes the API: HSDS 3.0, and the URL of its description. */
export async function readAbout(request: Request, { apiUrl }: RouteContext): Answer {
  noParameters(request);
  return answer(request, {
    version: '3.0',
    profile: 'https://docs.openreferral.org/en/3.0/hsds/',
    openapi_url: `${apiUrl}/v1/openapi.json`,
    description:
      'Treatment programs and the centers that offer them. Confirm with admissions. In a crisis call or text 988.',
  });
}

/** Offerings as services. Denied ones are left out; a read by id returns them as inactive. */
export async function listServices(request: Request, context: RouteContext): Answer {
  const values = readListParameters('services', request);
  const { total, items, head, paging, outside } = await findOfferings(values, context);
  const contents = items.map((item) => {
    const { center, offering } = unpacked(item);
    if (values.minimal === true) {
      return { id: uuidOfCenter(center.id, 'service', offering.id), modified_date: head.publishedAt };
    }
    const sure = certaintyOf(item);
    if (values.full === true) return { ...wholeService(item, head), ...sure };
    const organization = organizationOf(center.organization);
    return { ...dated(plainServiceOf(center, offering), head), organization, ...sure };
  });
  return answer(request, envelope(contents, total, paging, outside));
}

export async function readService(request: Request, context: RouteContext, { id = '' }: Parameters): Answer {
  noParameters(request);
  const { item, head } = await findById(id, 'service', context);
  return answer(request, wholeService(item, head));
}

/** Like {@link listServices}, with the location of each service. Sorted by distance if a ZIP is given. */
export async function listServiceAtLocations(request: Request, context: RouteContext): Answer {
  const values = readListParameters('service_at_locations', request);
  const { total, items, head, paging, outside } = await findOfferings(values, context);
  const contents = items.map((item) => {
    const sure = certaintyOf(item);
    if (values.full === true) return { ...wholeServiceAtLocation(item, head), ...sure };
    const { center, offering } = unpacked(item);
    return {
      ...serviceAtLocationOf(center, offering),
      location: plainLocationOf(center),
      service: dated(plainServiceOf(center, offering), head),
      ...sure,
    };
  });
  return answer(request, envelope(contents, total, paging, outside));
}

export async function readServiceAtLocation(request: Request, context: RouteContext, { id = '' }: Parameters): Answer {
  noParameters(request);
  const { item, head } = await findById(id, 'service_at_location', context);
  return answer(request, wholeServiceAtLocation(item, head));
}

export async function listOrganizations(request: Request, context: RouteContext): Answer {
  const values = readListParameters('organizations', request);
  const { locator, meter } = context;
  const { head } = await locator.overview(meter);
  const paging = pagingOf(values);
  const stretch = { skip: paging.skip, limit: paging.perPage };
  const { total, items } =
    values.search === undefined
      ? (await locator.organizations(stretch, meter, head)).answer
      : pageOf((await locator.organizationsNamed(values.search, meter, head)).answer, values);
  const whole = values.full === true || values.full_service === true;
  const contents = whole ? await wholeOrganizations(items, values, head, context) : items.map(organizationOf);
  return answer(request, envelope(contents, total, paging));
}

export async function readOrganization(request: Request, context: RouteContext, { id = '' }: Parameters): Answer {
  const values = readListParameters('organization', request);
  const number = numberOfUuid(id);
  const missing = notFound('There is no organization with this ID.');
  if (number === null) throw missing;
  const { answer: found, head } = await context.locator.numbered(number, context.meter);
  const organization = found.organizations.find(({ slug }) => uuidOfOrganization(slug) === id.toLowerCase());
  if (organization === undefined) throw missing;
  const [whole] = await wholeOrganizations([organization], values, head, context);
  return answer(request, whole);
}

export async function listTaxonomies(request: Request): Answer {
  const values = readListParameters('taxonomies', request);
  const all = taxonomyNames.map(taxonomyOf).filter((one) => isNamed(`${one.name} ${one.description}`, values));
  const { total, items } = pageOf(all, values);
  return answer(request, envelope(items, total, pagingOf(values)));
}

export async function readTaxonomy(request: Request, _context: RouteContext, { id = '' }: Parameters): Answer {
  noParameters(request);
  const name = taxonomyNames.find((one) => taxonomyId(one) === id.toLowerCase());
  if (name === undefined) throw notFound('There is no taxonomy with this ID.');
  return answer(request, taxonomyOf(name));
}

export async function listTaxonomyTerms(request: Request, context: RouteContext): Answer {
  const values = readListParameters('taxonomy_terms', request);
  const all = (await allTerms(context))
    .filter(({ taxonomy_id }) => values.taxonomy_id === undefined || taxonomy_id === values.taxonomy_id)
    .filter(({ parent_id }) => values.parent_id === undefined || parent_id === values.parent_id)
    .filter(({ parent_id }) => values.top_only !== true || parent_id === undefined)
    .filter(({ name, description }) => isNamed(`${name} ${description}`, values));
  const { total, items } = pageOf(all, values);
  return answer(request, envelope(items, total, pagingOf(values)));
}

export async function readTaxonomyTerm(request: Request, context: RouteContext, { id = '' }: Parameters): Answer {
  noParameters(request);
  const term = (await allTerms(context)).find((one) => one.id === id.toLowerCase());
  if (term === undefined) throw notFound('There is no taxonomy term with this ID.');
  return answer(request, term);
}

function answer(request: Request, body: unknown): APIGatewayProxyResult {
  const isTyped = request.query.has('search') || request.query.has('postcode');
  return json(body, isTyped ? cachingOfTyped(request) : caching.shared, negotiate(request, ['application/json']));
}

async function allTerms({ locator, meter }: RouteContext) {
  const { insurers } = await locator.glimpse(meter);
  return taxonomyNames.flatMap((name) => codesOf(name, insurers).map((code) => termOf(name, code)));
}

/** True if a text has words or beginnings of words to search for. */
function isNamed(text: string, { search }: ListValues): boolean {
  const own = wordsOfName(text);
  return wordsOf(search ?? '').every((word) => own.some((one) => one.startsWith(word)));
}

function pageOf<Item>(all: readonly Item[], values: ListValues) {
  const { skip, perPage } = pagingOf(values);
  return { total: all.length, items: all.slice(skip, skip + perPage) };
}

async function findById(
  id: string,
  thing: 'service' | 'service_at_location',
  { locator, meter }: RouteContext,
): Promise<{ readonly item: Offered; readonly head: Head }> {
  const number = numberOfUuid(id);
  const missing = notFound(`There is no ${thing.replaceAll('_', ' ')} with this ID.`);
  if (number === null) throw missing;
  const { answer: found, head } = await locator.numbered(number, meter);
  for (const row of found.centers) {
    const centerId = row[packed.id];
    for (const offering of row[packed.offerings]) {
      const own = uuidOfCenter(centerId, thing, unpackOffering(row, offering).id);
      if (own === id.toLowerCase()) return { item: { row, offering }, head };
    }
  }
  const { answer: formers } = await locator.formers({ number }, meter);
  for (const former of formers) throw await answerForThing(id, thing, former, { locator, meter });
  throw missing;
}

/** Says where an offering of a former center is now: at the successor, if that has an offering of the same name. */
async function answerForThing(
  id: string,
  thing: 'service' | 'service_at_location',
  former: FormerId,
  { locator, meter }: Pick<RouteContext, 'locator' | 'meter'>,
): Promise<Problem> {
  const { now } = former;
  if (now === null) return centerGone(former);
  const { answer: row } = await locator.center(now, meter);
  const ids = row === null ? [] : row[packed.offerings].map((offering) => unpackOffering(row, offering).id);
  const found = ids.find(
    (one) => uuidOfCenter(former.id, thing, former.id + one.slice(now.length)) === id.toLowerCase(),
  );
  if (found !== undefined) return answerForFormer(former, () => uuidOfCenter(now, thing, found));
  return centerGone(former, `Its center is now "${now}", which lists nothing that is certainly the same.`);
}

/**
 * With `include=unknown`: the certainty of an item, and if it is in doubt, the questions to ask the center. Our own
 * addition to HSDS.
 */
function certaintyOf({ certainty, ask = [] }: FoundOffering) {
  if (certainty === undefined) return {};
  return certainty === 'listed' ? { certainty } : { certainty, ask };
}

function unpacked({ row, offering }: Offered) {
  return { center: unpackCenter(row), offering: unpackOffering(row, offering) };
}

/** Adds `last_modified`. A dataset is published as a whole, so no record changed after its publication. */
function dated<Service extends object>(service: Service, { publishedAt }: Head) {
  return { ...service, last_modified: publishedAt };
}

function wholeService(item: Offered, head: Head) {
  const { center, offering } = unpacked(item);
  return {
    ...dated(serviceOf(center, offering), head),
    organization: organizationOf(center.organization),
    service_at_locations: [{ ...serviceAtLocationOf(center, offering), location: locationOf(center) }],
  };
}

function wholeServiceAtLocation(item: Offered, head: Head) {
  const { center, offering } = unpacked(item);
  return {
    ...serviceAtLocationOf(center, offering),
    location: locationOf(center),
    service: { ...dated(serviceOf(center, offering), head), organization: organizationOf(center.organization) },
  };
}

/** Organizations with their centers and services, all looked up together. */
async function wholeOrganizations(
  organizations: readonly Organization[],
  { full_service = false }: ListValues,
  head: Head,
  { locator, meter }: RouteContext,
) {
  const filter = { organization: organizations.map(({ slug }) => slug) };
  const { answer: found } = await locator.ofOrganizations({ filter, limit: Number.MAX_SAFE_INTEGER }, meter, head);
  const bySlug = Map.groupBy(found.matches, ({ row }) => row[packed.organization]);
  return organizations.map((organization) => {
    const matches = bySlug.get(organization.slug) ?? [];
    const offered = matches.flatMap(({ row, offerings }) => offerings.map((offering) => ({ row, offering })));
    return {
      ...organizationOf(organization),
      locations: matches.map(({ row }) => locationOf(unpackCenter(row))),
      services: offered.map((item) => {
        const { center, offering } = unpacked(item);
        return dated(full_service ? serviceOf(center, offering) : plainServiceOf(center, offering), head);
      }),
    };
  });
}
