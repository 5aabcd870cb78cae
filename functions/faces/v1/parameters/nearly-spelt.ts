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
 * beginning of, what it nearly spells, else what its last words name.
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
    () => placesAtEnd(parsed, places),
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

/** "Old Phoenix", "123 Main St, Phoenix, AZ": what the last words of the name are, in its state. */
function placesAtEnd(parsed: PlaceName | null, places: Places): readonly Place[] {
  if (parsed === null) return [];
  const words = parsed.name.trim().split(/\s+/);
  for (let from = 1; from < Math.min(words.length, MOST_WORDS); from++) {
    const name = words.slice(from).join(' ');
    if (nameKey(name) === '' || (parsed.state === null && stateOf(name) !== null)) continue;
    const found = places.cities(name, parsed.state ?? undefined);
    if (found.length > 0) return found;
  }
  return [];
}
