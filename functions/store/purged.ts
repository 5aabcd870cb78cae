import { hash } from 'node:crypto';
import type { VersionKey } from '../dataset/head.ts';
import type { VersionRecord } from './store.ts';

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

/** Withdraws centers from the table. Only an operator's command may use it. */
export interface PurgeStore {
  /** Centers that may not be published. Strongly consistent. */
  purged(): Promise<Purged>;
  /** Forbids publishing a center from now on. Twice is once. */
  markPurged(center: string): Promise<void>;
  /** Allows it again. */
  unmarkPurged(center: string): Promise<void>;
  /** Deletes everything that people added to a center, its history and its private fields. @returns how many items */
  eraseCenter(center: string): Promise<number>;
  /**
   * Puts another dataset in the place of a kept version: the same revision and date, another version.
   * @returns false, and keeps neither, if the old record was removed meanwhile
   */
  replaceVersion(old: VersionKey, next: VersionRecord): Promise<boolean>;
}
