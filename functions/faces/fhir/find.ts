import type { Head } from '../../dataset/head.ts';
import {
  type PackedCenter,
  type PackedOffering,
  packed,
  unpackCenter,
  unpackOffering,
} from '../../dataset/packed-center.ts';
import { levels } from '../../domain/level-of-care.ts';
import { offeringName } from '../../domain/offering.ts';
import type { RouteContext } from '../../http/services.ts';
import { passes } from '../../search/names/name-test.ts';
import type { Match } from '../../search/query.ts';
import { allMatches, countCenters, type Found, nextMatches, positionOf } from './matches.ts';
import type { FhirSearch } from './parameters/read-search.ts';
import { centersOfTitle } from './service-titles.ts';
import { locationId, serviceId } from './shapes/ids.ts';
import { isSifting } from './sift.ts';

/** A page of results. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Value of `_cursor` for the next page; null on the last page. */
  readonly next: string | null;
  /** Number of all results; null if counting would mean reading all of them. */
  readonly total: number | null;
  readonly head: Head;
  /** A note about the whole search, such as that it starts outside of the listed states; null if there is no note. */
  readonly outside: string | null;
}

export interface Service {
  readonly row: PackedCenter;
  readonly offering: PackedOffering;
  /** The certainty of the result; absent if nothing is in doubt. */
  readonly match?: Pick<Match, 'certainty' | 'ask'>;
}

/** The next matching centers: the same ones as in the JSON face, in the same order. */
export async function findCenters(search: FhirSearch, context: RouteContext): Promise<Page<Match>> {
  if (search.nothing !== null) return nothingFound(search, context);
  const page = await pageOfCenters(search, context);
  if (page.total !== null || !(search.counting || search.accurate)) return asUpdated(search, page);
  const { matches } = await countCenters(atHead(search, page), context);
  return asUpdated(search, { ...page, total: matches.length });
}

async function pageOfCenters(search: FhirSearch, context: RouteContext): Promise<Page<Match>> {
  if (search.name !== null) return pageOf(await allMatches(search, search.name, context), search);
  if (search.where.kind === 'ids') {
    const { matches: all, ...found } = await allMatches(search, null, context);
    return pageOf({ ...found, matches: all.filter(({ row }) => isAsked(search, locationId(row[packed.id]))) }, search);
  }
  const { matches, more, head, outside } = await nextMatches(search, context);
  const last = matches.at(-1);
  const next = more && last !== undefined ? cursorAfter(last, search, head) : null;
  const isEverything = search.where.kind === 'everything' && !isNarrowed(search);
  const total = isEverything ? head.centers : totalOf(search, matches.length, next);
  return { items: matches, next, total, head, outside };
}

/** The next matching services. Services of one center follow each other; the centers are in the order of the search. */
export async function findServices(search: FhirSearch, context: RouteContext): Promise<Page<Service>> {
  if (search.nothing !== null) return nothingFound(search, context);
  const page = await pageOfServices(search, context);
  if (page.total !== null || !(search.counting || search.accurate)) return asUpdated(search, page);
  const { matches } = await countCenters(atHead(withLevels(search), page), context);
  const total = matches.reduce((sum, { offerings }) => sum + offerings.length, 0);
  return asUpdated(search, { ...page, total });
}

/** A page may end inside a center, since FHIR does not allow more resources on it than requested. */
async function pageOfServices(search: FhirSearch, context: RouteContext): Promise<Page<Service>> {
  if (search.name !== null || search.locationName !== null) return servicesNamed(search, context);
  if (search.where.kind === 'ids') {
    const found = await allMatches(withLevels(search), null, context);
    const asked = servicesOf(found.matches).filter(({ row, offering }) =>
      isAsked(search, serviceId(row[packed.id], unpackOffering(row, offering).id)),
    );
    return pageOf({ ...found, matches: asked }, search);
  }
  const isOfLevels = Object.keys(search.filter).every((field) => field === 'level') && !isSifting(search.sift);
  if (search.where.kind === 'everything' && isOfLevels) return everyService(search, context);
  const { matches, more, head, outside } = await nextMatches(withLevels(search), context);
  const items: Service[] = [];
  let before: string | null = search.cursor === null ? '' : search.cursors.write(search.cursor, search.fingerprint);
  for (const [index, match] of matches.entries()) {
    const given = index === 0 ? search.skip : 0;
    const room = search.count - items.length;
    const left = match.offerings.slice(given);
    items.push(...left.slice(0, room).map((offering) => ({ row: match.row, offering, match })));
    const ended = left.length <= room;
    const follows = more || index + 1 < matches.length;
    if (!ended) return { items, next: `${before}.${given + room}`, total: null, head, outside };
    before = cursorAfter(match, search, head);
    if (items.length === search.count)
      return {
        items,
        next: follows ? before : null,
        total: totalOf(search, items.length, follows ? before : null),
        head,
        outside,
      };
  }
  const next = more ? before : null;
  return { items, next, total: totalOf(search, items.length, next), head, outside };
}

/** Cuts one page from all matches. */
function pageOf<Item>(
  { matches: all, head, outside }: Pick<Found, 'head' | 'outside'> & { matches: readonly Item[] },
  search: FhirSearch,
): Page<Item> {
  const skip = Number(search.cursor?.after ?? 0);
  const end = skip + search.count;
  return {
    items: all.slice(skip, end),
    next: end < all.length ? cursorAt(end, search, head) : null,
    total: all.length,
    head,
    outside,
  };
}

/** Finds services by their own displayed name, or by their center's name. */
async function servicesNamed(search: FhirSearch, context: RouteContext): Promise<Page<Service>> {
  const { name, locationName, filter, where } = search;
  const narrowed = name === null ? { level: levels.codes, center: null } : centersOfTitle(name);
  const level = narrowed.level.filter((one) => filter.level?.includes(one) ?? true);
  const asked = { ...search, filter: { ...filter, level } };
  if (level.length === 0) {
    const { head } = await context.locator.overview(context.meter);
    return pageOf({ matches: [], head, outside: null }, search);
  }
  const test = locationName ?? narrowed.center;
  const isOfLevelsAlone =
    Object.entries(filter).every(([field, value]) => field === 'level' || value === undefined) &&
    !isSifting(search.sift);
  // The index has the number of services of each level, so no page is read to count them.
  if (test === null && name?.how === 'starts' && where.kind === 'name' && isOfLevelsAlone)
    return everyService(asked, context);
  const found = await allMatches(asked, test, context);
  const isNamed = ({ row, offering }: Service): boolean =>
    name === null || passes(name, offeringName(unpackCenter(row), unpackOffering(row, offering)));
  return pageOf({ ...found, matches: servicesOf(found.matches).filter(isNamed) }, search);
}

async function everyService(search: FhirSearch, { locator, meter }: RouteContext): Promise<Page<Service>> {
  const skip = Number(search.cursor?.after ?? 0);
  const { answer, head } = await locator.offerings(
    search.filter.level ?? [],
    { skip, limit: search.count },
    meter,
    search.cursor?.version ?? null,
  );
  const end = skip + answer.items.length;
  return {
    items: answer.items,
    next: end < answer.total ? cursorAt(end, search, head) : null,
    total: answer.total,
    head,
    outside: null,
  };
}

/** The cursor of the next page in a list that is paged by position. */
export function cursorAt(
  position: number,
  { fingerprint, cursors }: FhirSearch,
  { version, publishedAt }: Head,
): string {
  return cursors.write({ version: { version, publishedAt }, after: String(position) }, fingerprint);
}

function cursorAfter(match: Match, search: FhirSearch, { version, publishedAt }: Head): string {
  const after = positionOf(match, search);
  return search.cursors.write({ version: { version, publishedAt }, after }, search.fingerprint);
}

/** The total, if all results are on one page: a first page without a next page. Otherwise null. */
function totalOf({ cursor, skip }: FhirSearch, items: number, next: string | null): number | null {
  return cursor === null && skip === 0 && next === null ? items : null;
}

const servicesOf = (matches: readonly Match[]): Service[] =>
  matches.flatMap((match) => match.offerings.map((offering) => ({ row: match.row, offering, match })));

/**
 * True if the search does not ask for ids, or asks for exactly this one. The index finds an id by the number in it, so
 * a misspelled id can find a record: the whole text is compared here.
 */
export function isAsked({ where }: FhirSearch, id: string): boolean {
  return where.kind !== 'ids' || where.asked.length === 0 || where.asked.includes(id);
}

/** The same search, but in the dataset that the page came from. */
function atHead(search: FhirSearch, { head: { version, publishedAt } }: Page<unknown>): FhirSearch {
  return { ...search, cursor: { version: { version, publishedAt }, after: search.cursor?.after ?? '' } };
}

/** True if the search has conditions besides the place, so that a center in the searched area may fail to match. */
const isNarrowed = ({ filter, sift }: FhirSearch): boolean =>
  isSifting(sift) || Object.values(filter).some((asked) => asked !== undefined);

/** Makes sure that a search of services skips centers whose sources name no level: they have no service. */
function withLevels(search: FhirSearch): FhirSearch {
  const isOfServices = Object.keys(search.filter).some((field) => field !== 'organization' && field !== 'in');
  return isOfServices ? search : { ...search, filter: { ...search.filter, level: levels.codes } };
}

export async function nothingFound<Item>(search: FhirSearch, { locator, meter }: RouteContext): Promise<Page<Item>> {
  const { head } = await locator.overview(meter);
  return { items: [], next: null, total: 0, head, outside: search.nothing };
}

/** Applies `_lastUpdated`. All resources have the date of their dataset, so either the whole page passes or nothing. */
export function asUpdated<Item>(search: FhirSearch, page: Page<Item>): Page<Item> {
  return search.isUpdated(Date.parse(page.head.publishedAt))
    ? page
    : { ...page, items: [], next: null, total: 0, outside: null };
}
