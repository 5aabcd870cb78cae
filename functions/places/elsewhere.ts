import { isAmbiguous } from './ambiguity.ts';
import { nameKey } from './name-key.ts';
import { filedName } from './name-text.ts';
import { byLikelihood } from './prior.ts';
import type { StoredPlace, TableRows } from './table-rows.ts';

/** Positions, among the names of an excerpt, of those that may mean a place outside of it if typed without a state. */
export interface NamesElsewhere {
  readonly city: readonly number[];
  readonly county: readonly number[];
}

/**
 * Names of places in these states that, given without a state, would mean another place or be ambiguous if all states were
 * known: "Columbus" is Ohio's, not New Jersey's. A device that has the places of these states only must ask back.
 * @param all Rows of the whole country.
 * @param names The names of the excerpt, in its order.
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
    // "The Valley" is found only with its article (find.ts), and may be a different place from "Valley".
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
