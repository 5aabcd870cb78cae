import { nameKey } from '../../../places/name-key.ts';
import type { Place, PlaceName, Places } from '../../../places/places.ts';
import { stateOf } from '../../../places/postal-states.ts';
import { namesOfLandmark } from '../../../places/weak-words.ts';

/** More are never shown. */
const MOST = 40;
const MOST_WORDS = 12;
const COUNTY = /\s(?:county|cnty|parish|borough)\b/i;

/**
 * Places that a text which names none may mean, the likeliest first: where the landmark of a name is, what the text is the
 * beginning of, what it nearly spells, else what its last or first words name.
 */
export function nearlySpelt(text: string, places: Places): readonly Place[] {
  const parsed = places.parsePlace(text) ?? beforeComma(text);
  const landmarks = namesOfLandmark(text);
  for (const name of landmarks) {
    const found = foundAs(name, places);
    if (found.length > 0) return found;
  }
  const alike = (): readonly Place[] =>
    parsed === null || nameKey(parsed.name) === '' ? [] : places.alike(parsed, MOST);
  const guesses = [
    () => (COUNTY.test(text) || isInitials(parsed) ? alike() : []),
    () => places.suggest(text, MOST),
    alike,
    () => landmarks.flatMap((name) => places.suggest(name, MOST)),
    () => placesAtEnds(places.parsePlace(landmarks[0] ?? text) ?? parsed, places),
  ];
  for (const guess of guesses) {
    const found = guess();
    if (found.length > 0) return found;
  }
  return [];
}

/** "AC new jersey" */
const isInitials = (parsed: PlaceName | null): boolean =>
  parsed !== null && parsed.state !== null && nameKey(parsed.name).length <= 3;

/** What is before a comma that no state follows. */
function beforeComma(text: string): PlaceName | null {
  const comma = text.lastIndexOf(',');
  return comma <= 0 ? null : { name: text.slice(0, comma), state: stateOf(text.slice(comma + 1)) };
}

function foundAs(text: string, places: Places): readonly Place[] {
  const parsed = places.parsePlace(text);
  return parsed === null || nameKey(parsed.name) === '' ? [] : places.named(parsed.name, parsed.state ?? undefined);
}

/** "Old Phoenix", "123 Main St, Phoenix, AZ", "whiteriver apache offices": what the last or first words are, in the state. */
function placesAtEnds(parsed: PlaceName | null, places: Places): readonly Place[] {
  if (parsed === null) return [];
  const words = parsed.name.trim().split(/\s+/).slice(0, MOST_WORDS);
  const shorter = words.slice(1).map((_, at) => at + 1);
  const names = [
    ...shorter.map((from) => words.slice(from).join(' ')),
    ...shorter.toReversed().map((to) => words.slice(0, to).join(' ')),
  ];
  for (const name of names) {
    if (nameKey(name) === '' || (parsed.state === null && stateOf(name) !== null)) continue;
    const found = places.cities(name, parsed.state ?? undefined);
    if (found.length > 0) return found;
  }
  return [];
}
