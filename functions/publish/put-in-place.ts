import type { Blob } from '../dataset/content.ts';
import type { Head } from '../dataset/head.ts';
import { reachableOrNull } from '../dataset/read/reachable.ts';
import { type DatasetStore, type Origin, PUBLISH_SECONDS, type Standing } from '../store/store.ts';
import type { Prepared } from './build/build-dataset.ts';
import { renewCursorKeys } from './cursor-keys.ts';

export interface Placing {
  readonly store: DatasetStore;
  /** HEAD as it was before any input of the dataset was read; null if there was none. */
  readonly current: Pick<Standing, 'revision' | 'version' | 'publishedAt'> | null;
  /** Current time in milliseconds since 1970. */
  readonly now: number;
  /** If true, nothing is written; the result says what would be written. */
  readonly dryRun?: boolean;
  /** The revision whose dataset is restored, in a rollback. */
  readonly restores?: number;
  readonly origin?: Origin;
  /**
   * A dataset whose items are in the table and need not be written again. Its indexes are read to find the items.
   * @default none
   */
  readonly held?: Head | null;
  /** Returns milliseconds that never go back, for measuring. @default performance.now */
  readonly clock?: () => number;
  /** Called after each group of items, with the number written and the total. */
  readonly onProgress?: (written: number, total: number) => void;
}

/**
 * The publish took so long that a collection may have removed items that it needs. Publish again: it continues where
 * this one ended.
 */
export class PublishTooSlowError extends Error {
  override readonly name = 'PublishTooSlowError';
}

const ITEMS_A_GROUP = 500;

/**
 * Writes missing items, then moves HEAD. Until then readers see the previous dataset.
 * @returns the number of items written, or to be written.
 * @throws HeadMovedError if another publisher was first; readers see no change.
 */
export async function putInPlace({ head, blobs }: Prepared, placing: Placing): Promise<number> {
  const { store, current, now, dryRun = false, held = null, restores, origin, onProgress } = placing;
  const clock = placing.clock ?? (() => performance.now());
  const startedMs = clock();
  const missing = await missingItems(blobs, held, store);
  if (dryRun) return missing.length;
  for (let from = 0; from < missing.length; from += ITEMS_A_GROUP) {
    await store.write(missing.slice(from, from + ITEMS_A_GROUP));
    onProgress?.(Math.min(missing.length, from + ITEMS_A_GROUP), missing.length);
  }
  if (clock() - startedMs > PUBLISH_SECONDS * 1000) {
    throw new PublishTooSlowError(
      `publishing took more than ${PUBLISH_SECONDS / 60} minutes; publish again to continue`,
    );
  }
  await renewCursorKeys(store, now);
  const revision = (current?.revision ?? 0) + 1;
  await store.moveHead({ ...head, revision, publishedAt: new Date(now).toISOString() }, current, restores, origin);
  return missing.length;
}

/**
 * The items that must be written: those that `held` does not have and nobody wrote recently. If `held` is damaged, all
 * items are checked, so publishing repairs it.
 */
async function missingItems(blobs: ReadonlyMap<string, Blob>, held: Head | null, store: DatasetStore): Promise<Blob[]> {
  const reachable = (held === null ? null : await reachableOrNull(held, store)) ?? new Set();
  const fresh = [...blobs.values()].filter(({ hash }) => !reachable.has(hash));
  const present = await store.present(fresh.map(({ hash }) => hash));
  return fresh.filter(({ hash }) => !present.has(hash));
}
