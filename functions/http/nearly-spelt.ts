import { distance } from 'fastest-levenshtein';
import { lettersOf, nameKey } from '../places/name-key.ts';
import type { Place, Places } from '../places/places.ts';
import { stateOf } from '../places/postal-states.ts';

/** How many cities of one beginning are compared. */
const MOST_COMPARED = 1_000;
/** Somebody in distress mistypes, seldom in the first letters. */
const TRUSTED_LETTERS = 2;

/**
 * Cities that a text which names none may mean, the likeliest first: what it is the beginning of, else what it nearly
 * spells.
 */
export function nearlySpelt(text: string, places: Places): readonly Place[] {
  const begun = places.suggest(text, MOST_COMPARED);
  if (begun.length > 0) return begun;
  const parsed = places.parsePlace(text);
  const name = nameKey(parsed?.name ?? text.slice(0, Math.max(0, text.lastIndexOf(','))));
  if (name.length <= TRUSTED_LETTERS) return [];
  const forgiven = Math.max(1, Math.floor(name.length / 3));
  const state = parsed?.state ?? stateOf(text.slice(text.lastIndexOf(',') + 1));
  return places
    .suggest(name.slice(0, TRUSTED_LETTERS), MOST_COMPARED)
    .filter((place) => place.kind === 'city' && (state === null || place.state === state))
    .map((place) => ({ place, off: distance(name, nameKey(lettersOf(place.label.slice(0, -', AZ'.length)))) }))
    .filter(({ off }) => off <= forgiven)
    .sort((one, other) => one.off - other.off || other.place.population - one.place.population)
    .map(({ place }) => place);
}
