import type { KeySet } from '../dataset/read/key-range.ts';
import { MOST_PAGES } from '../dataset/read/too-broad.ts';
import {
  type Alternative,
  type Changed,
  droppable,
  droppedWithoutOrigin,
  MOST_COUNTED,
  widerRadii,
  withoutField,
  withoutThe,
} from './changes.ts';
import type { Filter } from './filter.ts';
import { type NearestContext, type Tally, tally } from './nearest.ts';
import type { Match } from './query.ts';
import type { Reach } from './reach.ts';

/** Items of the budget that are reserved for index nodes, because nodes must be read before pages. */
const NODES_KEPT_FREE = 40;

/**
 * Keys of the centers that belong to the requested organizations, and of those with the requested name. Null means no
 * restriction. An alternative may drop either one.
 */
export interface Chosen {
  readonly organization: KeySet | null;
  readonly name: KeySet | null;
}

/** The parts of a search that decide what it finds. An alternative changes one of them. */
export interface Changeable {
  readonly reach: Reach;
  readonly withinKm: number | null;
  readonly filter: Filter;
  readonly withUnknown?: boolean;
}

/**
 * The single changes that would find more, for a search whose first page is not full. The changes are counted in
 * parallel and share their reads: usually one more round trip, and at most {@link MOST_PAGES} more pages in total.
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
  // Number of pages that the counts may read: what the search left of its budget, minus a reserve for index nodes.
  const pages = Math.max(0, Math.min(MOST_PAGES, context.reader.left - NODES_KEPT_FREE));
  const tallies = await sharing(pages, counts);
  const wider = query.withinKm === null ? [] : widerRadii(query.withinKm, knownKm, tallies.shift());
  const withoutField = dropped.map((field, at) => withoutThe(field, knownKm, tallies[at]));
  return [...wider, ...withoutField.filter((alternative) => alternative !== null)];
}

/** Counts the centers that one changed search finds, reading at most `pages` pages. */
export type Count = (pages: number) => Promise<Tally>;

/**
 * Runs the counts in parallel, each with an equal share of the pages. Unused pages are then divided among the counts
 * that needed more. Those start over, which is cheap because the pages that they read are cached.
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

/**
 * Like alternatives, for a search without an origin: the only changes are to leave out a field.
 * @param count Counts the centers of a changed search, up to `most`.
 */
export async function alternativesWithoutOrigin(
  query: { readonly filter: Filter; readonly name?: string | null },
  foundNow: number,
  count: (filter: Filter, name: string | null, most: number) => Promise<{ count: number; more: boolean }>,
): Promise<Alternative[]> {
  const { filter, name = null } = query;
  const counted = await Promise.all(
    droppable(filter, name !== null).map(async (field): Promise<Alternative | null> => {
      const changed = await count(withoutField(filter, field), field === 'name' ? null : name, MOST_COUNTED);
      return droppedWithoutOrigin(field, changed, foundNow);
    }),
  );
  return counted.filter((alternative) => alternative !== null);
}

function tallyWithout(
  field: Changed,
  query: Changeable,
  pages: number,
  chosen: Chosen,
  context: NearestContext,
): Promise<Tally> {
  const filter = withoutField(query.filter, field);
  const only = bothOf({ ...chosen, ...(field === 'name' || field === 'organization' ? { [field]: null } : {}) });
  return tally({ ...query, filter }, query.reach, MOST_COUNTED, pages, { ...context, only });
}

export function bothOf({ organization, name }: Chosen): KeySet | null {
  return organization === null || name === null ? (organization ?? name) : organization.and(name);
}
