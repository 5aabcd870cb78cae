import { nameKey } from '../../../places/name-key.ts';
import type { Place, PlaceName, Places } from '../../../places/places.ts';
import { stateOf } from '../../../places/postal-states.ts';
import { namesOfLandmark } from '../../../places/weak-words.ts';

/** Maximum number of suggested places. */
const MOST = 40;
const MOST_WORDS = 12;
const LONGEST_INITIALS = 3;
const COUNTY = /\s(?:county|cnty|parish|borough)\b/i;
/** A text that ends like this names a town: "yakama city" is not the reservation with a similar name. */
const TOWN = /\s(?:city|town|village)\s*$/i;

/**
 * Guesses which places a text may mean when it names none exactly, likeliest first. Tries in order: the place of a
 * landmark, places that begin with the text, places with a similar spelling, and the text's first or last words.
 */
export function nearlySpelled(text: string, places: Places): readonly Place[] {
  const name = nameIn(text, places);
  const landmarks = namesOfLandmark(text);
  const guesses = [
    ...landmarks.map((landmark) => () => aroundLandmark(landmark, TOWN.test(text), places)),
    () => (COUNTY.test(text) || isInitials(name) ? alike(name, places) : []),
    () => places.suggest(text, MOST),
    () => alike(name, places),
    () => landmarks.flatMap((landmark) => places.suggest(landmark, MOST)),
    () => placesAtEnds(nameIn(landmarks[0] ?? text, places), places),
  ];
  for (const guess of guesses) {
    const found = guess();
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The place name in a text, to look it up; null if there is none. Ignores the part after a comma if it is not a state.
 */
function nameIn(text: string, places: Places): PlaceName | null {
  const comma = text.lastIndexOf(',');
  const parsed =
    places.parsePlace(text) ??
    (comma <= 0 ? null : { name: text.slice(0, comma), state: stateOf(text.slice(comma + 1)) });
  return parsed === null || nameKey(parsed.name) === '' ? null : parsed;
}

/** A city's initials with a state, such as "AC new jersey". */
const isInitials = (name: PlaceName | null): boolean =>
  name !== null && name.state !== null && nameKey(name.name).length <= LONGEST_INITIALS;

const alike = (name: PlaceName | null, places: Places): readonly Place[] =>
  name === null ? [] : places.alike(name, MOST);

function aroundLandmark(text: string, isTown: boolean, places: Places): readonly Place[] {
  const name = nameIn(text, places);
  const found = name === null ? [] : places.named(name.name, name.state ?? undefined);
  return isTown ? [...found, ...alike(name, places)].filter(({ kind }) => kind === 'city') : found;
}

/** Finds places by the first or last words: "Old Phoenix", "123 Main St, Phoenix, AZ", "whiteriver apache offices". */
function placesAtEnds(name: PlaceName | null, places: Places): readonly Place[] {
  if (name === null) return [];
  const words = name.name.trim().split(/\s+/).slice(0, MOST_WORDS);
  const counts = words.slice(1).map((_, at) => at + 1);
  const parts = [
    ...counts.map((from) => words.slice(from).join(' ')),
    ...counts.toReversed().map((to) => words.slice(0, to).join(' ')),
  ];
  for (const part of parts) {
    if (nameKey(part) === '' || (name.state === null && stateOf(part) !== null)) continue;
    const found = places.cities(part, name.state ?? undefined);
    if (found.length > 0) return found;
  }
  return [];
}
