import { keysBegun, lettersOf, nameKey, writtenOut } from './name-key.ts';
import type { Place } from './place.ts';
import { statesStarting } from './postal-states.ts';
import { isListed, peopleOf } from './prior.ts';
import { SHORTEST_SLIP, type SlipIndex } from './slip-index.ts';
import type { PlaceTable } from './table.ts';

/** Greatest length of a text that is read, in characters. Every label is shorter, so the rest would change nothing. */
const LONGEST_TEXT = 100;
const LONGEST_STATE_WORDS = 3;
/** Factor by which a whole name is likelier than the beginning of a longer one. */
const WHOLE = 3;
/** Factor for a county. People rarely mean one before they begin to type the word "county". */
const COUNTY = 0.01;
/** Factor for a match with one slip, compared to letters typed correctly. */
const SLIP = 0.01;
/**
 * Factor by which a place in a state with centers is likelier. Smaller than in prior.ts, because people choose from a
 * list and can correct us.
 */
const LISTED = 3;
/**
 * Factor for a region, airport or other area. Many of their names begin with "North", "Central" or a city's name, but
 * people rarely mean them.
 */
const AREA = 0.1;
const DISTRICT = 0.2;
/**
 * Share of a place's population that counts while its name is being typed: people mean an area or district less often
 * than a city.
 */
export const meantShare = (kind: Place['kind']): number =>
  kind === 'area' ? AREA : kind === 'district' ? DISTRICT : 1;
const COUNTY_BEGUN =
  /^(.*\S)\s+(?:c|co|cou|coun|count|county|cnty|par|pari|paris|parish|bor|boro|borou|boroug|borough)\.?$/i;

/** A range of table positions (`to` is exclusive), with how well its places fit the typed text. */
interface Match {
  readonly from: number;
  readonly to: number;
  readonly states: ReadonlySet<string> | null;
  readonly isCounty: boolean;
  readonly fits: number;
}

interface Ranked {
  readonly place: number;
  readonly label: string;
  readonly score: number;
}

/**
 * Positions of places for a typed text, without duplicates: likeliest first (prior.ts), ties in table order.
 * "phoenix, a" is a whole name and the beginning of a state; "phoenix a" may also be the beginning of a
 * longer name. Allows one slip.
 * @param limit Most positions to return.
 */
export function suggestedPlaces(table: PlaceTable, slips: SlipIndex, text: string, limit: number): readonly number[] {
  const best: Ranked[] = [];
  const labels = new Set<string>();
  const add = (place: number, fits: number): void => {
    const state = table.stateAt(place);
    const kind = table.kindAt(place);
    const people = peopleOf({ population: table.populationAt(place), kind }) * meantShare(kind);
    const score = fits * people * (isListed({ state }) ? LISTED : 1);
    if (best.length === limit && score <= (best.at(-1)?.score ?? 0)) return;
    const { name } = table.placeAt(place);
    const label = `${kind} ${name} ${state}`;
    const same = labels.has(label) ? best.findIndex((one) => one.label === label) : -1;
    if (same >= 0) {
      if ((best[same]?.score ?? 0) >= score) return;
      best.splice(same, 1);
    }
    let at = best.length;
    while (at > 0 && score > (best[at - 1]?.score ?? 0)) at--;
    best.splice(at, 0, { place, label, score });
    labels.add(label);
    const last = best.length > limit ? best.pop() : undefined;
    if (last !== undefined) labels.delete(last.label);
  };

  const typed = text.slice(0, LONGEST_TEXT);
  for (const { from, to, states, isCounty, fits } of matching(table, typed)) {
    for (let place = from; place < to; place++) {
      if (states !== null && !states.has(table.stateAt(place))) continue;
      const kind = table.kindAt(place);
      if (isCounty && kind !== 'county') continue;
      add(place, kind === 'county' && !isCounty ? fits * COUNTY : fits);
    }
  }
  const addSlips = (near: 'near' | 'nearOther'): void => {
    for (const { name, states } of names(typed)) {
      const key = nameKey(name);
      if (key.length < SHORTEST_SLIP) continue;
      for (const place of slips[near](key, states !== null))
        if (states === null || states.has(table.stateAt(place)))
          add(place, table.kindAt(place) === 'county' ? SLIP * COUNTY : SLIP);
    }
  };
  addSlips('near');
  if (best.length === 0) addSlips('nearOther');
  return best.map(({ place }) => place);
}

function matching(table: PlaceTable, text: string): readonly Match[] {
  const whole = (name: string, states: ReadonlySet<string> | null, isCounty: boolean, fits: number): Match[] => {
    const key = nameKey(name);
    if (key === '') return [];
    const [from, to] = table.placeRange(key, 'whole');
    return from === to ? [] : [{ from, to, states, isCounty, fits }];
  };
  const matches: Match[] = [];
  for (const { name, states } of names(text)) {
    const county = COUNTY_BEGUN.exec(name)?.[1];
    if (county !== undefined) matches.push(...whole(county, states, true, 1));
    matches.push(...whole(name, states, false, states === null ? WHOLE : 1));
    if (states !== null) continue;
    for (const key of [...keysBegun(name), ...writtenOut(name)]) {
      const [from, to] = table.placeRange(key, 'beginning');
      matches.push({ from, to, states, isCounty: false, fits: 1 });
    }
  }
  return matches;
}

/** The readings of a typed text: as a name that may be unfinished, or as a whole name and the beginning of a state. */
function names(text: string): readonly { readonly name: string; readonly states: ReadonlySet<string> | null }[] {
  const comma = text.lastIndexOf(',');
  if (comma >= 0) return [{ name: text.slice(0, comma), states: statesStarting(text.slice(comma + 1)) }];
  const words = text.trim().split(/\s+/);
  const split = Array.from({ length: Math.min(LONGEST_STATE_WORDS, words.length - 1) }, (_, at) => ({
    name: words.slice(0, -at - 1).join(' '),
    state: words.slice(-at - 1).join(' '),
  })).filter(({ state }) => lettersOf(state) !== '');
  return [{ name: text, states: null }, ...split.map(({ name, state }) => ({ name, states: statesStarting(state) }))];
}
