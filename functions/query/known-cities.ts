import { editDistance } from '../domain/edit-distance.ts';
import { nameKey } from '../places/name-key.ts';
import { isAmbiguous, type Place, type Places } from '../places/places.ts';
import { slipsAllowed } from './slips.ts';

/**
 * Most cities considered per first letter: those of more than some 15,000 people. A misspelling seldom means a hamlet.
 */
const EACH_LETTER = 700;

interface Known {
  readonly key: string;
  readonly place: Place;
}

const known = new WeakMap<Places, Map<string, readonly Known[]>>();

/** The larger cities that begin with a letter. Cached by letter. */
function citiesFrom(places: Places, letter: string): readonly Known[] {
  const letters = known.get(places) ?? new Map<string, readonly Known[]>();
  known.set(places, letters);
  const ready = letters.get(letter);
  if (ready !== undefined) return ready;
  const found = places
    .suggest(letter, EACH_LETTER)
    .filter(({ kind }) => kind === 'city')
    .map((place) => ({ key: nameKey(cityName(place)), place }));
  letters.set(letter, found);
  return found;
}

/** The place's own name: the part of its label before the first comma. */
export const cityName = (place: Place): string => place.label.slice(0, place.label.indexOf(','));

/**
 * The cities that a misspelled name may mean, larger first. Empty if several different names are equally close.
 * Considers only the larger cities with the same first letter.
 * @param leastPeople Least population of a city that may be guessed.
 */
export function misspelledCity(
  name: string,
  places: Places,
  { state, leastPeople }: { state: string | null; leastPeople: number },
): readonly Place[] {
  // If the table has only some states, the name may be a correctly spelled town in another state.
  if (state === null && places.states !== null) return [];
  const key = nameKey(name);
  const most = slipsAllowed(key.length);
  if (most === 0) return [];
  let nearest: Known[] = [];
  let steps = most;
  for (const city of citiesFrom(places, key.charAt(0))) {
    if (city.place.population < leastPeople || (state !== null && city.place.state !== state)) continue;
    const apart = editDistance(key, city.key, Math.min(steps, slipsAllowed(city.key.length)));
    if (apart > steps || apart > slipsAllowed(city.key.length)) continue;
    if (apart < steps) nearest = [];
    steps = apart;
    nearest.push(city);
  }
  const cities = nearest.map(({ place }) => place);
  const [first] = nearest;
  if (first === undefined) return [];
  // Several cities with one name, such as "Jackson", are all returned. Different names are ambiguous unless one city is
  // far larger.
  return nearest.every(({ key: other }) => other === first.key) || !isAmbiguous(cities) ? cities : [];
}
