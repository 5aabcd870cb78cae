/** A file that holds the listings itself: it asks nobody, and cannot learn of changes. */
export interface Pocket {
  /** Answers from the file what the locator would answer: `/v1/states`, `/v1/taxonomy`, `/v1/dataset` and its files. */
  readonly fetch: typeof fetch;
  /** The day of the listings, `2026-11-29`. */
  readonly asOf: string;
  /** Website with a page of each center, without a closing slash; null for none. */
  readonly site: string | null;
}
