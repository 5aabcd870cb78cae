import type { Latest, Upload } from './upload.ts';

/** Remembers the newest upload that was or is being published. */
export interface Line {
  /** @returns the newest upload and the S3 tag of its record; null if nothing was published yet */
  latest(): Promise<{ readonly latest: Latest; readonly tag: string } | null>;
  /**
   * Replaces the record of the newest upload.
   * @returns false without writing if the record no longer has this tag
   */
  putLatest(latest: Latest, tag: string | null): Promise<boolean>;
}

/** A later upload replaced this one. */
export class SupersededError extends Error {
  override readonly name = 'SupersededError';
  readonly later: Latest;

  constructor(later: Latest) {
    super('a later upload replaced it');
    this.later = later;
  }
}

/** After losing this many races against other uploads, the function fails, and Lambda retries it. */
const MOST_TRIES = 20;

/**
 * Makes an upload the newest one. Several may be published at a time; this keeps an older one from replacing a newer
 * one. Must be called after HEAD was read and before it is moved: either the older upload finds the newer one here, or
 * its HEAD is outdated.
 * @throws SupersededError if a newer upload was recorded
 */
export async function takeTurn({ key, uploadedAt }: Pick<Upload, 'key' | 'uploadedAt'>, line: Line): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await line.latest();
    if (found && Date.parse(found.latest.uploadedAt) > uploadedAt) throw new SupersededError(found.latest);
    const own = { key, uploadedAt: new Date(uploadedAt).toISOString() };
    if (found?.latest.key === own.key && found.latest.uploadedAt === own.uploadedAt) return;
    if (await line.putLatest(own, found?.tag ?? null)) return;
  }
  throw new Error('too many uploads at a time');
}
