import type { Head, VersionKey } from '../../dataset/head.ts';
import type { Summary } from '../../dataset/summary.ts';
import { stateCodes } from '../../domain/state.ts';
import { KM_PER_MILE } from '../../geo/distance.ts';
import { coverageOf, outsideText } from '../../http/coverage.ts';
import type { RouteContext } from '../../http/services.ts';
import { stateAt } from '../../places/state-at.ts';
import type { NameTest } from '../../search/names/name-test.ts';
import type { Match } from '../../search/query.ts';
import { type Position, positionAfter, type Question, type Where as QuestionWhere } from '../../search/question.ts';
import type { FhirSearch } from './parameters/read-search.ts';
import { isSifting, sifter } from './sift.ts';

/** Number of matches to request if all must be read, because the total must be exact. */
const ALL = Number.MAX_SAFE_INTEGER;
/** Number of nearest centers to read first if some may be filtered out, and the factor by which that number grows. */
const FIRST_LOOK = 50;
const MORE_EACH_TIME = 8;

/** Centers that match, in order. */
export interface Found {
  readonly matches: readonly Match[];
  /** True if more matches follow the last one. */
  readonly more: boolean;
  readonly head: Head;
  /** Says that the search starts outside of the listed states; null if it starts inside, or nowhere. */
  readonly outside: string | null;
}

/** A search that reads one version of the dataset from its first match on. */
type PinnedSearch = FhirSearch & { readonly pinned?: VersionKey };

interface Stretch {
  readonly matches: readonly Match[];
  readonly more: boolean;
  readonly head: Head;
  readonly summary: Summary;
}

/** The next matching centers: one page, or all of them if the search counts. */
export async function nextMatches(search: PinnedSearch, context: RouteContext): Promise<Found> {
  const { sift, filter, withUnknown, cursor, count } = search;
  const isSifted = isSifting(sift);
  const passed = isSifted ? sifter(sift, filter, withUnknown, context.now()) : (match: Match) => match;
  // For these searches, a batch cannot tell if more matches follow, so one match more than needed is read.
  const looksAhead = isSifted || search.where.kind === 'everything';
  const found: Match[] = [];
  let last: Stretch | null = null;
  for await (const stretch of stretchesOf(search, isSifted, context)) {
    last = stretch;
    for (const match of stretch.matches) found.push(...[passed(match)].filter((one) => one !== null));
    if (found.length > count || (found.length === count && !looksAhead)) break;
  }
  if (last === null) throw new Error('a search looked at nothing');
  const { head, summary, more } = last;
  const km = cursor === null ? (found[0]?.distanceKm ?? null) : null;
  return {
    matches: found.slice(0, count),
    more: found.length > count || more,
    head,
    outside: outsideOf(search, summary, km),
  };
}

/**
 * Reads every match, to give exact totals and numbered pages.
 * @param test Test that the center's name must pass; null accepts any name.
 */
export async function allMatches(search: FhirSearch, test: NameTest | null, context: RouteContext): Promise<Found> {
  const { locator, meter, now } = context;
  const { where, filter, sift, withUnknown, cursor } = search;
  const version = cursor?.version ?? null;
  const passed = sifter(sift, filter, withUnknown, now());
  const sifted = (matches: readonly Match[]) => matches.map(passed).filter((match) => match !== null);
  if (where.kind === 'name' && test !== null) {
    const { answer, head } = await locator.passing(test, { filter, limit: ALL, withUnknown }, meter, version);
    return { matches: sifted(answer.matches), more: false, head, outside: null };
  }
  const whole = where.kind === 'name' ? ({ ...search, where: { kind: 'everything' } } as const) : search;
  if (test === null) return nextMatches({ ...whole, cursor: null, count: ALL, ...pinned(version) }, context);
  const { answer, head, summary } = await locator.answer(
    questionOf(search, { limit: ALL, after: null, nameTest: test }),
    meter,
    version,
  );
  const matches = sifted(answer.matches);
  const outside = outsideOf(search, summary, cursor === null ? (matches[0]?.distanceKm ?? null) : null);
  return { matches, more: false, head, outside };
}

/** The property that makes a search without a cursor read this version of the dataset. */
const pinned = (version: VersionKey | null) => (version === null ? {} : { pinned: version });

/**
 * Reads a search's matches in batches, all from one dataset. If matches may fail further conditions (sift.ts), each
 * batch is larger than the one before, so that few requests are needed.
 */
async function* stretchesOf(search: PinnedSearch, isSifted: boolean, context: RouteContext): AsyncGenerator<Stretch> {
  const { where, filter, cursor, count } = search;
  let version = cursor?.version ?? search.pinned ?? null;
  let after = cursor?.after ?? null;
  if (where.kind === 'everything' || where.kind === 'name') {
    const from = typeof after === 'string' ? after.slice(0, 2) : '';
    const states = stateCodes.toSorted().filter((state) => state >= from && (filter.in?.includes(state) ?? true));
    for (const [index, state] of states.entries()) {
      const within = { ...search, where: { kind: 'state', state } } as const;
      const limit = isSifted || count === ALL ? ALL : count + 1;
      const one = await stretch(within, { limit, after: state === from ? after : null }, context, version);
      version = one.head;
      yield { ...one, more: one.more || index + 1 < states.length };
    }
    return;
  }
  const isNear = where.kind === 'near';
  for (let limit = isSifted ? (isNear ? Math.min(FIRST_LOOK, count * MORE_EACH_TIME) : ALL) : count; ; ) {
    const one = await stretch(search, { limit, after }, context, version);
    yield one;
    const last = one.matches.at(-1);
    if (!one.more || last === undefined) return;
    version = one.head;
    after = positionAfter(last, whereOf(search));
    limit *= MORE_EACH_TIME;
  }
}

async function stretch(
  search: FhirSearch,
  bounds: Pick<Question, 'limit' | 'after'>,
  { locator, meter }: RouteContext,
  version: VersionKey | null,
): Promise<Stretch> {
  const { answer, head, summary } = await locator.answer(questionOf(search, bounds), meter, version);
  return { ...answer, head, summary };
}

function questionOf(
  search: FhirSearch,
  { nameTest = null, ...bounds }: Pick<Question, 'limit' | 'after' | 'nameTest'>,
): Question {
  const { filter, withUnknown } = search;
  return { ...bounds, where: whereOf(search), filter, name: null, nameTest, withUnknown, countUnknown: false };
}

function whereOf({ where }: Pick<FhirSearch, 'where'>): QuestionWhere {
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

/** Number of all matching centers. */
export async function countCenters(search: FhirSearch, context: RouteContext): Promise<Found> {
  const { where, cursor } = search;
  const isAnyDistance = where.kind === 'near' && where.near.withinKm === null;
  const counted = isAnyDistance ? ({ ...search, where: { kind: 'everything' } } as const) : search;
  return nextMatches({ ...counted, cursor: null, count: ALL, ...pinned(cursor?.version ?? null) }, context);
}

/** @param km Distance of the nearest match. */
function outsideOf({ where }: FhirSearch, summary: Summary, km: number | null): string | null {
  const state = where.kind === 'near' ? stateAt(where.near.point) : where.kind === 'state' ? where.state : undefined;
  return state === undefined ? null : outsideText(coverageOf(state, summary), km === null ? null : km / KM_PER_MILE);
}

/** Where the page after this match begins, for the cursor. */
export function positionOf(match: Match, search: FhirSearch): Position {
  return search.where.kind === 'everything'
    ? positionAfter(match, { kind: 'state' })
    : positionAfter(match, whereOf(search));
}
