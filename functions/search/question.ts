import { nameKeyOf } from '../dataset/keys.ts';
import { packed } from '../dataset/packed-center.ts';
import type { State } from '../domain/state.ts';
import type { Point } from '../geo/point.ts';
import type { Filter } from './filter.ts';
import { listingKeyOfRow } from './listing.ts';
import type { DistancePosition, Match } from './query.ts';

/** Names a center by its id, or by the number that identifiers of other standards carry. */
export type RecordKey = { readonly id: string } | { readonly number: string };

/** Where to look, which also says in what order. A `withinKm` of null is however far. */
export type Where =
  | { readonly kind: 'near'; readonly origin: Point; readonly withinKm: number | null }
  | { readonly kind: 'cell'; readonly cell: string; readonly withinKm: number | null }
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'name'; readonly name: string }
  /** The centers of the organizations that the filter names. */
  | { readonly kind: 'organization' }
  | { readonly kind: 'ids'; readonly ids: readonly RecordKey[] };

/** Where the page before ended: a distance and an id near a point, else the key of its last center. */
export type Position = DistancePosition | string;

/** A search for centers, whoever asks and in whatever form. */
export interface Question {
  readonly where: Where;
  readonly filter: Filter;
  /** Words that a center's names must all have; null where no name is asked for. */
  readonly name: string | null;
  readonly limit: number;
  readonly after: Position | null;
  readonly withAlternatives?: boolean;
}

/** Where the page that ends with a match ends. */
export function positionAfter({ row, distanceKm }: Match, { kind }: Pick<Where, 'kind'>): Position {
  const id = row[packed.id];
  if (distanceKm !== null) return { km: distanceKm, id };
  return kind === 'state' ? listingKeyOfRow(row) : nameKeyOf(row[packed.name], id);
}

/** The fields that narrow a question, by the names of the search fields; those of its place are not among them. */
export function narrowingFields({ where, filter, name }: Question): string[] {
  const fields = Object.entries(filter).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  return name === null && where.kind !== 'name' ? fields : [...fields, 'name'];
}

/** Whether a radius would make the question smaller. */
export const radiusHelps = ({ where }: Pick<Question, 'where'>): boolean =>
  (where.kind === 'near' || where.kind === 'cell') && where.withinKm === null;
