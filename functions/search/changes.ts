import { KM_PER_MILE } from '../geo/distance.ts';
import type { Filter } from './filter.ts';
import type { SearchResult } from './query.ts';

// The changes to a search that may find more, with their counts. The server (alternatives.ts) counts with index and
// pages, and devices by scanning every row.

/** One change to a search that found little, and how much the search would find with it. */
export interface Alternative {
  /**
   * The one field to change. For a wider radius, `withinMiles` is the new radius; null means to leave the field out.
   */
  readonly field: keyof Filter | 'within' | 'name';
  readonly withinMiles: number | null;
  /**
   * Number of centers that the changed search finds, exact up to {@link MOST_COUNTED}. With `more`, there are more than
   * that.
   */
  readonly count: number;
  readonly more: boolean;
  /** Distance of the nearest center that the change adds; null if there is no origin to measure from. */
  readonly nearestKm: number | null;
}

/** A page of results. A first page that is not full also has the changes that would find more. */
export type Answer = SearchResult & {
  readonly alternatives: readonly Alternative[];
  /** True if the words that may be a name were used as a name. */
  readonly isNamed?: true;
};

/** The field that a change leaves out. */
export type Changed = keyof Filter | 'name';

/** Distances of the centers that a changed search finds. */
export interface Distances {
  /** Distances of the matches found, in ascending order; at most one more than {@link MOST_COUNTED}. */
  readonly foundKm: readonly number[];
  /** All matches nearer than this are in `foundKm`, unless it has its maximum length. */
  readonly certainKm: number;
}

const RADII_MILES = [10, 25, 50, 100, 250, 500] as const;
export const MOST_COUNTED = 50;

/** True if the first page is not full and the caller requested the changes that would find more. */
export function isShort(
  query: { limit: number; after?: unknown; withAlternatives?: boolean },
  { matches }: SearchResult,
): boolean {
  return query.withAlternatives === true && (query.after ?? null) === null && matches.length < query.limit;
}

/** The requested fields of a search. Each of them may be left out. */
export function droppable(filter: Filter, hasName: boolean): Changed[] {
  const fields = (Object.keys(filter) as (keyof Filter)[]).filter((field) => filter[field] !== undefined);
  return hasName ? [...fields, 'name'] : fields;
}

export function withoutField(filter: Filter, field: Changed): Filter {
  return field === 'name' ? filter : { ...filter, [field]: undefined };
}

/** The next wider radii that would find more, and finally no radius at all. */
export function widerRadii(
  withinKm: number,
  knownKm: readonly number[],
  tallied: Distances | undefined,
): Alternative[] {
  if (tallied === undefined) return [];
  const { foundKm, certainKm } = tallied;
  const nearestKm = firstAdded(foundKm, knownKm);
  if (nearestKm === undefined || nearestKm > certainKm) return [];
  const wider: (number | null)[] = [...RADII_MILES.filter((miles) => miles * KM_PER_MILE > withinKm), null];
  return wider.flatMap((withinMiles): Alternative[] => {
    const km = withinMiles === null ? Infinity : withinMiles * KM_PER_MILE;
    const count = foundKm.filter((each) => each <= km).length;
    if (count <= knownKm.length) return [];
    const more = count > MOST_COUNTED || km > certainKm;
    return [{ field: 'within', withinMiles, count: Math.min(count, MOST_COUNTED), more, nearestKm }];
  });
}

/** The change that leaves out a field; null if it would find no more. */
export function withoutThe(
  field: Changed,
  knownKm: readonly number[],
  tallied: Distances | undefined,
): Alternative | null {
  if (tallied === undefined) return null;
  const { foundKm, certainKm } = tallied;
  const nearestKm = firstAdded(foundKm, knownKm);
  if (nearestKm === undefined || nearestKm > certainKm) return null;
  const more = foundKm.length > MOST_COUNTED || certainKm < Infinity;
  return { field, withinMiles: null, count: Math.min(foundKm.length, MOST_COUNTED), more, nearestKm };
}

/**
 * The nearest distance that only the changed search found. Both lists ascend, and `foundKm` contains all of `knownKm`.
 */
function firstAdded(foundKm: readonly number[], knownKm: readonly number[]): number | undefined {
  return foundKm.find((km, index) => km !== knownKm[index]);
}

/** The change that leaves out this field, for a search without an origin; null if it would find no more. */
export function droppedWithoutOrigin(
  field: Changed,
  changed: { readonly count: number; readonly more: boolean },
  foundNow: number,
): Alternative | null {
  return changed.count > foundNow ? { field, withinMiles: null, ...changed, nearestKm: null } : null;
}
