import type { KeySet } from '../dataset/read/key-range.ts';
import { MOST_PAGES } from '../dataset/read/too-broad.ts';
import { KM_PER_MILE } from '../geo/distance.ts';
import type { Filter } from './filter.ts';
import { type NearestContext, type Tally, tally } from './nearest.ts';
import type { Match, SearchResult } from './query.ts';
import type { Reach } from './reach.ts';

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
export type Answer = SearchResult & { readonly alternatives: readonly Alternative[] };

const RADII_MILES = [10, 25, 50, 100, 250, 500] as const;
export const MOST_COUNTED = 50;
/** Items of the budget that are reserved for directory nodes above the pages. */
const NODES_KEPT_FREE = 40;

/** Keys of the centers that an organization or a name admits. An alternative may drop either one. */
export interface Chosen {
  readonly organization: KeySet | null;
  readonly name: KeySet | null;
}

/** The parts of a search that determine what it would find after a change. */
export interface Changeable {
  readonly reach: Reach;
  readonly withinKm: number | null;
  readonly filter: Filter;
  readonly withUnknown?: boolean;
}

/**
 * Each single change that would find more, for a search whose first page is not full. The changes are counted side by
 * side and share their reads: usually one more round trip, and at most {@link MOST_PAGES} more pages in total.
 */
export async function alternatives(
  query: Changeable,
  matches: readonly Match[],
  chosen: Chosen,
  context: NearestContext,
): Promise<Alternative[]> {
  const dropped = droppable(query.filter, chosen.name !== null);
  const walks = dropped.length + (query.withinKm === null ? 0 : 1);
  if (walks === 0) return [];
  const knownKm = matches.map(({ distanceKm }) => distanceKm ?? 0);
  const counts: Count[] = dropped.map((field) => (pages) => tallyWithout(field, query, pages, chosen, context));
  if (query.withinKm !== null) {
    counts.unshift((pages) => tally({ ...query, withinKm: null }, query.reach, MOST_COUNTED, pages, context));
  }
  // Pages left in the search's own budget, minus the reserve for directory nodes.
  const pages = Math.max(0, Math.min(MOST_PAGES, context.reader.left - NODES_KEPT_FREE));
  const tallies = await sharing(pages, counts);
  const wider = query.withinKm === null ? [] : widerRadii(query.withinKm, knownKm, tallies.shift());
  const withoutField = dropped.map((field, at) => withoutThe(field, knownKm, tallies[at]));
  return [...wider, ...withoutField.filter((alternative) => alternative !== null)];
}

/** Counts as far as the given number of pages allows. */
export type Count = (pages: number) => Promise<Tally>;

/**
 * Runs the counts side by side, each with an equal share of the pages. Pages that some do not use are divided among
 * the counts that ran short, which then start over; pages that the container has read are cached.
 */
export async function sharing(pages: number, counts: readonly Count[]): Promise<Tally[]> {
  const part = Math.floor(pages / counts.length);
  const tallies = await Promise.all(counts.map((count) => count(part)));
  const isShort = ({ foundKm, certainKm }: Tally) => certainKm < Infinity && foundKm.length <= MOST_COUNTED;
  const short = tallies.filter(isShort).length;
  const spare = pages - tallies.reduce((sum, tallied) => sum + tallied.pages, 0);
  if (short === 0 || spare < short) return tallies;
  const more = part + Math.floor(spare / short);
  return Promise.all(
    tallies.map((tallied, at) => (isShort(tallied) ? (counts[at]?.(more) ?? tallied) : Promise.resolve(tallied))),
  );
}

/** Like alternatives, for a search without an origin: fields can only be left out. @param count Counts up to `most`. */
export async function alternativesWithoutOrigin(
  query: { readonly filter: Filter; readonly name?: string | null },
  foundNow: number,
  count: (filter: Filter, name: string | null, most: number) => Promise<{ count: number; more: boolean }>,
): Promise<Alternative[]> {
  const { filter, name = null } = query;
  const counted = await Promise.all(
    droppable(filter, name !== null).map(async (field): Promise<Alternative | null> => {
      const changed = await count(withoutField(filter, field), field === 'name' ? null : name, MOST_COUNTED);
      return changed.count > foundNow ? { field, withinMiles: null, ...changed, nearestKm: null } : null;
    }),
  );
  return counted.filter((alternative) => alternative !== null);
}

function droppable(filter: Filter, hasName: boolean): (keyof Filter | 'name')[] {
  const fields = (Object.keys(filter) as (keyof Filter)[]).filter((field) => filter[field] !== undefined);
  return hasName ? [...fields, 'name'] : fields;
}

function withoutField(filter: Filter, field: keyof Filter | 'name'): Filter {
  return field === 'name' ? filter : { ...filter, [field]: undefined };
}

function widerRadii(withinKm: number, knownKm: readonly number[], tallied: Tally | undefined): Alternative[] {
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

function tallyWithout(
  field: keyof Filter | 'name',
  query: Changeable,
  pages: number,
  chosen: Chosen,
  context: NearestContext,
): Promise<Tally> {
  const filter = withoutField(query.filter, field);
  const only = bothOf({ ...chosen, ...(field === 'name' || field === 'organization' ? { [field]: null } : {}) });
  return tally({ ...query, filter }, query.reach, MOST_COUNTED, pages, { ...context, only });
}

function withoutThe(
  field: keyof Filter | 'name',
  knownKm: readonly number[],
  tallied: Tally | undefined,
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

export function bothOf({ organization, name }: Chosen): KeySet | null {
  return organization === null || name === null ? (organization ?? name) : organization.and(name);
}
