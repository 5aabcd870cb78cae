/** Largest number of pages that one search may read. */
export const MOST_PAGES = 200;

/** Ways to make a search smaller. */
export interface Narrowing {
  /** Fields to leave out or to widen; null if fields do not narrow this kind of search. */
  readonly fields: readonly string[] | null;
  readonly radiusHelps: boolean;
}

/** The search would have to read too much. It returns no partial result. */
export class TooBroadError extends Error {
  override readonly name = 'TooBroadError';
  readonly narrowing: Narrowing;

  constructor(message: string, narrowing: Narrowing = { fields: null, radiusHelps: false }, cause?: unknown) {
    super(message, { cause });
    this.narrowing = narrowing;
  }
}
