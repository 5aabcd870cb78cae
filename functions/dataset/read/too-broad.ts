/** Largest number of pages that one search may read. */
export const MOST_PAGES = 200;

/** How a person can make a search smaller. */
export interface Narrowing {
  /** Fields to leave out or to widen; null if no field would make this kind of search smaller. */
  readonly fields: readonly string[] | null;
  readonly radiusHelps: boolean;
}

/** The search would have to read too many pages. No partial result is returned. */
export class TooBroadError extends Error {
  override readonly name = 'TooBroadError';
  readonly narrowing: Narrowing;

  constructor(message: string, narrowing: Narrowing = { fields: null, radiusHelps: false }, cause?: unknown) {
    super(message, { cause });
    this.narrowing = narrowing;
  }
}
