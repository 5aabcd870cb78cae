import type { Head } from '../../dataset/head.ts';
import { nameKeyOf } from '../../dataset/keys.ts';
import { type PackedCenter, type PackedOffering, packed } from '../../dataset/packed-center.ts';
import { TooBroadError } from '../../dataset/read/too-broad.ts';
import { levels } from '../../domain/level-of-care.ts';
import { KM_PER_MILE } from '../../geo/distance.ts';
import { coverageOf, outsideText } from '../../http/coverage.ts';
import { writeCursor } from '../../http/cursor.ts';
import { Problem } from '../../http/problem.ts';
import type { RouteContext } from '../../http/services.ts';
import { stateAt } from '../../places/state-at.ts';
import { listingKeyOfRow } from '../../search/listing.ts';
import type { Match } from '../../search/query.ts';
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
  const filter = Object.keys(search.filter).some((field) => field !== 'organization')
    ? search.filter
    : { ...search.filter, level: levels.codes };
  const { matches, more, head, outside } = await matchesOf({ ...search, filter }, context);
  const items: Service[] = [];
  let before: string | null = search.cursor === null ? '' : writeCursor(search.cursor, search.fingerprint);
  for (const [index, match] of matches.entries()) {
    const given = index === 0 ? search.skip : 0;
    const room = search.count - items.length;
    const left = match.offerings.slice(given);
    items.push(...left.slice(0, room).map((offering) => ({ row: match.row, offering })));
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

async function matchesOf(
  { where, filter, name, count, cursor }: FhirSearch,
  { locator, meter }: RouteContext,
): Promise<Found> {
  const version = cursor?.version ?? null;
  const after = cursor?.after ?? null;
  const afterKey = typeof after === 'string' ? after : null;
  const asked = { filter, name, limit: count };
  try {
    switch (where.kind) {
      case 'near': {
        const { point, withinKm } = where.near;
        const near = { ...asked, origin: point, withinKm, after: typeof after === 'string' ? null : after };
        const { answer, head, summary } = await locator.near(near, meter, version);
        const km = cursor === null ? (answer.matches[0]?.distanceKm ?? null) : null;
        const outside = outsideText(coverageOf(stateAt(point), summary), km === null ? null : km / KM_PER_MILE);
        return { ...answer, head, outside };
      }
      case 'state': {
        const { answer, head, summary } = await locator.inState(
          { ...asked, state: where.state, after: afterKey },
          meter,
          version,
        );
        return { ...answer, head, outside: outsideText(coverageOf(where.state, summary), null) };
      }
      case 'ids': {
        const { answer, head } = await locator.among(where.ids, filter, meter);
        return { matches: answer, more: false, head, outside: null };
      }
      case 'organization': {
        const { answer, head } = await locator.ofOrganizations({ ...asked, after: afterKey }, meter, version);
        return { ...answer, head, outside: null };
      }
      case 'name': {
        const { answer, head } = await locator.named({ ...asked, name: name ?? '', after: afterKey }, meter, version);
        return { ...answer, head, outside: null };
      }
      case 'everything':
        throw new Error('listing everything is not a search');
    }
  } catch (error) {
    if (error instanceof TooBroadError) throw tooBroad(error);
    throw error;
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

function cursorAfter({ row, distanceKm }: Match, { where, fingerprint }: FhirSearch, head: Head): string {
  const id = row[packed.id];
  const key = where.kind === 'state' ? listingKeyOfRow(row) : nameKeyOf(row[packed.name], id);
  const { version, publishedAt } = head;
  return writeCursor(
    { version: { version, publishedAt }, after: distanceKm === null ? key : { km: distanceKm, id } },
    fingerprint,
  );
}

/** A first page that nothing follows is everything. */
function totalOf({ cursor, skip }: FhirSearch, items: number, next: string | null): number | null {
  return cursor === null && skip === 0 && next === null ? items : null;
}

export function tooBroad(cause: unknown): Problem {
  const detail =
    'Too much would have to be read to be sure of the answer. A distance in near would help, or fewer conditions.';
  return new Problem(422, 'too-broad', 'The search is too broad', detail, { cause });
}
