import { type PackedCenter, packed } from '../../../functions/dataset/packed-center.ts';
import { distanceKm } from '../../../functions/geo/distance.ts';
import type { Point } from '../../../functions/geo/point.ts';
import { compileFilter, type Filter } from '../../../functions/search/filter.ts';
import { judge } from '../../../functions/search/match.ts';

export interface PeerQuery {
  readonly origin: Point;
  readonly withinKm: number | null;
  readonly filter: Filter;
  readonly limit: number;
}

interface PeerAnswer {
  readonly ids: readonly string[];
  readonly requests: number;
  readonly readUnits: number;
}

/** Another method to answer the same searches of the same centers. */
export type Peer = (query: PeerQuery) => Promise<PeerAnswer>;

/**
 * A center as a peer's item stores it. It is as compact as in our items, so that long property names cost no peer more.
 */
export const storedRow = (row: PackedCenter): string => JSON.stringify(row);

/** Filters and sorts rows in code and returns the nearest. Peers that read more rows than the answer has need this. */
export function nearestOf(
  rows: Iterable<PackedCenter>,
  { origin, withinKm, filter, limit }: PeerQuery,
  now: number,
): string[] {
  const compiled = compileFilter(filter, now);
  const found: { id: string; km: number }[] = [];
  for (const row of rows) {
    const km = distanceKm(origin, { lat: row[packed.lat], lng: row[packed.lng] });
    if (withinKm !== null && km > withinKm) continue;
    const verdict = judge(row, compiled);
    if (verdict !== 'no' && verdict !== 'unknown') found.push({ id: row[packed.id], km });
  }
  found.sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1));
  return found.slice(0, limit).map(({ id }) => id);
}

export function inChunks<T>(list: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
