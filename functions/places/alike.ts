import { editDistance } from '../domain/edit-distance.ts';
import type { PlaceKind } from './kinds.ts';
import { nameKey } from './name-key.ts';
import { likelihood } from './prior.ts';
import { firstLetters, soundOf, soundsOf } from './sounds.ts';
import type { PlaceTable } from './table.ts';

export interface Asked {
  readonly state: string | null;
  readonly kinds: ReadonlySet<PlaceKind>;
}

/**
 * Name lengths per allowed slip: one slip for each three letters. That is generous, because matches are only offered as
 * a question.
 */
const LETTERS_A_SLIP = 3;
/** Factor by which one slip is likelier than two. */
const A_SLIP = 20;
/** Least likelihood of a place whose misspelled name is recognized without a state. */
const LEAST_LIKELIHOOD = 5_000;
const SHORTEST = 3;
const INITIALS = /^[a-z]{2,4}$/;

/** Positions of places whose names look or sound like the given one, likeliest first. */
export function placesLike(table: PlaceTable, name: string, asked: Asked): readonly number[] {
  const key = nameKey(name);
  if (key.length < SHORTEST) return [];
  const isNear = slipsFrom(key);
  const found: { place: number; score: number; off: number }[] = [];
  for (const letter of firstLetters(key.charAt(0)))
    for (const { spelling, places } of candidates(table, letter, asked)) {
      const off = isNear(nameKey(spelling));
      if (off === null) continue;
      for (const { place, weight } of places) found.push({ place, off, score: weight / A_SLIP ** off });
    }
  const least = Math.min(...found.map(({ off }) => off));
  // A foreign city's name is not corrected to a similar name in the United States: Vancouver is not Vandiver.
  return found
    .filter(({ off }) => off <= least + 1)
    .sort((a, b) => b.score - a.score)
    .map(({ place }) => place);
}

const CITIES: ReadonlySet<PlaceKind> = new Set(['city'] as const);

/** Positions of cities whose words have these initials, such as "AC" in New Jersey. Likeliest first. */
export function placesWithInitials(table: PlaceTable, letters: string, state: string): readonly number[] {
  const typed = letters.toLowerCase().replace(/[.\s]/g, '');
  if (!INITIALS.test(typed)) return [];
  return [...candidates(table, typed.charAt(0), { state, kinds: CITIES })]
    .filter(({ spelling }) => initialsOf(spelling) === typed)
    .flatMap(({ places }) => places)
    .sort((a, b) => b.weight - a.weight)
    .map(({ place }) => place);
}

interface Candidate {
  readonly spelling: string;
  readonly places: readonly { readonly place: number; readonly weight: number }[];
}

/** Names that begin with this letter and belong to places of the right state and kind. Leaves out nicknames. */
function* candidates(table: PlaceTable, letter: string, { state, kinds }: Asked): Generator<Candidate> {
  for (const { filed, from, to } of table.names(letter)) {
    const places: { place: number; weight: number }[] = [];
    for (let place = from; place < to; place++) {
      const kind = table.kindAt(place);
      if (!kinds.has(kind) || (state !== null && table.stateAt(place) !== state)) continue;
      const weight = likelihood({ population: table.populationAt(place), kind, state: table.stateAt(place) });
      if (state !== null || weight >= LEAST_LIKELIHOOD) places.push({ place, weight });
    }
    if (places.length === 0) continue;
    const { spelling, isNickname } = filed();
    if (!isNickname) yield { spelling, places };
  }
}

/** Returns a function that counts the slips between a name and the typed key. It returns null if there are too many. */
function slipsFrom(key: string): (name: string) => number | null {
  const [sound, most, half] = [
    soundOf(key),
    Math.max(1, Math.floor(key.length / LETTERS_A_SLIP)),
    Math.ceil(key.length / 2),
  ];
  return (name) => {
    const off = editDistance(key, name, half);
    if (off <= 1) return off;
    // A name that sounds like the typed one counts as one slip, unless more than half of its letters differ.
    if (off <= half && soundsOf(name).includes(sound)) return 1;
    return off <= most ? off : null;
  };
}

function initialsOf(name: string): string {
  const words = name.toLowerCase().split(/[^\p{L}]+/u);
  return words.length < 2 ? '' : words.map((word) => word.charAt(0)).join('');
}
