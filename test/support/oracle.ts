import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { EARTH_RADIUS_KM } from '../../functions/geo/distance.ts';
import type { Point } from '../../functions/geo/point.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { plainUnknown, plainVerdict } from './kleene.ts';

/**
 * A slow, plain answer to compare the fast one with: a scan of all records that compares lists of words, knows nothing
 * of masks, pages or boxes, and measures distance by another formula.
 */
export interface OracleAnswer {
  readonly results: readonly {
    readonly id: string;
    readonly km: number;
    readonly certainty: string;
    readonly ask: readonly string[];
    readonly offerings: readonly string[];
  }[];
  /** All matches in range, not only the first `limit`. */
  readonly total: number;
  readonly unknown: ReturnType<typeof plainUnknown>;
}

/** @param records Must not change afterwards. */
export function oracleNear(
  records: readonly CenterRecord[],
  query: { origin: Point; withinKm: number | null; filter: Filter; limit: number; withUnknown?: boolean },
  now: number,
): OracleAnswer {
  const scans = scansOf.get(records) ?? new Map<string, Scan>();
  scansOf.set(records, scans);
  const key = JSON.stringify([now, query.filter]);
  const scan = scans.get(key) ?? oracleOf(records, query.filter, now);
  scans.set(key, scan);
  for (const oldest of scans.keys()) if (scans.size > MOST_SCANS) scans.delete(oldest);
  return scan(query);
}

type Scan = (query: { origin: Point; withinKm: number | null; limit: number; withUnknown?: boolean }) => OracleAnswer;
/** Judging all records takes most of a scan's time, and many searches have the same filter. */
const scansOf = new WeakMap<readonly CenterRecord[], Map<string, Scan>>();
const MOST_SCANS = 32;

/** The same for many searches with one filter: matches are computed once, distances every time. */
export function oracleOf(records: readonly CenterRecord[], filter: Filter, now: number): Scan {
  const judged = records.flatMap(({ center }, at) => {
    const verdict = plainVerdict(records[at] as CenterRecord, filter, now);
    return verdict.kind === 'no' ? [] : [{ id: center.id, location: center.location, verdict }];
  });
  return ({ origin, withinKm, limit, withUnknown = false }) => {
    const inRange = judged
      .map(({ id, location, verdict }) => ({ id, km: angularKm(origin, location), verdict }))
      .filter(({ km }) => withinKm === null || km <= withinKm)
      .sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1));
    const wanted = inRange.filter(({ verdict }) => withUnknown || verdict.kind === 'listed');
    const results = wanted.slice(0, limit).map(({ id, km, verdict }) => ({
      id,
      km,
      certainty: verdict.kind,
      ask: verdict.ask,
      offerings: verdict.offerings.map((offering) => offering.id),
    }));
    return { results, total: wanted.length, unknown: plainUnknown(inRange.map(({ verdict }) => verdict)) };
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

/** Null if the center does not match. */
export function matchingOfferings(record: CenterRecord, filter: Filter, now: number): readonly Offering[] | null {
  const verdict = plainVerdict(record, filter, now);
  return verdict.kind === 'listed' ? verdict.offerings : null;
}

export const isUnknown = (record: CenterRecord, filter: Filter, now: number): boolean =>
  plainVerdict(record, filter, now).kind === 'unknown';
