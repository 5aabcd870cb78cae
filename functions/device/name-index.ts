import { namesOf, type PackedCenter } from '../dataset/packed-center.ts';
import { isOneTypoApart, wordsOf, wordsOfName } from '../dataset/words.ts';

/** Finds centers by the words of their names, as search/by-name.ts does in a published index. */
export class NameIndex {
  readonly #rowsOf = new Map<string, PackedCenter[]>();

  constructor(rows: readonly PackedCenter[]) {
    for (const row of rows) {
      for (const word of wordsOfName(namesOf(row))) {
        const known = this.#rowsOf.get(word);
        if (known === undefined) this.#rowsOf.set(word, [row]);
        else known.push(row);
      }
    }
  }

  find(text: string): ReadonlySet<PackedCenter> {
    const [first, ...others] = wordsOf(text).map((word) => this.#withWord(word));
    if (first === undefined) return new Set();
    return new Set([...first].filter((row) => others.every((other) => other.has(row))));
  }

  /** Rows with a word that begins so. If there is none, the word is misspelled: rows with a word one typo away. */
  #withWord(word: string): ReadonlySet<PackedCenter> {
    const known = [...this.#rowsOf.keys()];
    const begun = known.filter((one) => one.startsWith(word));
    const meant = begun.length > 0 ? begun : known.filter((one) => isOneTypoApart(one, word));
    return new Set(meant.flatMap((one) => this.#rowsOf.get(one) ?? []));
  }
}
