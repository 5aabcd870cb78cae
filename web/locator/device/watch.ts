/** What the watch needs from the browser: whether the page is visible. */
export interface Sight {
  readonly isVisible: () => boolean;
  /**
   * Calls a function whenever the page becomes visible.
   * @returns a function that ends these calls
   */
  readonly onVisible: (seen: () => void) => () => void;
}

/** The listings that the watch keeps current. */
export interface Watched {
  /** Milliseconds since the listings were last known to be current. */
  readonly ageMs: number;
  check(): Promise<void>;
}

/**
 * Time between checks of shown listings. A denial reaches the list of files within 5 seconds, a cache may delay that by
 * 5 more, and the changed files take a moment: it is on the screen within a minute.
 */
export const CHECK_MS = 40_000;

/** Keeps the shown listings current: checks them at fixed times, as long as somebody can see them. */
export class Watch {
  readonly #watched: Watched;
  readonly #sight: Sight;
  #end: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(watched: Watched, sight: Sight) {
    this.#watched = watched;
    this.#sight = sight;
  }

  /**
   * Starts or stops the watch.
   * @param isShown True if results from these listings are on the screen.
   */
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
      // If the page is hidden when the timer fires, the check runs once the page is visible again.
      if (this.#sight.isVisible()) this.#checkNow();
    }, ms);
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
