import type { Head } from '../../dataset/head.ts';
import type { PackedCenter, PackedOffering } from '../../dataset/packed-center.ts';
import { levels } from '../../domain/level-of-care.ts';
import { KM_PER_MILE } from '../../geo/distance.ts';
import { coverageOf, outsideText } from '../../http/coverage.ts';
import { writeCursor } from '../../http/cursor.ts';
import type { RouteContext } from '../../http/services.ts';
import { stateAt } from '../../places/state-at.ts';
import type { Match } from '../../search/query.ts';
import { positionAfter, type Question, type Where as QuestionWhere } from '../../search/question.ts';
import type { FhirSearch } from './parameters/read-search.ts';

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
  if (search.where.kind === 'everything') return everyService(search, context);
  // Centers whose sources name no level have no service.
  const filter = Object.keys(search.filter).some((field) => field !== 'organization' && field !== 'in')
    ? search.filter
    : { ...search.filter, level: levels.codes };
  const { matches, more, head, outside } = await matchesOf({ ...search, filter }, context);
  const items: Service[] = [];
  let before: string | null = search.cursor === null ? '' : writeCursor(search.cursor, search.fingerprint);
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

async function matchesOf(search: FhirSearch, { locator, meter }: RouteContext): Promise<Found> {
  const { where, filter, name, count: limit, cursor, withUnknown } = search;
  const after = cursor?.after ?? null;
  const question: Question = { where: whereOf(search), filter, name, limit, after, withUnknown, countUnknown: false };
  const { answer, head, summary } = await locator.answer(question, meter, cursor?.version ?? null);
  const km = cursor === null ? (answer.matches[0]?.distanceKm ?? null) : null;
  const state = where.kind === 'near' ? stateAt(where.near.point) : where.kind === 'state' ? where.state : undefined;
  const outside =
    state === undefined ? null : outsideText(coverageOf(state, summary), km === null ? null : km / KM_PER_MILE);
  return { ...answer, head, outside };
}

function whereOf({ where, name }: FhirSearch): QuestionWhere {
  switch (where.kind) {
    case 'near':
      return { kind: 'near', origin: where.near.point, withinKm: where.near.withinKm };
    case 'name':
      return { kind: 'name', name: name ?? '' };
    case 'everything':
      throw new Error('listing everything is not a search');
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
export function cursorAt(position: number, { fingerprint }: FhirSearch, { version, publishedAt }: Head): string {
  return writeCursor({ version: { version, publishedAt }, after: String(position) }, fingerprint);
}

function cursorAfter(match: Match, search: FhirSearch, { version, publishedAt }: Head): string {
  const after = positionAfter(match, whereOf(search));
  return writeCursor({ version: { version, publishedAt }, after }, search.fingerprint);
}

/** A first page that nothing follows is everything. */
function totalOf({ cursor, skip }: FhirSearch, items: number, next: string | null): number | null {
  return cursor === null && skip === 0 && next === null ? items : null;
}
