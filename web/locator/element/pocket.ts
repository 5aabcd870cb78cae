/**
 * What a pocket file gives to the finder. The file contains the listings itself, so it makes no requests, and cannot
 * learn about changes.
 */
export interface Pocket {
  /** Answers the locator's URLs from the file: `/v1/states`, `/v1/taxonomy`, `/v1/dataset` and the dataset's files. */
  readonly fetch: typeof fetch;
  /** The day of the listings, `2026-11-29`. */
  readonly asOf: string;
  /** Website with a page for each center, without a closing slash; null if there is none. */
  readonly site: string | null;
}
