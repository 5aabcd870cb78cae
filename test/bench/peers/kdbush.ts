import { around } from 'geokdbush';
import KDBush from 'kdbush';
import type { Meter } from '../../../functions/dataset/dataset-reader.ts';
import { type PackedCenter, packed } from '../../../functions/dataset/packed-center.ts';
import { distanceKm } from '../../../functions/geo/distance.ts';
import { compileFilter } from '../../../functions/search/filter.ts';
import type { Locator } from '../../../functions/search/locator.ts';
import { doubtOf, judge, type Verdict } from '../../../functions/search/match.ts';
import type { NearQuery } from '../../../functions/search/query.ts';
import type { Question } from '../../../functions/search/question.ts';
import { MOST_UNKNOWN, type Unknown, unknownOf } from '../../../functions/search/unknown.ts';

type NearAnswer = Awaited<ReturnType<Locator['near']>>;

/** Results of kdbush in the form that our search gives to the handler. */
export interface Found {
  readonly matches: readonly { row: PackedCenter; offerings: Exclude<Verdict, string>; distanceKm: number }[];
  readonly unknown: Unknown;
}

/**
 * Holds all centers in memory in kdbush and geokdbush, and filters them with our search's own filter. Counts the
 * centers in doubt as our search does, so that the work is the same.
 */
export function kdbushSearch(rows: readonly PackedCenter[], now: number): (query: NearQuery) => Found {
  const index = new KDBush(rows.length);
  for (const row of rows) index.add(row[packed.lng], row[packed.lat]);
  index.finish();

  return ({ origin, withinKm, filter, limit }) => {
    const compiled = compileFilter(filter, now);
    const verdicts = new Map<number, Verdict>();
    const verdictOf = (at: number): Verdict => {
      const row = rows[at];
      const verdict = verdicts.get(at) ?? (row === undefined ? 'no' : judge(row, compiled));
      verdicts.set(at, verdict);
      return verdict;
    };
    const nearest = (most: number, km: number | null, wanted: (verdict: Verdict) => boolean): number[] =>
      around(index, origin.lng, origin.lat, most, km ?? undefined, (at) => wanted(verdictOf(at)));
    const matches = nearest(limit, withinKm, (verdict) => typeof verdict !== 'string').flatMap((at) => {
      const [row, offerings] = [rows[at], verdictOf(at)];
      if (row === undefined || typeof offerings === 'string') return [];
      return [{ row, offerings, distanceKm: distanceKm(origin, { lat: row[packed.lat], lng: row[packed.lng] }) }];
    });
    // geokdbush does not order centers at the same point by id, so they are sorted here.
    matches.sort((a, b) => a.distanceKm - b.distanceKm || (a.row[packed.id] < b.row[packed.id] ? -1 : 1));
    const doubtful = nearest(MOST_UNKNOWN + 1, withinKm, (verdict) => verdict === 'unknown');
    const asks = doubtful.flatMap((at) => (rows[at] === undefined ? [] : [doubtOf(rows[at], compiled).ask]));
    return { matches, unknown: unknownOf(asks, false) };
  };
}

/**
 * Puts kdbush into our handler in place of our search. It copies the other parts of an answer from a real one, so they
 * cost no time.
 */
export function kdbushLocator(rows: readonly PackedCenter[], real: Locator, example: NearAnswer, now: number): Locator {
  const search = kdbushSearch(rows, now);
  const [exampleMatch] = example.answer.matches;
  const answer = async (question: Question, meter: Meter): Promise<NearAnswer> => {
    const { where, filter, limit } = question;
    if (where.kind !== 'near') throw new Error('this peer finds what is near a point only');
    const { head, summary } = await real.overview(meter);
    const { matches, unknown } = search({ origin: where.origin, withinKm: where.withinKm, filter, limit });
    return {
      ...example,
      head,
      summary,
      answer: {
        ...example.answer,
        matches: matches.map((match) => ({
          ...exampleMatch,
          ...match,
          certainty: 'listed' as const,
          ask: [],
          farthestKm: match.distanceKm,
        })),
        unknown,
      },
    };
  };
  return { answer, glimpse: (meter: Meter) => real.glimpse(meter) } as unknown as Locator;
}
