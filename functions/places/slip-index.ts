import { nameKey } from './name-key.ts';
import { likelihood } from './prior.ts';
import type { PlaceTable } from './table.ts';

/**
 * Likelihood (prior.ts) that a place needs so that slips in its name are corrected: a town of 2,000 people in a state
 * with centers, or of 20,000 elsewhere.
 */
const LEAST_LIKELIHOOD = 20_000;
/** A place with fewer people is below the least likelihood in every state, so its name is skipped. */
const LEAST_PEOPLE = 1_000;
/** Fewest letters that are checked for a slip. Fewer letters are one slip away from too many names. */
export const SHORTEST_SLIP = 4;

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

interface Entry {
  readonly key: string;
  readonly place: number;
}

/**
 * Finds likely places whose name was typed with one slip. The names that begin with a letter are read when they are
 * first needed.
 */
export class SlipIndex {
  readonly #table: PlaceTable;
  readonly #letters = new Map<string, readonly Entry[]>();

  constructor(table: PlaceTable) {
    this.#table = table;
  }

  /**
   * Positions of places whose key begins with the given letters, or is the same, after exactly one slip: a letter
   * added, left out, replaced, or swapped with its neighbor. Considers only names that begin with one of the first two
   * letters, because few people mistype the first one. {@link nearOther} finds the others.
   */
  near(key: string, isWhole: boolean): readonly number[] {
    return this.#among([...new Set(key.slice(0, 2))], key, isWhole);
  }

  /** Like {@link near}, for a first letter that is missing or wrong. */
  nearOther(key: string, isWhole: boolean): readonly number[] {
    const others = LETTERS.filter((letter) => !key.slice(0, 2).includes(letter));
    return this.#among(others, key, isWhole);
  }

  #among(letters: readonly string[], key: string, isWhole: boolean): readonly number[] {
    const found: number[] = [];
    for (const letter of letters)
      for (const { key: name, place } of this.#from(letter)) if (isOneSlip(key, name, isWhole)) found.push(place);
    return found;
  }

  #from(letter: string): readonly Entry[] {
    let entries = this.#letters.get(letter);
    if (entries === undefined) {
      entries = this.#read(letter);
      this.#letters.set(letter, entries);
    }
    return entries;
  }

  #read(letter: string): readonly Entry[] {
    const table = this.#table;
    const entries: Entry[] = [];
    for (const { filed, from, to } of table.names(letter)) {
      const likely = Array.from({ length: to - from }, (_, at) => from + at).filter((place) => {
        const population = table.populationAt(place);
        if (population < LEAST_PEOPLE) return false;
        const [kind, state] = [table.kindAt(place), table.stateAt(place)];
        return likelihood({ population, kind, state }) >= LEAST_LIKELIHOOD;
      });
      const key = likely.length === 0 ? '' : nameKey(filed().spelling);
      for (const place of likely) entries.push({ key, place });
    }
    return entries;
  }
}

/** True if the typed letters are one slip away from the name, or from a beginning of it unless `isWhole`. */
function isOneSlip(typed: string, name: string, isWhole: boolean): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === name[same]) same++;
  if (same === typed.length) return false;
  // A quick check that rejects most names: after the first difference, one of the next letters must match.
  const [typedNext, nameNext] = [typed[same + 1], name[same + 1]];
  if (same + 1 < typed.length && typedNext !== nameNext && typedNext !== name[same] && typed[same] !== nameNext)
    return false;
  const fits = (rest: string, from: number): boolean =>
    isWhole ? name.slice(from) === rest : name.startsWith(rest, from);
  // The first line checks for a letter replaced, added or left out; the last line for two letters swapped.
  if (fits(typed.slice(same + 1), same + 1) || fits(typed.slice(same + 1), same) || fits(typed.slice(same), same + 1))
    return same < name.length;
  return typed[same] === name[same + 1] && typed[same + 1] === name[same] && fits(typed.slice(same + 2), same + 2);
}
