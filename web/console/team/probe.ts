/** Milliseconds between checks whether the API answers again, while nothing else sends requests. */
const PROBE_MS = 15_000;

export interface ProbeOptions {
  readonly site: string;
  readonly fetch: typeof fetch;
  /** Runs a function after so many milliseconds. @returns a function that cancels it */
  readonly later: (run: () => void, ms: number) => () => void;
  readonly answered: () => void;
}

/** While the API does not answer, checks every 15 seconds whether it does again. */
export class Probe {
  readonly #options: ProbeOptions;
  #isOffline = false;
  #stop: (() => void) | null = null;

  constructor(options: ProbeOptions) {
    this.#options = options;
  }

  /**
   * Starts or stops the checks.
   * @param isOffline True if the API does not answer.
   */
  watch(isOffline: boolean): void {
    this.#isOffline = isOffline;
    if (isOffline) this.#stop ??= this.#options.later(() => void this.ask(), PROBE_MS);
    else this.#cancel();
  }

  /** Checks at once. */
  async ask(): Promise<void> {
    const { site, fetch, answered } = this.#options;
    this.#cancel();
    try {
      const answer = await fetch(`${site}/v1/health`, { cache: 'no-store', credentials: 'omit' });
      await answer.body?.cancel();
      if (answer.ok) return answered();
    } catch (error) {
      // fetch throws a TypeError if there is no answer.
      if (!(error instanceof TypeError)) throw error;
    }
    this.watch(this.#isOffline);
  }

  #cancel(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
