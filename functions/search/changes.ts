import { KM_PER_MILE } from '../geo/distance.ts';
import type { Filter } from './filter.ts';
import type { SearchResult } from './query.ts';

// Changes to a search that may find more, with counts. Used by alternatives.ts, which reads pages, and by
// devices, which scan every row.

/** One change to a search that found little, and what the search would find with it. */
export interface Alternative {
  /** The one field to change: a wider radius in miles, or null to leave the field out. */
  readonly field: keyof Filter | 'within' | 'name';
  readonly withinMiles: number | null;
  /** Centers that the changed search finds; true up to {@link MOST_COUNTED}, or `more`. */
  readonly count: number;
  readonly more: boolean;
  /** Distance of the nearest center that the change adds; null if there is no origin to measure from. */
  readonly nearestKm: number | null;
}

/** A page of results; a first page that is not full also has the changes that would find more. */
export type Answer = SearchResult & {
  readonly alternatives: readonly Alternative[];
  /** True if words that may be a name were read as one. */
  readonly isNamed?: true;
};

/** A field that can be left out. */
export type Changed = keyof Filter | 'name';

/** Distances that a changed search finds. */
export interface Distances {
  /** Ascending; at most one more than {@link MOST_COUNTED}. */
  readonly foundKm: readonly number[];
  /** No match missing from `foundKm` is nearer than this. */
  readonly certainKm: number;
}

const RADII_MILES = [10, 25, 50, 100, 250, 500] as const;
export const MOST_COUNTED = 50;

/** True if the first page has room left and the caller asked what would fill it. */
export function isShort(
  query: { limit: number; after?: unknown; withAlternatives?: boolean },
  { matches }: SearchResult,
): boolean {
  return query.withAlternatives === true && (query.after ?? null) === null && matches.length < query.limit;
}

/** The fields that narrow a search, each of which may be left out. */
export function droppable(filter: Filter, hasName: boolean): Changed[] {
  const fields = (Object.keys(filter) as (keyof Filter)[]).filter((field) => filter[field] !== undefined);
  return hasName ? [...fields, 'name'] : fields;
}

export function withoutField(filter: Filter, field: Changed): Filter {
  return field === 'name' ? filter : { ...filter, [field]: undefined };
}

/** The next wider radii that would find more, and then any distance. */
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

/** The first found distance that is not known. Both lists ascend, and the found distances include all known ones. */
function firstAdded(foundKm: readonly number[], knownKm: readonly number[]): number | undefined {
  return foundKm.find((km, index) => km !== knownKm[index]);
}

/** Leaves out a field of a search without an origin; null if that finds no more. */
export function droppedWithoutOrigin(
  field: Changed,
  changed: { readonly count: number; readonly more: boolean },
  foundNow: number,
): Alternative | null {
  return changed.count > foundNow ? { field, withinMiles: null, ...changed, nearestKm: null } : null;
}
