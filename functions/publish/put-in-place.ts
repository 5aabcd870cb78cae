import type { Blob } from '../dataset/content.ts';
import type { Head } from '../dataset/head.ts';
import { reachableOrNull } from '../dataset/read/reachable.ts';
import { type DatasetStore, type Origin, PUBLISH_SECONDS, type Standing } from '../store/store.ts';
import type { Prepared } from './build/build-dataset.ts';
import { renewCursorKeys } from './cursor-keys.ts';

export interface Placing {
  readonly store: DatasetStore;
  /** Where HEAD was before anything that went into the dataset was read. */
  readonly current: Pick<Standing, 'revision' | 'version' | 'publishedAt'> | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Writes nothing, and says what it would. */
  readonly dryRun?: boolean;
  /** The revision whose dataset this brings back. */
  readonly restores?: number;
  readonly origin?: Origin;
  /** A dataset whose items need not be written again, at the price of reading its directories. @default none */
  readonly held?: Head | null;
  /** Milliseconds that only go forward. @default performance.now */
  readonly clock?: () => number;
  /** Called after each group of items with how many of how many are written. */
  readonly onProgress?: (written: number, total: number) => void;
}

/** So much time went by that a collection may have taken what this publish relied on. Publishing again goes on from here. */
export class PublishTooSlowError extends Error {
  override readonly name = 'PublishTooSlowError';
}

const ITEMS_A_GROUP = 500;

/**
 * Writes what is not there yet, then moves HEAD. Until then readers see the dataset before.
 * @returns how many items were written, or would be.
 * @throws HeadMovedError when another publisher was first; nothing readers see has changed.
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
    throw new PublishTooSlowError(`publishing took more than ${PUBLISH_SECONDS / 60} minutes; publish again to go on`);
  }
  await renewCursorKeys(store, now);
  const revision = (current?.revision ?? 0) + 1;
  await store.moveHead({ ...head, revision, publishedAt: new Date(now).toISOString() }, current, restores, origin);
  return missing.length;
}

/** Items that neither that dataset holds nor anybody wrote lately. Where it is damaged, publishing mends it. */
async function missingItems(blobs: ReadonlyMap<string, Blob>, held: Head | null, store: DatasetStore): Promise<Blob[]> {
  const reachable = (held === null ? null : await reachableOrNull(held, store)) ?? new Set();
  const fresh = [...blobs.values()].filter(({ hash }) => !reachable.has(hash));
  const present = await store.present(fresh.map(({ hash }) => hash));
  return fresh.filter(({ hash }) => !present.has(hash));
}
