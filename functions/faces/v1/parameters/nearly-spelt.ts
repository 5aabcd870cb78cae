import { editDistance } from '../../../domain/edit-distance.ts';
import { lettersOf, nameKey } from '../../../places/name-key.ts';
import type { Place, Places } from '../../../places/places.ts';
import { stateOf } from '../../../places/postal-states.ts';

/** How many cities of one beginning are compared. */
const MOST_COMPARED = 1_000;
/** Somebody in distress mistypes, seldom in the first letters. */
const TRUSTED_LETTERS = 2;
const MOST_WORDS = 12;

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
  const near = places
    .suggest(name.slice(0, TRUSTED_LETTERS), MOST_COMPARED)
    .filter((place) => place.kind === 'city' && (state === null || place.state === state))
    .map((place) => ({ place, off: slipsBetween(name, place, forgiven) }))
    .filter(({ off }) => off <= forgiven)
    .sort((one, other) => one.off - other.off || other.place.population - one.place.population);
  const [best] = near;
  if (best === undefined) return placesAtEnd(text, places);
  // Whoever nearly wrote Vancouver did not mean Vandiver.
  return near.filter(({ off }) => off <= best.off + 1).map(({ place }) => place);
}

const slipsBetween = (name: string, { label }: Place, most: number): number =>
  editDistance(name, nameKey(lettersOf(label.slice(0, -', AZ'.length))), most);

/** "Downtown Phoenix", "123 Main St, Phoenix, AZ": what its last words name. */
function placesAtEnd(text: string, places: Places): readonly Place[] {
  const words = text.trim().split(/\s+/);
  for (let from = 1; from < Math.min(words.length, MOST_WORDS); from++) {
    const rest = words.slice(from).join(' ');
    const parsed = places.parsePlace(rest);
    if (parsed === null || nameKey(parsed.name) === '' || stateOf(rest) !== null) continue;
    const found = places.cities(parsed.name, parsed.state ?? undefined);
    if (found.length > 0) return found;
  }
  return [];
}
