/** Caches the latest results of a function. After each key press, mostly the same parts of a text are read again. */
export class KeptAnswers<Answer> {
  readonly #answers = new Map<string, Answer>();
  readonly #most: number;

  /** @param most Number of results to keep. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Returns the cached result, or computes it. An error of `compute` is thrown and not cached. */
  get(key: string, compute: () => Answer): Answer {
    const kept = this.#answers.get(key);
    if (kept !== undefined || this.#answers.has(key)) {
      // Moves the result to the end. A Map lists its keys in the order of insertion, so the oldest results come first.
      this.#answers.delete(key);
      this.#answers.set(key, kept as Answer);
      return kept as Answer;
    }
    const answer = compute();
    this.#answers.set(key, answer);
    if (this.#answers.size > this.#most) this.#answers.delete(this.#answers.keys().next().value ?? '');
    return answer;
  }
}
