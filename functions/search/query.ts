import type { PackedCenter, PackedOffering } from '../dataset/packed-center.ts';
import type { State } from '../domain/state.ts';
import type { Point } from '../geo/point.ts';
import type { Filter } from './filter.ts';

/** Members that every kind of search has. */
interface Narrowed {
  readonly filter: Filter;
  /** Words or prefixes that a center's names must all contain; null if the search names no name. */
  readonly name?: string | null;
  readonly limit: number;
  /** True to suggest changes that would find more, if the first page is not full. */
  readonly withAlternatives?: boolean;
}

/** The last result of a page; the next page begins after it. `km` is unrounded, so only exact ties compare by id. */
export interface DistancePosition {
  readonly km: number;
  readonly id: string;
}

/** A search from a point, nearest first. */
export interface NearQuery extends Narrowed {
  readonly origin: Point;
  /** Only centers at most this far away; null means any distance. */
  readonly withinKm: number | null;
  readonly after?: DistancePosition | null;
}

/** A search from an unknown point of a geohash cell: finds every center among the nearest `limit` of any such point. */
export interface CellQuery extends Narrowed {
  readonly cell: string;
  /** Only centers within this distance of some point of the cell. */
  readonly withinKm: number | null;
}

/** A search for centers in one state, ordered by city, name and id. */
export interface StateQuery extends Narrowed {
  readonly state: State;
  /** Key of the last center on the previous page. */
  readonly after?: string | null;
}

/** A search by name alone, ordered by name and id. */
export interface NameQuery extends Narrowed {
  readonly name: string;
  readonly after?: string | null;
}

export interface Match {
  readonly row: PackedCenter;
  /** The offerings that matched. */
  readonly offerings: readonly PackedOffering[];
  /** Unrounded; from a cell, the least possible distance; null if there is no origin to measure from. */
  readonly distanceKm: number | null;
  /** From a cell, the greatest possible distance; otherwise equal to distanceKm. */
  readonly farthestKm: number | null;
}

export interface SearchResult {
  readonly matches: readonly Match[];
  /** True if more matches follow the last one, or if that could not be ruled out. */
  readonly more: boolean;
  /**
   * Centers that may match, but whose sources cannot tell: those within the radius or, without one, no farther than the
   * last match. `count` is exact unless `more` is true; then it is a lower bound.
   */
  readonly unknown: { readonly count: number; readonly more: boolean };
}
