import type { Head, VersionKey } from '../../dataset/head.ts';
import { type PackedCenter, type PackedOffering, unpackCenter, unpackOffering } from '../../dataset/packed-center.ts';
import { levels } from '../../domain/level-of-care.ts';
import { offeringName } from '../../domain/offering.ts';
import { stateCodes } from '../../domain/state.ts';
import { KM_PER_MILE } from '../../geo/distance.ts';
import { coverageOf, outsideText } from '../../http/coverage.ts';
import type { RouteContext } from '../../http/services.ts';
import { stateAt } from '../../places/state-at.ts';
import { type NameTest, passes } from '../../search/names/name-test.ts';
import type { Match } from '../../search/query.ts';
import { positionAfter, type Question, type Where as QuestionWhere } from '../../search/question.ts';
import type { FhirSearch } from './parameters/read-search.ts';
import { centersOfTitle } from './service-titles.ts';

/** No limit: every match is read, because totals must be exact. */
const ALL = Number.MAX_SAFE_INTEGER;

/** A page of what was asked for. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Value of `_cursor` for the page after; null when nothing follows. */
  readonly next: string | null;
  /** How many there are in all; null where counting them would mean reading them. */
  readonly total: number | null;
  readonly head: Head;
  /** Says that the search starts outside of the listed states; null where it does not, or starts nowhere. */
  readonly outside: string | null;
}

export interface Service {
  readonly row: PackedCenter;
  readonly offering: PackedOffering;
  /** How sure it is; absent where nothing is in doubt. */
  readonly match?: Pick<Match, 'certainty' | 'ask'>;
}

/** The next centers that match: those of the JSON face for the same question, in the same order. */
export async function findCenters(search: FhirSearch, context: RouteContext): Promise<Page<Match>> {
  if (search.name !== null) return pageOf(await allMatches(search, search.name, context), search);
  const { matches, more, head, outside } = await matchesOf(search, context);
  const last = matches.at(-1);
  const next = more && last !== undefined ? cursorAfter(last, search, head) : null;
  return { items: matches, next, total: totalOf(search, matches.length, next), head, outside };
}

/**
 * The next services that match, by center in the order of its search. A page may end inside a center, since FHIR
 * allows no more resources on it than were asked for.
 */
export async function findServices(search: FhirSearch, context: RouteContext): Promise<Page<Service>> {
  if (search.name !== null || search.locationName !== null) return servicesNamed(search, context);
  if (search.where.kind === 'everything') return everyService(search, context);
  // Centers whose sources name no level have no service.
  const filter = Object.keys(search.filter).some((field) => field !== 'organization' && field !== 'in')
    ? search.filter
    : { ...search.filter, level: levels.codes };
  const { matches, more, head, outside } = await matchesOf({ ...search, filter }, context);
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

interface Found {
  readonly matches: readonly Match[];
  readonly more: boolean;
  readonly head: Head;
  readonly outside: string | null;
}

/** Reads every match, to give exact totals and numbered pages. @param test For the center's name; null accepts any. */
async function allMatches(search: FhirSearch, test: NameTest | null, context: RouteContext): Promise<Found> {
  const { locator, meter } = context;
  const { where, filter, withUnknown, cursor } = search;
  const version = cursor?.version ?? null;
  if (where.kind !== 'name') return matchesOf({ ...search, cursor: null, count: ALL }, context, test, version);
  if (test !== null) {
    const { answer, head } = await locator.passing(test, { filter, limit: ALL, withUnknown }, meter, version);
    return { ...answer, head, outside: null };
  }
  const { head } = await locator.overview(meter);
  const asked = { filter, limit: ALL, withUnknown, countUnknown: false };
  const states = await Promise.all(
    stateCodes.toSorted().map((state) => locator.inState({ ...asked, state }, meter, version ?? head)),
  );
  return {
    matches: states.flatMap(({ answer }) => answer.matches),
    more: false,
    head: states[0]?.head ?? head,
    outside: null,
  };
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
  const isOfLevelsAlone = Object.entries(filter).every(([field, value]) => field === 'level' || value === undefined);
  // The directory counts a level's services without reading them.
  if (test === null && name?.how === 'starts' && where.kind === 'name' && isOfLevelsAlone)
    return everyService(asked, context);
  const found = await allMatches(asked, test, context);
  const services = found.matches.flatMap((match) =>
    match.offerings.map((offering): Service => ({ row: match.row, offering, match })),
  );
  const isNamed = ({ row, offering }: Service): boolean =>
    name === null || passes(name, offeringName(unpackCenter(row), unpackOffering(row, offering)));
  return pageOf({ ...found, matches: services.filter(isNamed) }, search);
}

async function matchesOf(
  search: FhirSearch,
  { locator, meter }: RouteContext,
  nameTest: NameTest | null = null,
  version: VersionKey | null = search.cursor?.version ?? null,
): Promise<Found> {
  const { where, filter, count: limit, cursor, withUnknown } = search;
  const after = cursor?.after ?? null;
  const name = null;
  const question: Question = {
    where: whereOf(search),
    filter,
    name,
    nameTest,
    limit,
    after,
    withUnknown,
    countUnknown: false,
  };
  const { answer, head, summary } = await locator.answer(question, meter, version);
  const km = cursor === null ? (answer.matches[0]?.distanceKm ?? null) : null;
  const state = where.kind === 'near' ? stateAt(where.near.point) : where.kind === 'state' ? where.state : undefined;
  const outside =
    state === undefined ? null : outsideText(coverageOf(state, summary), km === null ? null : km / KM_PER_MILE);
  return { ...answer, head, outside };
}

function whereOf({ where }: FhirSearch): QuestionWhere {
  switch (where.kind) {
    case 'near':
      return { kind: 'near', origin: where.near.point, withinKm: where.near.withinKm };
    case 'name':
    case 'everything':
      throw new Error('a list by name, or of everything, is not a search by place');
    default:
      return where;
  }
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

/** Where a list goes on that is paged by position. */
export function cursorAt(
  position: number,
  { fingerprint, cursors }: FhirSearch,
  { version, publishedAt }: Head,
): string {
  return cursors.write({ version: { version, publishedAt }, after: String(position) }, fingerprint);
}

function cursorAfter(match: Match, search: FhirSearch, { version, publishedAt }: Head): string {
  const after = positionAfter(match, whereOf(search));
  return search.cursors.write({ version: { version, publishedAt }, after }, search.fingerprint);
}

/** A first page that nothing follows is everything. */
function totalOf({ cursor, skip }: FhirSearch, items: number, next: string | null): number | null {
  return cursor === null && skip === 0 && next === null ? items : null;
}
