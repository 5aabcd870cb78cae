import type { VersionKey } from '../dataset/head.ts';
import { packed } from '../dataset/packed-center.ts';
import type { State } from '../domain/state.ts';
import type { Point } from '../geo/point.ts';
import type { Filter } from './filter.ts';
import type { NameTest } from './names/name-test.ts';
import type { DistancePosition, Match } from './query.ts';
import { listingKeyOfRow, nameKeyOfRow } from './row-keys.ts';

/** Identifies a center by its id, or by the number used in identifiers of other standards. */
export type RecordKey = { readonly id: string } | { readonly number: string };

/** Where to search; this also sets the order of results. A `withinKm` of null means any distance. */
export type Where =
  | { readonly kind: 'near'; readonly origin: Point; readonly withinKm: number | null }
  | { readonly kind: 'cell'; readonly cell: string; readonly withinKm: number | null }
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'name'; readonly name: string }
  /** The centers of the organizations that the filter names. */
  | { readonly kind: 'organization' }
  | { readonly kind: 'ids'; readonly ids: readonly RecordKey[] };

/**
 * Where the previous page ended: for a search near a point, a distance and an id; otherwise the key of the last center.
 */
export type Position = DistancePosition | string;

/** Where the next page begins: the version of the dataset, and the position of the last result. */
export interface Cursor {
  readonly version: VersionKey;
  readonly after: Position;
}

/** A search for centers in the form that all faces of the API share. */
export interface Question {
  readonly where: Where;
  readonly filter: Filter;
  /** The typed name of a center (names/score.ts). Null to search without a name. */
  readonly name: string | null;
  /** A test that one of the center's own names must pass. */
  readonly nameTest?: NameTest | null;
  /**
   * Words of the query that have no other meaning. They are a name if a nearby center matches them (names/meant.ts);
   * otherwise they are ignored.
   */
  readonly perhapsName?: string | null;
  readonly limit: number;
  readonly after: Position | null;
  /** True to include centers in doubt. */
  readonly withUnknown?: boolean;
  /** False to skip counting the centers in doubt. */
  readonly countUnknown?: boolean;
  readonly withAlternatives?: boolean;
}

/** The position after which the next page begins, if this match is the last one on its page. */
export function positionAfter({ row, distanceKm, key }: Match, { kind }: Pick<Where, 'kind'>): Position {
  const id = row[packed.id];
  if (distanceKm !== null) return { km: distanceKm, id };
  if (key !== undefined) return key;
  return kind === 'state' ? listingKeyOfRow(row) : nameKeyOfRow(row);
}

/** Names of the search fields that narrow the question, without the fields that say where to search. */
export function narrowingFields({ where, filter, name }: Question): string[] {
  const fields = Object.entries(filter).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  return name === null && where.kind !== 'name' ? fields : [...fields, 'name'];
}

/** True if the question could have a radius but has none, so a radius would narrow it. */
export const radiusHelps = ({ where }: Pick<Question, 'where'>): boolean =>
  (where.kind === 'near' || where.kind === 'cell') && where.withinKm === null;
