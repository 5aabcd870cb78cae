import type { Head } from '../../dataset/head.ts';
import type { Level } from '../../domain/level-of-care.ts';
import { type State, stateCodes } from '../../domain/state.ts';
import { KM_PER_MILE } from '../../geo/distance.ts';
import { coverageOf, outsideText } from '../../http/coverage.ts';
import { faultAt } from '../../http/faults.ts';
import { badRequest, type Fault } from '../../http/problem.ts';
import type { RouteContext } from '../../http/services.ts';
import type { Filter } from '../../search/filter.ts';
import type { Match } from '../../search/query.ts';
import type { Where } from '../../search/question.ts';
import type { Offered, Slice } from '../../search/slice.ts';
import { type ListValues, type Paging, pagingOf } from './parameters.ts';
import { isNameOf, readSearchText, type SearchText } from './search-text.ts';
import { codesOf, type TaxonomyName, taxonomyId, taxonomyNames } from './shapes/taxonomies.ts';
import { numberOfUuid, uuidOfOrganization, uuidOfTerm } from './shapes/uuid.ts';

/** Read every match: HSDS pages are requested by number, and the total must be exact. */
const ALL = Number.MAX_SAFE_INTEGER;

/** An offering that was found, with its certainty if `include=unknown` is given. */
export type FoundOffering = Offered & Partial<Pick<Match, 'certainty' | 'ask'>>;

export interface FoundOfferings extends Slice<FoundOffering> {
  readonly head: Head;
  readonly paging: Paging;
  /** Says that the ZIP is outside of the listed states; null if it is inside, or if no ZIP was given. */
  readonly outside: string | null;
}

/**
 * Finds a page of matching offerings. Sorted by distance if the search has a ZIP or place, by how well the name fits if
 * it has words, by name if it names an organization, else by the centers' state, city and name. Total and page are
 * exact and from one dataset, or the request fails. Without filters, or by level alone, the total comes from the
 * index; otherwise all matches are read.
 */
export async function findOfferings(values: ListValues, context: RouteContext): Promise<FoundOfferings> {
  const { search } = values;
  if (search === undefined) return findRead(values, nothingSearched, context);
  const { head } = await context.locator.overview(context.meter);
  const text = await readSearchText(search, values.postcode === undefined, head, context);
  const found = await findRead(values, text, context);
  // "Monterey Bay Rehab": "rehab" was read as a level and nothing matched, so search for the whole text as a name.
  if (found.total > 0 || !(await isNameOf(search, head, context))) return found;
  return findRead(values, { ...nothingSearched, name: search }, context);
}

const nothingSearched: SearchText = { filter: {}, around: null, state: null, name: null };

async function findRead(values: ListValues, text: SearchText, context: RouteContext): Promise<FoundOfferings> {
  const { locator, meter } = context;
  const { head, summary } = await locator.overview(meter);
  const { insurers } = await locator.glimpse(meter);
  const paging = pagingOf(values);
  const filter = bothOf(text.filter, filterOf(values, insurers));
  const place = values.postcode === undefined ? text.around : zipOf(values.postcode, values.proximity ?? 0, context);
  const outsideBy = (km: number | null) =>
    place === null ? null : outsideText(coverageOf(place.state, summary), km === null ? null : km / KM_PER_MILE);
  const nothing = { total: 0, items: [], head, paging, outside: outsideBy(null) };
  if (filter === null) return nothing;
  if (values.modified_after !== undefined && Date.parse(head.publishedAt) < values.modified_after) return nothing;
  const organization =
    values.organization_id === undefined ? null : await slugOf(values.organization_id, head, context);
  if (values.organization_id !== undefined && organization === null) return nothing;
  const narrowed: Filter = organization === null ? filter : { ...filter, organization: [organization] };
  const isList = place === null && text.state === null && text.name === null && organization === null;
  if (isList && Object.keys(filter).every((field) => field === 'level')) {
    const level: readonly Level[] = filter.level ?? [];
    const { answer } = await locator.offerings(level, { skip: paging.skip, limit: paging.perPage }, meter, head);
    return { ...answer, head, paging, outside: null };
  }
  const matches = await matchesOf(values, { ...text, around: place, filter: narrowed }, head, context);
  const withUnknown = values.include === 'unknown';
  const all = matches.flatMap(({ row, offerings, certainty, ask }) =>
    offerings.map((offering) => ({ row, offering, ...(withUnknown ? { certainty, ask } : {}) })),
  );
  const [nearest] = matches;
  const items = all.slice(paging.skip, paging.skip + paging.perPage);
  return { total: all.length, items, head, paging, outside: outsideBy(nearest?.distanceKm ?? null) };
}

async function matchesOf(
  { include }: ListValues,
  { around, state, name, filter }: SearchText,
  head: Head,
  { locator, meter }: RouteContext,
): Promise<readonly Match[]> {
  const asked = {
    filter,
    name,
    limit: ALL,
    after: null,
    withUnknown: include === 'unknown',
    countUnknown: false,
  };
  const where = whereOf(around, state, name, filter);
  if (where !== null) return (await locator.answer({ ...asked, where }, meter, head)).answer.matches;
  // No condition: reads state after state, because the index of all listings is keyed by state.
  const states = await Promise.all(
    stateCodes.toSorted().map((state) => locator.answer({ ...asked, where: { kind: 'state', state } }, meter, head)),
  );
  return states.flatMap(({ answer }) => answer.matches);
}

/** Where to search; null if the search has no conditions. */
function whereOf(
  around: SearchText['around'],
  state: State | null,
  name: string | null,
  { organization }: Filter,
): Where | null {
  if (around !== null) return { kind: 'near', origin: around.location, withinKm: around.withinKm };
  if (state !== null) return { kind: 'state', state };
  if (name !== null) return { kind: 'name', name };
  return organization === undefined ? null : { kind: 'organization' };
}

/** The area around a ZIP. @param meters Radius. @throws Problem if the ZIP does not exist. */
function zipOf(postcode: string, meters: number, { places }: RouteContext): NonNullable<SearchText['around']> {
  const place = places().zip(postcode);
  if (place === null)
    throw badRequest([faultAt(['postcode'], `"${postcode}" is not a ZIP of the United States`, 'parameter')]);
  return { location: place.location, state: place.state, withinKm: meters / 1_000 };
}

/** Combines two filters. Null if the two contradict each other, so that no offering can match. */
function bothOf(one: Filter, other: Filter): Filter | null {
  const both: Record<string, unknown> = { ...one, ...other };
  for (const [field, asked] of Object.entries(one) as [keyof Filter, unknown][]) {
    const also = other[field];
    if (!Array.isArray(asked) || !Array.isArray(also)) continue;
    const shared = asked.filter((value) => (also as readonly unknown[]).includes(value));
    if (shared.length === 0) return null;
    both[field] = shared;
  }
  return both as Filter;
}

/**
 * The filter for a taxonomy and a term.
 * @throws Problem for one that does not exist.
 */
function filterOf({ taxonomy_id, taxonomy_term_id }: ListValues, insurers: readonly string[]): Filter {
  const faults: Fault[] = [];
  const chosen: Partial<Record<TaxonomyName, readonly string[]>> = {};
  if (taxonomy_id !== undefined) {
    const taxonomy = taxonomyNames.find((name) => taxonomyId(name) === taxonomy_id);
    if (taxonomy === undefined)
      faults.push(faultAt(['taxonomy_id'], 'is not a taxonomy; see /hsds/taxonomies for the list', 'parameter'));
    // Every offering has a level, so the taxonomy `level` needs no filter.
    else if (taxonomy !== 'level') chosen[taxonomy] = codesOf(taxonomy, insurers);
  }
  if (taxonomy_term_id !== undefined) {
    const term = taxonomyNames
      .flatMap((name) => codesOf(name, insurers).map((code) => ({ name, code })))
      .find(({ name, code }) => uuidOfTerm(name, code) === taxonomy_term_id);
    if (term === undefined)
      faults.push(
        faultAt(['taxonomy_term_id'], 'is not a taxonomy term; see /hsds/taxonomy_terms for the list', 'parameter'),
      );
    else chosen[term.name] = [term.code];
  }
  if (faults.length > 0) throw badRequest(faults);
  return chosen as Filter;
}

/** The slug of an organization's UUID; null if the dataset does not have it. */
async function slugOf(id: string, head: Head, { locator, meter }: RouteContext): Promise<string | null> {
  const number = numberOfUuid(id);
  if (number === null) return null;
  const { answer } = await locator.numbered(number, meter, head);
  return answer.organizations.find(({ slug }) => uuidOfOrganization(slug) === id)?.slug ?? null;
}
