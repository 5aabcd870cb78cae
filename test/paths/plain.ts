import type { Level } from '../../functions/domain/level-of-care.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { distanceKm } from '../../functions/geo/distance.ts';
import type { Point } from '../../functions/geo/point.ts';
import { plainVerdict } from '../support/kleene.ts';

export interface PlainQuery {
  readonly origin: Point;
  readonly levels: readonly Level[];
  readonly payer: string | null;
  readonly limit: number;
  readonly withUnknown: boolean;
}

/** A path in a form that both sides share: ids in order, and whole micrometers. */
export interface PlainPath {
  readonly ids: readonly string[];
  readonly micrometers: number;
}

export interface PlainStop {
  readonly id: string;
  readonly point: Point;
}

/** The centers that may be a stop at each level: every record is judged by its words. */
export function plainLists(
  records: readonly CenterRecord[],
  { levels, payer, withUnknown }: PlainQuery,
  now: number,
): PlainStop[][] {
  return levels.map((level) =>
    records.flatMap((record) => {
      const filter = { level: [level], ...(payer === null ? {} : { payer: [payer] }) };
      const { kind } = plainVerdict(record, filter, now);
      const isWanted = kind === 'listed' || (withUnknown && kind === 'unknown');
      return isWanted ? [{ id: record.center.id, point: record.center.location }] : [];
    }),
  );
}

/** Tries every combination: for few records only. */
export function everyPath(origin: Point, lists: readonly (readonly PlainStop[])[], limit: number): PlainPath[] {
  let paths: (PlainPath & { readonly at: Point })[] = [{ ids: [], micrometers: 0, at: origin }];
  for (const list of lists) {
    paths = paths.flatMap((path) =>
      list.map(({ id, point }) => {
        const micrometers = path.micrometers + Math.round(distanceKm(path.at, point) * 1e9);
        return { ids: [...path.ids, id], micrometers, at: point };
      }),
    );
  }
  return paths
    .sort(shortestFirst)
    .slice(0, limit)
    .map(({ ids, micrometers }) => ({ ids, micrometers }));
}

/**
 * For many records: measures every pair of centers at successive levels, and keeps the `limit` shortest ways to each
 * center. Uses no index, bound or page.
 */
export function plainPaths(origin: Point, lists: readonly (readonly PlainStop[])[], limit: number): PlainPath[] {
  let ways: { readonly at: Point; readonly best: readonly PlainPath[] }[] = [
    { at: origin, best: [{ ids: [], micrometers: 0 }] },
  ];
  for (const list of lists) {
    ways = list.map(({ id, point }) => {
      let best: PlainPath[] = [];
      for (const way of ways) {
        const leg = Math.round(distanceKm(way.at, point) * 1e9);
        const last = best[limit - 1];
        const longer = way.best
          .filter(({ micrometers }) => last === undefined || micrometers + leg <= last.micrometers)
          .map(({ ids, micrometers }) => ({ ids: [...ids, id], micrometers: micrometers + leg }));
        if (longer.length > 0) best = [...best, ...longer].sort(shortestFirst).slice(0, limit);
      }
      return { at: point, best };
    });
  }
  return ways
    .flatMap(({ best }) => best)
    .sort(shortestFirst)
    .slice(0, limit);
}

function shortestFirst(a: PlainPath, b: PlainPath): number {
  const differing = a.ids.findIndex((id, index) => id !== b.ids[index]);
  const byId = differing < 0 ? 0 : (a.ids[differing] ?? '') < (b.ids[differing] ?? '') ? -1 : 1;
  return a.micrometers - b.micrometers || byId;
}
