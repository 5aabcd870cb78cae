import { editDistance } from '../domain/edit-distance.ts';
import { nameKey } from '../places/name-key.ts';
import { isAmbiguous, type Place, type Places } from '../places/places.ts';
import { slipsAllowed } from './slips.ts';

/** Number of cities per first letter, down to towns of some 15,000 people. A misspelling seldom means a hamlet. */
const EACH_LETTER = 700;

interface Known {
  readonly key: string;
  readonly place: Place;
}

const known = new WeakMap<Places, Map<string, readonly Known[]>>();

/** The larger cities that begin with a letter, read once for each letter that is asked for. */
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
 * The cities that a misspelled name may mean, larger first; empty if it is close to several names. Considers only
 * larger cities with the same first letter.
 * @param leastPeople Smaller cities are not guessed.
 */
export function misspelledCity(
  name: string,
  places: Places,
  { state, leastPeople }: { state: string | null; leastPeople: number },
): readonly Place[] {
  // If only some states' places are known, an apparent slip may be a correctly spelled town in another state.
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
  // "Jackson" twice is one name in two states. Two different names are ambiguous unless one city is far larger.
  return nearest.every(({ key: other }) => other === first.key) || !isAmbiguous(cities) ? cities : [];
}
