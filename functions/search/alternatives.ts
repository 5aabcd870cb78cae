import { KM_PER_MILE } from '../geo/distance.ts';
import type { Filter } from './filter.ts';
import type { KeySet } from './key-range.ts';
import { type NearestContext, tally } from './nearest.ts';
import { packed } from './packed-center.ts';
import { MOST_PAGES, type NearQuery, type SearchResult } from './query.ts';

/** One change to a search that found little, and what the search would find with it. */
export interface Alternative {
  /** The one field to change: a wider radius in miles, or null to leave the field out. */
  readonly field: keyof Filter | 'within' | 'name';
  readonly withinMiles: number | null;
  /** Centers that the changed search finds; true up to {@link MOST_COUNTED}, or `more`. */
  readonly count: number;
  readonly more: boolean;
  /** Distance of the nearest center that the change adds. */
  readonly nearestKm: number;
}

const RADII_MILES = [10, 25, 50, 100, 250, 500] as const;
export const MOST_COUNTED = 50;

/** What narrows to certain centers, and may be dropped one by one. */
export interface Chosen {
  readonly organization: KeySet | null;
  readonly name: KeySet | null;
}

/**
 * Each single change that would find more, for a search whose first page is not full. All are counted side by side,
 * so their reads go out together: one more round trip as a rule, and at most {@link MOST_PAGES} more pages in all.
 */
export async function alternatives(
  query: NearQuery,
  result: SearchResult,
  chosen: Chosen,
  context: NearestContext,
): Promise<Alternative[]> {
  const fields = (Object.keys(query.filter) as (keyof Filter)[]).filter((field) => query.filter[field] !== undefined);
  const dropped: (keyof Filter | 'name')[] = chosen.name === null ? fields : [...fields, 'name'];
  const walks = dropped.length + (query.withinKm === null ? 0 : 1);
  if (walks === 0) return [];
  const pages = Math.floor(MOST_PAGES / walks);
  const known = new Set(result.matches.map(({ row }) => row[packed.id]));
  const [wider, ...withoutField] = await Promise.all([
    query.withinKm === null ? [] : widerRadii(query, query.withinKm, known.size, pages, context),
    ...dropped.map((field) => withoutThe(field, query, known, pages, chosen, context)),
  ]);
  return [...wider, ...withoutField.filter((alternative) => alternative !== null)];
}

async function widerRadii(
  query: NearQuery,
  withinKm: number,
  foundNow: number,
  pages: number,
  context: NearestContext,
): Promise<Alternative[]> {
  const { found, certainKm } = await tally({ ...query, withinKm: null }, MOST_COUNTED, pages, context);
  const added = found.find(({ distanceKm }) => distanceKm > withinKm);
  if (added === undefined || added.distanceKm > certainKm) return [];
  const wider: (number | null)[] = [...RADII_MILES.filter((miles) => miles * KM_PER_MILE > withinKm), null];
  return wider.flatMap((withinMiles): Alternative[] => {
    const km = withinMiles === null ? Infinity : withinMiles * KM_PER_MILE;
    const count = found.filter(({ distanceKm }) => distanceKm <= km).length;
    if (count <= foundNow) return [];
    const more = count > MOST_COUNTED || km > certainKm;
    return [{ field: 'within', withinMiles, count: Math.min(count, MOST_COUNTED), more, nearestKm: added.distanceKm }];
  });
}

async function withoutThe(
  field: keyof Filter | 'name',
  query: NearQuery,
  known: ReadonlySet<string>,
  pages: number,
  chosen: Chosen,
  context: NearestContext,
): Promise<Alternative | null> {
  const filter = { ...query.filter, ...(field === 'name' ? {} : { [field]: undefined }) };
  const only = bothOf({ ...chosen, ...(field === 'name' || field === 'organization' ? { [field]: null } : {}) });
  const { found, certainKm } = await tally({ ...query, filter }, MOST_COUNTED, pages, { ...context, only });
  const added = found.find(({ row }) => !known.has(row[packed.id]));
  if (added === undefined || added.distanceKm > certainKm) return null;
  const more = found.length > MOST_COUNTED || certainKm < Infinity;
  return {
    field,
    withinMiles: null,
    count: Math.min(found.length, MOST_COUNTED),
    more,
    nearestKm: added.distanceKm,
  };
}

export function bothOf({ organization, name }: Chosen): KeySet | null {
  return organization === null || name === null ? (organization ?? name) : organization.and(name);
}
