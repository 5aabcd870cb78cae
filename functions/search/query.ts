import type { PackedCenter, PackedOffering } from '../dataset/packed-center.ts';
import type { State } from '../domain/state.ts';
import type { Point } from '../geo/point.ts';
import type { Filter } from './filter.ts';

/** What every search has. */
interface Narrowed {
  readonly filter: Filter;
  /** Words, or beginnings of words, that a center's names must all have; null where no name is asked for. */
  readonly name?: string | null;
  readonly limit: number;
  /** Whether to look for changes that would find more, where a first page is not full. */
  readonly withAlternatives?: boolean;
}

/** Where a page of results ended: the next begins after it. Unrounded, so that ties are told apart by id alone. */
export interface DistancePosition {
  readonly km: number;
  readonly id: string;
}

/** A search from a point, nearest first. */
export interface NearQuery extends Narrowed {
  readonly origin: Point;
  /** Only centers within this distance, the edge included; null is however far. */
  readonly withinKm: number | null;
  readonly after?: DistancePosition | null;
}

/** A search from anywhere in a geohash cell: every center that is among the nearest `limit` of some point of it. */
export interface CellQuery extends Narrowed {
  readonly cell: string;
  /** Only centers within this distance of some point of the cell. */
  readonly withinKm: number | null;
}

/** A search of one state: containment, ordered by city, name, id. */
export interface StateQuery extends Narrowed {
  readonly state: State;
  /** Key of the last center of the page before. */
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
  /** Unrounded; from a cell the nearest that it can be; null where there is no origin to measure from. */
  readonly distanceKm: number | null;
  /** From a cell the farthest that it can be; else the same distance. */
  readonly farthestKm: number | null;
}

export interface SearchResult {
  readonly matches: readonly Match[];
  /** Whether more matches follow the last one. */
  readonly more: boolean;
  /**
   * Centers that would match but whose sources cannot say, within the radius if there is one, else no farther
   * than the last match. True unless `more`: then there are at least so many.
   */
  readonly unknown: { readonly count: number; readonly more: boolean };
}
