/**
 * One token for everything that a visitor can start and that ends later: a search, a page more, a location. Whatever
 * begins last is what they want, so beginning ends all that came before.
 */
export class Turn {
  #controller = new AbortController();

  /** @returns Aborted as soon as something else begins. */
  begin(): AbortSignal {
    this.end();
    this.#controller = new AbortController();
    return this.#controller.signal;
  }

  end(): void {
    this.#controller.abort();
  }
}
