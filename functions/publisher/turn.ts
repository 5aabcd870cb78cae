import type { Latest, Upload } from './upload.ts';

/** Where the newest upload that is being published, or was, is written down. */
export interface Line {
  /** @returns null where nothing was published yet; `tag` names this very state. */
  latest(): Promise<{ readonly latest: Latest; readonly tag: string } | null>;
  /** @returns false, having written nothing, where the state is another than `tag` by now. */
  putLatest(latest: Latest, tag: string | null): Promise<boolean>;
}

/** A later upload took the place of this one. */
export class SupersededError extends Error {
  override readonly name = 'SupersededError';
  readonly later: Latest;

  constructor(later: Latest) {
    super('a later upload took its place');
    this.later = later;
  }
}

/** Tries that lose against other uploads before it is a failure, which Lambda repeats. */
const MOST_TRIES = 20;

/**
 * Makes an upload the newest one. Several may be published at a time, and this keeps an older one from replacing a newer
 * one, if it is called after HEAD was read and before it is moved: whoever moved HEAD first had
 * called it before that, so the older one finds the newer one here, or its HEAD is the outdated one.
 * @throws SupersededError where a newer one is there
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
