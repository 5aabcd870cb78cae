import type { PackedCenter, PackedOffering } from '../dataset/packed-center.ts';
import type { FieldName } from '../domain/fields.ts';
import type { State } from '../domain/state.ts';
import type { Point } from '../geo/point.ts';
import type { Filter } from './filter.ts';
import type { Certainty, Wanted } from './match.ts';
import type { NameTest } from './names/name-test.ts';
import type { Unknown } from './unknown.ts';

/** Properties that every kind of search has. */
interface Narrowed {
  readonly filter: Filter;
  /** The typed name of a center (names/score.ts). Null to search without a name. */
  readonly name?: string | null;
  /** A test that one of the center's own names must pass. */
  readonly nameTest?: NameTest | null;
  /**
   * Words of the query that have no other meaning. They are a name if a nearby center matches them (names/meant.ts);
   * otherwise they are ignored.
   */
  readonly perhapsName?: string | null;
  readonly limit: number;
  /** True to include centers in doubt: those that may match, but whose sources cannot tell. */
  readonly withUnknown?: boolean;
  /** False to skip counting the centers in doubt. */
  readonly countUnknown?: boolean;
  /** True to suggest changes that would find more, if the first page is not full. */
  readonly withAlternatives?: boolean;
}

/**
 * Position of the last result of a page: the next page begins after it. `km` is rounded to steps of 1e-9 km; results at
 * the same distance are sorted by id.
 */
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
  /** Only centers within this distance of at least one point of the cell. */
  readonly withinKm: number | null;
}

/** A search for centers in one state, ordered by city, name and id. */
export interface StateQuery extends Narrowed {
  readonly state: State;
  /** Key of the last center on the previous page; null for a first page. */
  readonly after?: string | null;
}

/** A search by name alone. Best match first, ties by name and id. */
export interface NameQuery extends Narrowed {
  readonly name: string;
  readonly after?: string | null;
}

/** Whether a search wants only certain matches, or also centers in doubt. */
export const wantedBy = ({ withUnknown }: Pick<Narrowed, 'withUnknown'>): Wanted =>
  withUnknown === true ? 'any' : 'listed';

export interface Match {
  readonly row: PackedCenter;
  /** `unknown` if the center's sources cannot tell whether it matches. */
  readonly certainty: Certainty;
  /** The fields to ask the center about; empty if it matches for certain. */
  readonly ask: readonly FieldName[];
  /** The offerings that matched, or that may match; empty if the level itself is unknown. */
  readonly offerings: readonly PackedOffering[];
  /**
   * Distance for comparison (geo/distance.ts). From a cell, the smallest possible one. Null if the search has no
   * origin.
   */
  readonly distanceKm: number | null;
  /** From a cell, the largest possible distance; otherwise equal to `distanceKm`. */
  readonly farthestKm: number | null;
  /** Sort key of the result, in a search without an origin. */
  readonly key?: string;
}

export interface SearchResult {
  readonly matches: readonly Match[];
  /** True if more matches follow this page, or if that could not be ruled out. */
  readonly more: boolean;
  /** Number of centers in doubt in the whole search (within the radius if there is one), on every page. */
  readonly unknown: Unknown;
}
