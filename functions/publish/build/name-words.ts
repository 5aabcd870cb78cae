import { wordsOfName } from '../../dataset/words.ts';

/** Which center has which words in its names: a pair of numbers for each, since a million centers have six million. */
export class NameWords {
  readonly #numbers = new Map<string, number>();
  #pairs = new Uint32Array(2 * 1024);
  #length = 0;
  #centers = 0;

  /** The names of the next center. */
  add(names: string): void {
    for (const word of wordsOfName(names)) {
      const number = this.#numbers.get(word) ?? this.#numbers.size;
      this.#numbers.set(word, number);
      if (this.#length === this.#pairs.length) {
        const grown = new Uint32Array(this.#pairs.length * 2);
        grown.set(this.#pairs);
        this.#pairs = grown;
      }
      this.#pairs[this.#length] = number;
      this.#pairs[this.#length + 1] = this.#centers;
      this.#length += 2;
    }
    this.#centers += 1;
  }

  words(): string[] {
    return [...this.#numbers.keys()];
  }

  /**
   * Every pair by word, then by the center's place in an order.
   * @param order Numbers of the centers, as they were added, in that order.
   */
  sortedBy(order: Uint32Array): { readonly count: number; readonly at: (position: number) => [string, number] } {
    const words = this.words().sort();
    const wordPlaces = new Uint32Array(words.length);
    for (const [place, word] of words.entries()) wordPlaces[this.#numbers.get(word) ?? 0] = place;
    const centerPlaces = new Uint32Array(this.#centers);
    for (const [place, center] of order.entries()) centerPlaces[center] = place;
    // One number a pair, exact below 2^53, so that the engine's own sort of numbers does it.
    const pairs = new Float64Array(this.#length / 2);
    for (let at = 0; at < pairs.length; at += 1) {
      const word = wordPlaces[this.#pairs[2 * at] ?? 0] ?? 0;
      const center = centerPlaces[this.#pairs[2 * at + 1] ?? 0] ?? 0;
      pairs[at] = word * this.#centers + center;
    }
    pairs.sort();
    return {
      count: pairs.length,
      at: (position) => {
        const pair = pairs[position] ?? 0;
        const word = Math.floor(pair / this.#centers);
        return [words[word] ?? '', order[pair - word * this.#centers] ?? 0];
      },
    };
  }
}
