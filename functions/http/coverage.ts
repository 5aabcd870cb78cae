import { stateNameOf } from '../places/postal-states.ts';

/** Which states have centers, and whether the search starts in one of them. */
export interface Coverage {
  /** Postal codes of the states that have centers, sorted. */
  readonly states: readonly string[];
  readonly origin: { readonly state: string | null; readonly listed: boolean };
}

/** Number of centers in each state. */
export interface Counts {
  readonly byState: Readonly<Record<string, { readonly centers: number }>>;
}

/**
 * Finds out the coverage for a search, from the counts that every search reads anyway.
 * @param state Postal code of the state where the search starts; null outside of all states.
 */
export function coverageOf(state: string | null, { byState }: Counts): Coverage {
  const states = Object.entries(byState)
    .flatMap(([code, { centers }]) => (centers > 0 ? [code] : []))
    .sort();
  return { states, origin: { state, listed: state !== null && states.includes(state) } };
}

/**
 * Says that the search starts outside of the listed states; null if it starts inside.
 * @param nearestMiles Miles to the nearest center found; null if none was found, or on a later page.
 */
export function outsideText({ states, origin }: Coverage, nearestMiles: number | null): string | null {
  if (origin.listed) return null;
  const where = origin.state === null ? 'outside of the United States' : `in ${stateNameOf(origin.state)}`;
  const listed = states.length === 0 ? 'no state' : states.join(', ');
  const nearest = nearestMiles === null ? '' : `; the nearest is ${milesText(nearestMiles)} away`;
  return `No listed centers ${where}. We list centers in ${listed}${nearest}.`;
}

/** A distance for people: whole miles from ten miles on, tenths below. */
function milesText(miles: number): string {
  const rounded = miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles);
  return `${rounded.toLocaleString('en-US')} ${rounded === 1 ? 'mile' : 'miles'}`;
}

/**
 * Miles to the nearest center found: the nearest result or, without results, the nearest that a wider radius would
 * find.
 */
export function nearestMilesOf({
  query,
  results,
  alternatives = [],
}: {
  readonly query: { readonly cursor?: unknown };
  readonly results: readonly {
    readonly distance?: { readonly miles: number } | { readonly minMiles: number } | undefined;
  }[];
  readonly alternatives?: readonly {
    readonly change: Readonly<Record<string, string | null>>;
    readonly nearestMiles: number | null;
  }[];
}): number | null {
  if (query.cursor !== undefined) return null;
  const distance = results[0]?.distance;
  if (distance !== undefined) return 'miles' in distance ? distance.miles : null;
  return alternatives.find(({ change }) => 'within' in change)?.nearestMiles ?? null;
}
