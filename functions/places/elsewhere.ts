import { isAmbiguous } from './ambiguity.ts';
import { nameKey } from './name-key.ts';
import { filedName } from './name-text.ts';
import { byLikelihood } from './prior.ts';
import type { StoredPlace, TableRows } from './table-rows.ts';

/**
 * Names in a table of some states that, typed without a state, may mean a place in another state. Each is a position in
 * the list of names.
 */
export interface NamesElsewhere {
  readonly city: readonly number[];
  readonly county: readonly number[];
}

/**
 * Names of places in these states that, typed without a state, would be ambiguous or mean another place if all states
 * were known: "Columbus" means the one in Ohio, not in New Jersey. A device that has the places of these states only
 * must ask which one is meant.
 * @param all Rows of the whole country.
 * @param names The names of the table for these states, in its order.
 */
export function namesElsewhere(
  all: TableRows,
  names: readonly { readonly text: string }[],
  states: ReadonlySet<string>,
): NamesElsewhere {
  const entries = all.names.flatMap(({ text, places }) =>
    places.map((place) => ({ key: keyOf(text), place, needsThe: place.kind !== 'city' && /^the /i.test(text) })),
  );
  const byKey = Map.groupBy(entries, ({ key }) => key);
  const isTaken = (text: string, isCounty: boolean): boolean => {
    const ofKind = (byKey.get(keyOf(text)) ?? []).filter(({ place }) => (place.kind === 'county') === isCounty);
    // Checks the name with and without its article: "The Valley" is found only with it (find.ts), and may be a
    // different place from "Valley".
    return [ofKind, ofKind.filter(({ needsThe }) => !needsThe)].some((found) =>
      isAnother(found.map(({ place }) => place)),
    );
  };
  const isAnother = (everywhere: readonly StoredPlace[]): boolean => {
    const here = everywhere.filter(({ state }) => states.has(state));
    if (here.length === 0 || here.length === everywhere.length) return false;
    const meant = meantBy(everywhere);
    return meant === null || meant !== meantBy(here);
  };
  const positions = (isCounty: boolean): number[] =>
    names.flatMap(({ text }, at) => (isTaken(text, isCounty) ? [at] : []));
  return { city: positions(false), county: positions(true) };
}

/** The place that a name without a state means; null if the person must be asked. */
function meantBy(places: readonly StoredPlace[]): StoredPlace | null {
  if (isAmbiguous(places)) return null;
  const [likeliest] = places.toSorted(byLikelihood);
  return likeliest ?? null;
}

/** Key of a stored name. @param text The name as stored (name-text.ts). */
export const keyOf = (text: string): string => nameKey(filedName(text).spelling);
