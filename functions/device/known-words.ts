/**
 * Number of letters at the end of a word by which words are grouped. A misspelled word shares at least these with the
 * right one (search/names/repairs.ts).
 */
const LEAST_END = 2;

/**
 * All words in the names of a dataset, sorted, so that words with a given beginning or end are found by binary search.
 */
export class KnownWords {
  readonly #words: readonly string[];
  /** At each position, the number of rows that have one of the words before it. */
  readonly #rowsBefore: readonly number[];
  readonly #byEnd: ReadonlyMap<string, readonly string[]>;

  /** @param counts Number of rows that have each word. */
  constructor(counts: ReadonlyMap<string, number>) {
    this.#words = [...counts.keys()].sort();
    const before = [0];
    const byEnd = new Map<string, string[]>();
    for (const word of this.#words) {
      before.push((before.at(-1) ?? 0) + (counts.get(word) ?? 0));
      const end = word.slice(-LEAST_END);
      const others = byEnd.get(end);
      if (others === undefined) byEnd.set(end, [word]);
      else others.push(word);
    }
    this.#rowsBefore = before;
    this.#byEnd = byEnd;
  }

  /** The known words that begin with this text. */
  beginning(start: string): readonly string[] {
    return this.#words.slice(...this.#range(start));
  }

  /** Number of rows with a word that begins with this text. A row counts once for each such word. */
  rowsBeginning(start: string): number {
    const [from, to] = this.#range(start);
    return (this.#rowsBefore[to] ?? 0) - (this.#rowsBefore[from] ?? 0);
  }

  /**
   * Known words that share the first or the last letters of the given word. May also return a few others.
   * @param letters Number of letters, at least 2.
   */
  sharing(word: string, letters: number): readonly string[] {
    return [...this.beginning(word.slice(0, letters)), ...(this.#byEnd.get(word.slice(-LEAST_END)) ?? [])];
  }

  #range(start: string): [from: number, to: number] {
    const from = this.#firstFrom((word) => word >= start);
    return [from, this.#firstFrom((word) => word >= start && !word.startsWith(start))];
  }

  /** First position of a word for which the condition is true. The condition must also be true for all later words. */
  #firstFrom(isReached: (word: string) => boolean): number {
    let [from, to] = [0, this.#words.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (isReached(this.#words[middle] ?? '')) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
