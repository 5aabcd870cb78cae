/** What the watch needs of the page. */
export interface Sight {
  readonly isVisible: () => boolean;
  /** @returns what ends it */
  readonly onVisible: (seen: () => void) => () => void;
}

/** What is kept current. */
export interface Watched {
  /** How long ago it was last known to be current, in milliseconds. */
  readonly ageMs: number;
  check(): Promise<void>;
}

/**
 * How often listings on the screen are checked. A denial reaches the list of files within 5 seconds, a cache may hold
 * that for 5 more, and the changed files take a moment: within a minute it is on the screen.
 */
export const CHECK_MS = 40_000;

/** Keeps what is on the screen current: checks it by time alone, as long as somebody can see it. */
export class Watch {
  readonly #watched: Watched;
  readonly #sight: Sight;
  #end: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(watched: Watched, sight: Sight) {
    this.#watched = watched;
    this.#sight = sight;
  }

  /** @param isShown Something of it is on the screen now. */
  set(isShown: boolean): void {
    if (isShown === (this.#end !== null)) return;
    if (isShown) {
      this.#end = this.#sight.onVisible(() => this.#checkNow());
      this.#later(Math.max(0, CHECK_MS - this.#watched.ageMs));
      return;
    }
    this.#end?.();
    this.#end = null;
    this.#clear();
  }

  #checkNow(): void {
    this.#clear();
    void this.#watched.check().finally(() => this.#later(CHECK_MS));
  }

  #later(ms: number): void {
    this.#clear();
    if (this.#end === null) return;
    this.#timer = setTimeout(() => {
      // Nobody looks: the page checks when it is seen again.
      if (this.#sight.isVisible()) this.#checkNow();
    }, ms);
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
