/** More pages than one search may read. */
export const MOST_PAGES = 200;

/** What would make a search smaller. */
export interface Narrowing {
  /** Fields to leave out or to widen; null where it is not by fields that one narrows. */
  readonly fields: readonly string[] | null;
  readonly radiusHelps: boolean;
}

/** A search that would read too much; nothing partial is returned. */
export class TooBroadError extends Error {
  override readonly name = 'TooBroadError';
  readonly narrowing: Narrowing;

  constructor(message: string, narrowing: Narrowing = { fields: null, radiusHelps: false }, cause?: unknown) {
    super(message, { cause });
    this.narrowing = narrowing;
  }
}
