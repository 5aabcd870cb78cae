import { hash } from 'node:crypto';

/**
 * What a withdrawn center leaves behind: a hash of its id, so that no import brings it back and nothing in the table
 * says which center it was.
 */
export const digestOfCenter = (center: string): string => hash('sha256', `purged ${center}`, 'base64url').slice(0, 22);

/** Ids of withdrawn centers, known by their digests only. */
export class Purged {
  readonly #digests: ReadonlySet<string>;

  constructor(digests: Iterable<string> = []) {
    this.#digests = new Set(digests);
  }

  has(center: string): boolean {
    return this.#digests.size > 0 && this.#digests.has(digestOfCenter(center));
  }
}
