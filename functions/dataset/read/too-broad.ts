/** More pages than one search may read. */
export const MOST_PAGES = 200;

/** A search that would read too much; nothing partial is returned. */
export class TooBroadError extends Error {
  override readonly name = 'TooBroadError';
}
