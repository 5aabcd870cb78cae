import { isAmbiguous } from './ambiguity.ts';
import { nameKey } from './name-key.ts';
import type { StoredPlace, TableRows } from './table-rows.ts';

/** Positions, among the names of an excerpt, of those that alone may mean a place outside of it. */
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
  const byKey = Map.groupBy(
    all.names.flatMap(({ text, places }) => places.map((place) => ({ key: keyOf(text), place }))),
    ({ key }) => key,
  );
  const isTaken = (text: string, isCounty: boolean): boolean => {
    const everywhere = (byKey.get(keyOf(text)) ?? []).map(({ place }) => place);
    const ofKind = everywhere.filter((place) => place.isCounty === isCounty);
    const here = ofKind.filter(({ state }) => states.has(state));
    if (here.length === 0 || here.length === ofKind.length) return false;
    const meant = meantBy(ofKind);
    return meant === null || meant !== meantBy(here);
  };
  const positions = (isCounty: boolean): number[] =>
    names.flatMap(({ text }, at) => (isTaken(text, isCounty) ? [at] : []));
  return { city: positions(false), county: positions(true) };
}

/** The place that a name without a state means; null if it has to be asked back. */
function meantBy(places: readonly StoredPlace[]): StoredPlace | null {
  if (isAmbiguous(places)) return null;
  const [largest] = places.toSorted((a, b) => b.population - a.population);
  return largest ?? null;
}

/** @param text A name as stored: an alias is `alias\tlabel`. */
export const keyOf = (text: string): string => nameKey(text.split('\t', 1)[0] ?? '');
