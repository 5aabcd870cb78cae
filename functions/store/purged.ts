import { hash } from 'node:crypto';
import type { FormerId } from '../domain/former-id.ts';

/**
 * The remainder of a withdrawn center: a hash of its id, so that no import brings it back and nothing in the table says
 * which center it was.
 */
export const digestOfCenter = (center: string): string => hash('sha256', `purged ${center}`, 'base64url').slice(0, 22);

/** Ids of withdrawn centers. Only digests of the ids are known. */
export class Purged {
  readonly #digests: ReadonlySet<string>;

  constructor(digests: Iterable<string> = []) {
    this.#digests = new Set(digests);
  }

  has(center: string): boolean {
    return this.#digests.size > 0 && this.#digests.has(digestOfCenter(center));
  }

  /**
   * Adds the ids that withdrawn centers got later. If an import renames or merges a withdrawn center, its address would
   * otherwise be published again under the other id.
   */
  following(former: readonly FormerId[]): Purged {
    if (this.#digests.size === 0) return this;
    const digests = new Set(this.#digests);
    for (;;) {
      const found = former.flatMap(({ id, now }) => {
        if (now === null || !digests.has(digestOfCenter(id))) return [];
        const digest = digestOfCenter(now);
        return digests.has(digest) ? [] : [digest];
      });
      if (found.length === 0) return new Purged(digests);
      for (const digest of found) digests.add(digest);
    }
  }

  /** Leaves out former ids of withdrawn centers, and former ids that lead to one. */
  without(former: readonly FormerId[]): FormerId[] {
    return former.filter(({ id, now }) => !this.has(id) && !(now !== null && this.has(now)));
  }
}
