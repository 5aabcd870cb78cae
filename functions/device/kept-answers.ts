/** Keeps the latest results of a function in memory, because typing asks for the same parts of a text at every key. */
export class KeptAnswers<Answer> {
  readonly #answers = new Map<string, Answer>();
  readonly #most: number;

  /** @param most Results to keep. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Returns the kept result, or computes it. What `compute` throws is thrown and not kept. */
  get(key: string, compute: () => Answer): Answer {
    const kept = this.#answers.get(key);
    if (kept !== undefined || this.#answers.has(key)) {
      // Now the latest again: a Map lists its keys in the order in which they were set.
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
