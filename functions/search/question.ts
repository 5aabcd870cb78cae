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

/** The end of the previous page: a distance and an id for a search near a point, otherwise the last center's key. */
export type Position = DistancePosition | string;

/**
 * Where the next page begins: a dataset, the search it belongs to, and the last result's place in its order. It needs
 * no protection from forgery, because a caller could request all of it directly.
 */
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
  /** Words that have no other meaning. A name if a nearby center matches (names/meant.ts); otherwise ignored. */
  readonly perhapsName?: string | null;
  readonly limit: number;
  readonly after: Position | null;
  /** True to include centers in doubt. */
  readonly withUnknown?: boolean;
  /** False to skip counting the centers in doubt. */
  readonly countUnknown?: boolean;
  readonly withAlternatives?: boolean;
}

/** The position after which the next page begins, if this match is the last of its page. */
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

/** True if the question accepts a radius and has none yet, so adding one would make it smaller. */
export const radiusHelps = ({ where }: Pick<Question, 'where'>): boolean =>
  (where.kind === 'near' || where.kind === 'cell') && where.withinKm === null;
