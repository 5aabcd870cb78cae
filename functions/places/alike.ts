import { editDistance } from '../domain/edit-distance.ts';
import type { PlaceKind } from './kinds.ts';
import { nameKey } from './name-key.ts';
import { likelihood } from './prior.ts';
import { firstLetters, soundOf, soundsOf } from './sounds.ts';
import type { PlaceTable } from './table.ts';

/** A name of a place, ready to be compared. */
interface Spelled {
  readonly key: string;
  readonly sounds: readonly string[];
  /** The first letters of its words; empty for a name of one word. */
  readonly initials: string;
  readonly place: number;
  readonly state: string;
  readonly kind: PlaceKind;
  readonly likelihood: number;
}

export interface Asked {
  readonly state: string | null;
  readonly kinds: ReadonlySet<PlaceKind>;
}

/** One wrong letter of three is forgiven: what is found is asked back, never taken. */
const LETTERS_A_SLIP = 3;
/** How much likelier one slip is than two. */
const A_SLIP = 20;
/** Without a state nobody's misspelling is a hamlet. */
const LEAST_LIKELIHOOD = 5_000;
const SHORTEST = 3;
const INITIALS = /^[a-z]{2,4}$/;

/** Finds what a misspelt name is nearest to. Names are read letter by letter of the alphabet, when first asked for. */
export class AlikeIndex {
  readonly #table: PlaceTable;
  readonly #letters = new Map<string, readonly Spelled[]>();

  constructor(table: PlaceTable) {
    this.#table = table;
  }

  /** Positions of places whose names look or sound like the given one, the likeliest first. */
  like(name: string, { state, kinds }: Asked): readonly number[] {
    const key = nameKey(name);
    if (key.length < SHORTEST) return [];
    const [sound, most] = [soundOf(key), Math.max(1, Math.floor(key.length / LETTERS_A_SLIP))];
    const found: { place: number; score: number; off: number }[] = [];
    for (const letter of firstLetters(key.charAt(0)))
      for (const one of this.#from(letter)) {
        if (!kinds.has(one.kind) || !isWithin(one, state)) continue;
        const off = slipsBetween(key, one, sound, most);
        if (off <= most) found.push({ place: one.place, off, score: one.likelihood / A_SLIP ** off });
      }
    const least = Math.min(...found.map(({ off }) => off));
    // Whoever nearly wrote Vancouver did not mean Vandiver.
    return found
      .filter(({ off }) => off <= least + 1)
      .sort((a, b) => b.score - a.score)
      .map(({ place }) => place);
  }

  /** Positions of cities of several words that begin with these letters, "AC" in New Jersey; the likeliest first. */
  withInitials(letters: string, state: string): readonly number[] {
    const typed = letters.toLowerCase().replace(/[.\s]/g, '');
    if (!INITIALS.test(typed)) return [];
    return this.#from(typed.charAt(0))
      .filter((one) => one.initials === typed && one.state === state && one.kind === 'city')
      .sort((a, b) => b.likelihood - a.likelihood)
      .map(({ place }) => place);
  }

  #from(letter: string): readonly Spelled[] {
    let names = this.#letters.get(letter);
    if (names === undefined) {
      names = this.#read(letter);
      this.#letters.set(letter, names);
    }
    return names;
  }

  #read(letter: string): readonly Spelled[] {
    const table = this.#table;
    const names: Spelled[] = [];
    for (const { filed, from, to } of table.names(letter)) {
      const { spelling, isNickname } = filed();
      if (isNickname) continue;
      const key = nameKey(spelling);
      const [sounds, initials] = [soundsOf(key), initialsOf(spelling)];
      for (let place = from; place < to; place++) {
        const [population, kind, state] = [table.populationAt(place), table.kindAt(place), table.stateAt(place)];
        const weight = likelihood({ population, kind, state });
        names.push({ key, sounds, initials, place, state, kind, likelihood: weight });
      }
    }
    return names;
  }
}

const isWithin = (one: Spelled, state: string | null): boolean =>
  state === null ? one.likelihood >= LEAST_LIKELIHOOD : one.state === state;

function slipsBetween(key: string, one: Spelled, sound: string, most: number): number {
  const off = editDistance(key, one.key, most);
  if (off <= 1 || !one.sounds.includes(sound)) return off;
  // What sounds the same counts as one slip, unless nearly all of the vowels differ too.
  const half = Math.ceil(key.length / 2);
  return editDistance(key, one.key, half) <= half ? 1 : off;
}

function initialsOf(name: string): string {
  const words = name.toLowerCase().split(/[^\p{L}]+/u);
  return words.length < 2 ? '' : words.map((word) => word.charAt(0)).join('');
}
