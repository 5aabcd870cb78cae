import { conditions } from '../../functions/domain/condition.ts';
import { confirmationState } from '../../functions/domain/confirmation.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import { EARTH_RADIUS_KM } from '../../functions/geo/distance.ts';
import type { Point } from '../../functions/geo/point.ts';
import type { Filter } from '../../functions/search/filter.ts';

/**
 * The slow, plain answer that the fast one is held against: a scan of all records that compares lists of words,
 * knows nothing of masks, pages or boxes, and measures distance by another formula.
 */
export interface OracleAnswer {
  readonly results: readonly { readonly id: string; readonly km: number; readonly offerings: readonly string[] }[];
  /** All matches in range, not only the first `limit`. */
  readonly total: number;
  readonly unknown: number;
}

export function oracleNear(
  records: readonly CenterRecord[],
  query: { origin: Point; withinKm: number | null; filter: Filter; limit: number },
  now: number,
): OracleAnswer {
  return oracleOf(records, query.filter, now)(query);
}

/** The same for many searches with one filter: what matches is found once, distances every time. */
export function oracleOf(
  records: readonly CenterRecord[],
  filter: Filter,
  now: number,
): (query: { origin: Point; withinKm: number | null; limit: number }) => OracleAnswer {
  const matching = records.flatMap((record) => {
    const offerings = matchingOfferings(record, filter, now);
    return offerings === null ? [] : [{ ...record.center, offerings: offerings.map(({ id }) => id) }];
  });
  const unknown = records.filter((record) => isUnknown(record, filter, now)).map(({ center }) => center);
  return ({ origin, withinKm, limit }) => {
    const inRange = matching
      .map(({ id, location, offerings }) => ({ id, km: angularKm(origin, location), offerings }))
      .filter(({ km }) => withinKm === null || km <= withinKm)
      .sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1));
    const results = inRange.slice(0, limit);
    const horizon = withinKm ?? results.at(-1)?.km ?? -1;
    const doubtful = unknown.filter(({ location }) => angularKm(origin, location) <= horizon).length;
    return { results, total: inRange.length, unknown: doubtful };
  };
}

/** Central angle from the dot and cross product of unit vectors: well conditioned everywhere, and not the haversine. */
export function angularKm(a: Point, b: Point): number {
  const [ax, ay, az] = unitVector(a);
  const [bx, by, bz] = unitVector(b);
  const cross = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
  return EARTH_RADIUS_KM * Math.atan2(cross, ax * bx + ay * by + az * bz);
}

function unitVector({ lat, lng }: Point): [number, number, number] {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** Null where the center does not match. */
export function matchingOfferings(record: CenterRecord, filter: Filter, now: number): Offering[] | null {
  if (filter.organization && !filter.organization.includes(record.center.organization.slug)) return null;
  const { organization: _, ...ofOffering } = filter;
  const asked =
    Object.values(ofOffering).some((value) => value !== undefined && value !== false) || filter.housing === false;
  const alive = record.offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
  const matching = alive.filter((offering) => offeringMatches(offering, filter, now));
  return matching.length > 0 || !asked ? matching : null;
}

export function isUnknown(record: CenterRecord, filter: Filter, now: number): boolean {
  if (!filter.level || matchingOfferings(record, filter, now) !== null) return false;
  if (filter.organization && !filter.organization.includes(record.center.organization.slug)) return false;
  if (!filter.level.some((level) => record.center.unknownLevels.includes(level))) return false;
  const { level: _, ...rest } = filter;
  return matchingOfferings(record, rest, now) !== null;
}

function offeringMatches(offering: Offering, filter: Filter, now: number): boolean {
  const any = (asked: readonly string[] | undefined, has: readonly string[]) =>
    asked === undefined || asked.some((value) => has.includes(value));
  const family = (asked: readonly string[] | undefined, terms: Readonly<Record<string, { parent?: string }>>) =>
    asked?.flatMap((value) => [value, ...Object.keys(terms).filter((code) => terms[code]?.parent === value)]);
  const { schedule, confirmation, intake } = offering;
  const kinds = ['private', 'medicaid', 'medicare', 'military', 'state', 'tribal', 'self-pay', 'sliding-scale', 'free'];
  const payersHeld = offering.payers.flatMap((payer) => (kinds.includes(payer) ? [payer] : [payer, 'private']));
  const sessions = schedule?.sessionsPerWeek?.[0];
  const hours =
    schedule?.hoursPerWeek ??
    (sessions !== undefined && schedule?.hoursPerSession ? sessions * schedule.hoursPerSession : undefined);
  const atMost = (value: number | undefined, most: number | undefined) =>
    most === undefined || (value !== undefined && value <= most);
  const confirmed =
    filter.confirmed === undefined ||
    (confirmationState(confirmation, now) === 'confirmed' &&
      (filter.confirmed.maxAgeDays === null ||
        now - Date.parse(confirmation.confirmedAt ?? '') <= filter.confirmed.maxAgeDays * 86_400_000));
  const { only } = offering;
  // Kept to DUI clients, to a substance or to a gender: nobody else's search finds it.
  const asks = Object.entries(filter).some(
    ([name, value]) => name !== 'organization' && value !== undefined && (value !== false || name === 'housing'),
  );
  // Every level and nothing else: a list of all offerings.
  const others = Object.entries(filter).filter(
    ([name, value]) => !['level', 'organization'].includes(name) && value !== undefined,
  );
  const listsAll = others.length === 0 && new Set(filter.level).size === 8;
  const served = !asks || listsAll || !only.includes('dui') || filter.population?.includes('justice-involved') === true;
  const kept = (group: readonly string[], value: string) =>
    !group.includes(value) || !only.some((one) => group.includes(one)) || (only as readonly string[]).includes(value);
  const drugs = ['alcohol', 'opioids', 'stimulants', 'prescription-medications'];
  const treats = offering.conditions.filter((value) => kept(drugs, value));
  const madeFor = offering.populations.filter((value) => kept(['women', 'men'], value));
  const accepts = (asked: readonly string[] | undefined, listed: readonly string[] | null, all: readonly string[]) =>
    any(
      asked,
      (listed ?? all).filter((value) => kept(['women', 'men'], value)),
    );
  return (
    served &&
    accepts(filter.age, offering.ages, ['children', 'adolescents', 'young-adults', 'adults', 'seniors']) &&
    accepts(filter.gender, offering.genders, ['women', 'men']) &&
    any(filter.families, offering.families) &&
    any(filter.level, [offering.level]) &&
    any(family(filter.condition, conditions.terms), treats) &&
    any(filter.population, madeFor) &&
    any(family(filter.therapy, therapies.terms), offering.therapies) &&
    any(filter.payer, payersHeld) &&
    any(filter.modality, offering.modalities) &&
    any(filter.schedule, schedule?.tracks ?? []) &&
    any(filter.language, offering.languages) &&
    (filter.housing === undefined || offering.housing === filter.housing) &&
    atMost(hours ?? undefined, filter.maxHoursPerWeek) &&
    atMost(sessions, filter.maxSessionsPerWeek) &&
    atMost(schedule?.weeks?.[0], filter.maxWeeks) &&
    confirmed &&
    !(filter.accepting && (intake.state === 'full' || intake.state === 'closed'))
  );
}
