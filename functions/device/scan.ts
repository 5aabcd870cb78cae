import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import type { FieldName } from '../domain/fields.ts';
import { geohashBox } from '../geo/geohash.ts';
import {
  type Alternative,
  type Answer,
  type Changed,
  type Distances,
  droppable,
  droppedWithoutOrigin,
  isShort,
  MOST_COUNTED,
  widerRadii,
  withoutField,
  withoutThe,
} from '../search/changes.ts';
import { type CompiledFilter, compileFilter, type Filter } from '../search/filter.ts';
import { doubtOf, isWanted, judge, matchOfRow } from '../search/match.ts';
import { isMeant, NAME_REACH_KM } from '../search/names/meant.ts';
import { scoreKey } from '../search/names/score.ts';
import { type Match, type SearchResult, wantedBy } from '../search/query.ts';
import type { Question, Where } from '../search/question.ts';
import { fromPoint, fromRegion, type Reach } from '../search/reach.ts';
import { listingKeyOfRow, nameKeyOfRow } from '../search/row-keys.ts';
import { sortedRows } from '../search/sorted-rows.ts';
import { MOST_UNKNOWN, noneUnknown, unknownOf } from '../search/unknown.ts';
import { type Listings, levelsOf, type Measured } from './listings.ts';

/**
 * Answers a question by checking every row. Gives the same results as search/locator.ts, which reads only the pages
 * that may contain one. Counts are always exact here.
 * @param now Milliseconds since 1970.
 */
export function answerByScan(question: Question, listings: Listings, now: number): Answer {
  const { where, perhapsName } = question;
  switch (where.kind) {
    case 'near':
    case 'cell': {
      const first = where.kind === 'cell' ? null : nearestNamed(question, where, listings, now);
      if (first === null) return byDistance(question, where, listings, now);
      return { ...byDistance({ ...question, name: perhapsName ?? null }, where, listings, now), isNamed: true };
    }
    case 'state': {
      const named = { ...question, name: perhapsName ?? null };
      const first = { ...named, after: null, limit: 1, withAlternatives: false };
      const isNamed = isNameMeant(question, listings) && byKey(first, where, listings, now).matches.length > 0;
      if (!isNamed) return byKey(question, where, listings, now);
      return { ...byKey(named, where, listings, now), isNamed };
    }
    case 'name':
      if (perhapsName != null && !isNameMeant({ ...question, name: null }, listings))
        return { matches: [], more: false, unknown: noneUnknown, alternatives: [] };
      return byKey(question, where, listings, now);
    default:
      throw new RangeError(`a device does not search by ${question.where.kind}`);
  }
}

/** True if words that were not understood are meant as the name of a center (search/names/meant.ts). */
function isNameMeant({ name, perhapsName = null }: Question, listings: Listings): boolean {
  if (name !== null || perhapsName === null) return false;
  return isMeant([...listings.named(perhapsName).values()], listings.rows.length);
}

/**
 * The nearest center with a name that the text may contain, within the search's radius and {@link NAME_REACH_KM}. Null
 * if there is none.
 */
function nearestNamed(
  question: Question,
  where: Extract<Where, { kind: 'near' }>,
  listings: Listings,
  now: number,
): Match | null {
  if (!isNameMeant(question, listings)) return null;
  const withinKm = Math.min(where.withinKm ?? Infinity, NAME_REACH_KM);
  const asked = { ...question, name: question.perhapsName ?? null, limit: 1, after: null, withAlternatives: false };
  return byDistance(asked, { ...where, withinKm }, listings, now).matches[0] ?? null;
}

type FromOrigin = Extract<Where, { kind: 'near' | 'cell' }>;

const MINUTE_MS = 60_000;

/**
 * The answer of a search from a place. Cached for a minute, because a word that is being typed changes nothing until it
 * is understood.
 */
function byDistance(question: Question, where: FromOrigin, listings: Listings, now: number): Answer {
  const { perhapsName: _, ...asked } = question;
  const key = JSON.stringify([asked, where, Math.floor(now / MINUTE_MS)]);
  return listings.answered(key, () => scanned(question, where, listings, now));
}

function scanned(question: Question, where: FromOrigin, listings: Listings, now: number): Answer {
  const reach = where.kind === 'near' ? fromPoint(where.origin) : fromRegion(geohashBox(where.cell));
  const named = question.name === null ? null : listings.named(question.name);
  const withinKm = where.withinKm ?? Infinity;
  /** Rows within a radius, nearest first: those with the searched name, or all rows if no name is searched for. */
  const rowsWithin = (km: number, names: ReadonlyMap<PackedCenter, number> | null) =>
    names === null ? measuredFrom(where, listings, reach, km) : measured([...names.keys()], reach, km);
  const near = rowsWithin(withinKm, named);
  const filter = compileFilter(question.filter, now);
  const result = pageOf(question, where, near, filter, reach);
  if (!isShort(question, result)) return { ...result, alternatives: [] };
  const wanted = wantedBy(question);
  const count = (among: readonly Measured[], by: CompiledFilter): Distances => {
    const foundKm: number[] = [];
    for (const { row, km, levels } of among) {
      if (!mayHaveLevel(levels, by) || !isWanted(judge(row, by, wanted), wanted)) continue;
      foundKm.push(km);
      if (foundKm.length > MOST_COUNTED) break;
    }
    return { foundKm, certainKm: Infinity };
  };
  const knownKm = result.matches.map(({ distanceKm }) => distanceKm ?? 0);
  const wider =
    where.withinKm === null ? [] : widerRadii(where.withinKm, knownKm, count(rowsWithin(Infinity, named), filter));
  const without = droppable(question.filter, named !== null).map((field) => {
    const among = field === 'name' ? rowsWithin(withinKm, null) : near;
    return withoutThe(field, knownKm, count(among, compileFilter(withoutField(question.filter, field), now)));
  });
  return { ...result, alternatives: [...wider, ...without.filter((one) => one !== null)] };
}

/**
 * All rows within a radius, sorted by distance, then by id, like the API's. They are measured once per origin, because
 * the place stays the same while a text is typed.
 */
function measuredFrom(where: FromOrigin, listings: Listings, reach: Reach, radiusKm: number): readonly Measured[] {
  const key = where.kind === 'cell' ? where.cell : `${where.origin.lat},${where.origin.lng}`;
  const all = listings.measuredFrom(key, () => measured(listings.rows, reach, Infinity));
  if (radiusKm === Infinity) return all;
  const beyond = all.findIndex(({ km }) => km > radiusKm);
  return beyond < 0 ? all : all.slice(0, beyond);
}

/** Measures the given rows. Returns those within the radius, nearest first. */
function measured(rows: readonly PackedCenter[], reach: Reach, radiusKm: number): readonly Measured[] {
  const found: Measured[] = [];
  for (const row of rows) {
    const km = reach.nearestKm({ lat: row[packed.lat], lng: row[packed.lng] });
    if (km <= radiusKm) found.push({ row, km, levels: levelsOf(row) });
  }
  return found.sort((a, b) => a.km - b.km || (a.row[packed.id] < b.row[packed.id] ? -1 : 1));
}

/**
 * True if the center offers, or may offer, one of the requested levels, or no level is requested. If false, {@link
 * judge} would say no.
 */
const mayHaveLevel = (levels: number, { levelMask }: CompiledFilter): boolean =>
  levelMask === 0 || (levels & levelMask) !== 0;

function pageOf(
  question: Question,
  { kind }: FromOrigin,
  near: readonly Measured[],
  filter: CompiledFilter,
  reach: Reach,
): SearchResult {
  const { limit } = question;
  const after = typeof question.after === 'string' ? null : question.after;
  const wanted = wantedBy(question);
  const matches: (Match & { readonly farthestKm: number })[] = [];
  const asks: (readonly FieldName[])[] = [];
  let more = false;
  // In a search from a cell the exact origin is unknown, so a center is only left out if `limit` matches are nearer for
  // every origin in the cell.
  const sureKm: number[] = [];
  for (const { row, km, levels } of near) {
    const isFull = kind === 'near' ? more : km > (sureKm[limit - 1] ?? Infinity);
    const isCounted = !filter.offeringLevel || asks.length > MOST_UNKNOWN;
    if (isFull && isCounted) break;
    if (!mayHaveLevel(levels, filter)) continue;
    const verdict = judge(row, filter, isCounted ? wanted : 'any');
    if (verdict === 'unknown' && !isCounted) asks.push(doubtOf(row, filter).ask);
    if (isFull || !isWanted(verdict, wanted)) continue;
    if (after !== null && (km < after.km || (km === after.km && row[packed.id] <= after.id))) continue;
    if (kind === 'near' && matches.length === limit) {
      more = true;
      continue;
    }
    const farthestKm = reach.farthestKm({ lat: row[packed.lat], lng: row[packed.lng] });
    matches.push({ ...matchOfRow(row, filter), distanceKm: km, farthestKm });
    sureKm.push(farthestKm);
    sureKm.sort((a, b) => a - b);
  }
  return { matches, more, unknown: filter.offeringLevel ? unknownOf(asks, false) : noneUnknown };
}

function byKey(
  question: Question,
  where: Extract<Where, { kind: 'state' | 'name' }>,
  listings: Listings,
  now: number,
): Answer {
  const after = typeof question.after === 'string' ? question.after : null;
  const page = (filter: Filter, name: string | null, limit: number): SearchResult => {
    const named = name === null ? null : listings.named(name);
    const among = named === null ? listings.rows : [...named.keys()];
    const rows = where.kind === 'name' ? among : among.filter((row) => row[packed.state] === where.state);
    const keyOf = (row: PackedCenter) =>
      where.kind === 'state' ? listingKeyOfRow(row) : scoreKey(named?.get(row) ?? 0, nameKeyOfRow(row));
    return sortedRows(rows, keyOf, { ...question, after, limit }, compileFilter(filter, now));
  };
  const name = where.kind === 'name' ? where.name : question.name;
  const result = page(question.filter, name, question.limit);
  if (!isShort(question, result)) return { ...result, alternatives: [] };
  // A search without the name is suggested only if a state remains, which a search by name alone does not have.
  const changes: readonly Changed[] = droppable(question.filter, where.kind === 'state' && name !== null);
  const alternatives = changes.flatMap((field): Alternative[] => {
    const kept = field === 'name' ? null : name;
    const { matches, more } = page(withoutField(question.filter, field), kept, MOST_COUNTED);
    const dropped = droppedWithoutOrigin(field, { count: matches.length, more }, result.matches.length);
    return dropped === null ? [] : [dropped];
  });
  return { ...result, alternatives };
}

/** The nearest center that passes a filter; null if there is none within the radius. */
export function nearestByScan(
  question: Pick<Question, 'filter'>,
  where: Extract<Where, { kind: 'near' }>,
  { rows }: Listings,
  now: number,
): Match | null {
  const filter = compileFilter(question.filter, now);
  let best: Measured | null = null;
  const reach = fromPoint(where.origin);
  for (const row of rows) {
    const km = reach.nearestKm({ lat: row[packed.lat], lng: row[packed.lng] });
    if (km > (where.withinKm ?? Infinity)) continue;
    if (best !== null && (km > best.km || (km === best.km && row[packed.id] > best.row[packed.id]))) continue;
    if (isWanted(judge(row, filter, 'listed'), 'listed')) best = { row, km, levels: levelsOf(row) };
  }
  return best === null ? null : { ...matchOfRow(best.row, filter), distanceKm: best.km, farthestKm: best.km };
}
