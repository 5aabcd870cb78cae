import { keysBegun, lettersOf, nameKey } from './name-key.ts';
import { statesStarting } from './postal-states.ts';
import type { PlaceTable } from './table.ts';

/** Longer than any label; what follows cannot change an answer. */
const LONGEST_TEXT = 100;
const LONGEST_STATE_WORDS = 3;

type Matches = readonly { readonly from: number; readonly to: number; readonly states: ReadonlySet<string> | null }[];

/**
 * Positions of the cities that a typed text may mean, larger first, equal ones in the order of the table.
 * At most `limit`, each once. "phoenix, a" is a whole name and a state begun; "phoenix a" may also be a name begun.
 */
export function suggestCities(table: PlaceTable, text: string, limit: number): readonly number[] {
  const best: { place: number; population: number }[] = [];
  const seen = new Set<number>();
  for (const { from, to, states } of matching(table, text.slice(0, LONGEST_TEXT))) {
    for (let place = from; place < to; place++) {
      const population = table.populationAt(place);
      if (best.length === limit && population < (best.at(-1)?.population ?? 0)) continue;
      if (table.isCountyAt(place)) continue;
      if (seen.has(place) || (states !== null && !states.has(table.stateAt(place)))) continue;
      seen.add(place);
      let at = best.length;
      while (at > 0 && isBefore({ place, population }, best[at - 1])) at--;
      best.splice(at, 0, { place, population });
      if (best.length > limit) best.pop();
    }
  }
  return best.map(({ place }) => place);
}

type Ranked = { readonly place: number; readonly population: number };
const isBefore = (a: Ranked, b: Ranked | undefined): boolean =>
  b === undefined || a.population > b.population || (a.population === b.population && a.place < b.place);

function matching(table: PlaceTable, text: string): Matches {
  const whole = (name: string, state: string): Matches => {
    const key = nameKey(name);
    if (key === '') return [];
    const [from, to] = table.placeRange(key, 'whole');
    return from === to ? [] : [{ from, to, states: statesStarting(state) }];
  };
  const comma = text.lastIndexOf(',');
  if (comma >= 0) return whole(text.slice(0, comma), text.slice(comma + 1));
  const begun = keysBegun(text).map((key) => {
    const [from, to] = table.placeRange(key, 'beginning');
    return { from, to, states: null };
  });
  const words = text.trim().split(/\s+/);
  const split: Matches[] = [];
  for (let count = 1; count <= Math.min(LONGEST_STATE_WORDS, words.length - 1); count++) {
    const state = words.slice(-count).join(' ');
    if (lettersOf(state) !== '') split.push(whole(words.slice(0, -count).join(' '), state));
  }
  return [...begun, ...split.flat()];
}
