import { nameKey } from './name-key.ts';
import { likelihood } from './prior.ts';
import type { PlaceTable } from './table.ts';

/** Nobody's misspelling is a hamlet: towns of 2,000 people in a state with centers, of 20,000 elsewhere. */
const LEAST_LIKELIHOOD = 20_000;
/** Shorter beginnings are one step from too many names. */
export const SHORTEST_SLIP = 4;

/** The likelier names of a table, read when first asked for, to find one by letters of which one is wrong. */
export class SlipIndex {
  readonly #table: PlaceTable;
  #entries: readonly { readonly key: string; readonly place: number }[] | undefined;

  constructor(table: PlaceTable) {
    this.#table = table;
  }

  /**
   * Positions of places whose key begins, or is, the given letters after one was added, left out, replaced or swapped with
   * its neighbor. The letters as they are do not count.
   */
  near(key: string, isWhole: boolean): readonly number[] {
    this.#entries ??= this.#read();
    const found: number[] = [];
    for (const { key: name, place } of this.#entries) if (isOneSlip(key, name, isWhole)) found.push(place);
    return found;
  }

  #read() {
    const table = this.#table;
    const entries: { key: string; place: number }[] = [];
    for (const { spelling, from, to } of table.names()) {
      const likely = Array.from({ length: to - from }, (_, at) => from + at).filter((place) => {
        const [population, kind, state] = [table.populationAt(place), table.kindAt(place), table.stateAt(place)];
        return likelihood({ population, kind, state }) >= LEAST_LIKELIHOOD;
      });
      const key = likely.length === 0 ? '' : nameKey(spelling());
      for (const place of likely) entries.push({ key, place });
    }
    return entries;
  }
}

/** Whether the typed letters are one slip away from the name, or from a beginning of it. */
export function isOneSlip(typed: string, name: string, isWhole: boolean): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === name[same]) same++;
  if (same === typed.length) return false;
  // Nearly every name differs in the next letters too.
  const [typedNext, nameNext] = [typed[same + 1], name[same + 1]];
  if (same + 1 < typed.length && typedNext !== nameNext && typedNext !== name[same] && typed[same] !== nameNext)
    return false;
  const fits = (rest: string, from: number): boolean =>
    isWhole ? name.slice(from) === rest : name.startsWith(rest, from);
  // Replaced; one too many; left out; swapped.
  if (fits(typed.slice(same + 1), same + 1) || fits(typed.slice(same + 1), same) || fits(typed.slice(same), same + 1))
    return same < name.length;
  return typed[same] === name[same + 1] && typed[same + 1] === name[same] && fits(typed.slice(same + 2), same + 2);
}
