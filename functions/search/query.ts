import type { State } from '../domain/state.ts';
import type { Point } from '../geo/point.ts';
import type { Filter } from './filter.ts';
import type { PackedCenter, PackedOffering } from './packed-center.ts';

/** A search from a point, nearest first. */
export interface NearQuery {
  readonly origin: Point;
  /** Only centers within this distance, the edge included; null is however far. */
  readonly withinKm: number | null;
  readonly filter: Filter;
  readonly limit: number;
}

/** A search of one state: containment, ordered by city, name, id. */
export interface StateQuery {
  readonly state: State;
  readonly filter: Filter;
  readonly limit: number;
}

export interface Match {
  readonly row: PackedCenter;
  /** The offerings that matched. */
  readonly offerings: readonly PackedOffering[];
  /** Unrounded; null where there is no origin to measure from. */
  readonly distanceKm: number | null;
}

export interface SearchResult {
  readonly matches: readonly Match[];
  /**
   * Centers that would match but whose sources cannot say, within the radius if there is one, else no farther
   * than the last match. True unless `more`: then there are at least so many.
   */
  readonly unknown: { readonly count: number; readonly more: boolean };
}

/** More pages than one search may read. */
export const MOST_PAGES = 200;

/** A search that would read too much; nothing partial is returned. */
export class TooBroadError extends Error {
  override readonly name = 'TooBroadError';
}
