import type { Blob } from '../dataset/content.ts';
import { MissingContentError } from '../dataset/dataset-reader.ts';
import type { Head } from '../dataset/head.ts';
import { reachableFrom, reachableOrNull, readInGroups } from '../dataset/read/reachable.ts';
import type { DatasetStore } from '../store/store.ts';
import { idsBeneath } from './change/beneath.ts';
import { withAdded } from './publish-centers.ts';
import { putInPlace } from './put-in-place.ts';
import { keptVersions, versionBefore } from './versions.ts';

export interface RollbackOptions {
  readonly store: DatasetStore;
  /** Current time in milliseconds since 1970. */
  readonly now: number;
  /** Version to go back to; it must still be stored. @default the one before the current one */
  readonly to?: string;
  /** The person who rolls back. */
  readonly by?: string;
}

export interface RollbackReport {
  readonly from: Head;
  /**
   * The new HEAD, with the older dataset under a newer revision. The version differs from the old one if people added
   * something since.
   */
  readonly to: Head;
  /** Time at which the dataset was first published. */
  readonly firstPublishedAt: string;
  /** Number of items written again, so that no collection deletes them. */
  readonly written: number;
}

/** There is no version to go back to, or its items were removed. Nothing was changed. */
class RollbackError extends Error {
  override readonly name = 'RollbackError';
}

/**
 * Moves HEAD to an older dataset whose items are all still stored. What people confirmed, denied or corrected since is
 * applied to it. Readers see it as after any publish.
 * @throws RollbackError; HeadMovedError if a publisher moved HEAD meanwhile.
 */
export async function rollback({ store, now, to, by }: RollbackOptions): Promise<RollbackReport> {
  const current = await store.readHead();
  const kept = await keptVersions(store);
  if (current === null) throw new RollbackError('nothing has been published to this table');
  const target = to === undefined ? versionBefore(kept) : kept.find(({ head }) => head.version === to);
  if (!target) {
    const which = to === undefined ? 'no version before the current one' : `no version "${to}"`;
    throw new RollbackError(`${which} is kept`);
  }
  if (target.head.version === current.version)
    throw new RollbackError(`"${target.head.version}" is the current version`);
  // Items that only the old dataset has are written again. They are then new, and a collection that is running does not
  // delete them.
  const blobs = await itemsBeside(target.head, current, store);
  // Whatever people added since then also applies to the old dataset, and whatever they removed does not.
  const added = await store.added();
  const said = [...added.confirmations, ...added.corrections, ...added.facts].map(({ center }) => center);
  const ids = [...new Set([...said, ...(await wholeOrGone(target.head, idsBeneath(target.head, store)))])];
  const { head: dataset, blobs: changed } = await wholeOrGone(target.head, withAdded(target.head, store, ids, added));
  for (const [hash, blob] of changed) blobs.set(hash, blob);
  const { publishedAt: firstPublishedAt } = target.head;
  const restores = target.restores ?? target.head.revision;
  const origin = by === undefined ? {} : { origin: { what: 'rollback', by } as const };
  const placing = { store, current, held: current, now, restores, ...origin };
  const written = await putInPlace({ head: dataset, blobs }, placing);
  const moved = { ...dataset, revision: current.revision + 1, publishedAt: new Date(now).toISOString() };
  return { from: current, to: moved, firstPublishedAt, written };
}

/** The items of a dataset that the current dataset does not have. */
async function itemsBeside(head: Head, current: Head, store: DatasetStore): Promise<Map<string, Blob>> {
  const held = (await reachableOrNull(current, store)) ?? new Set();
  const blobs = new Map<string, Blob>();
  const hashes = [...(await wholeOrGone(head, reachableFrom(head, store)))].filter((hash) => !held.has(hash));
  const read = async () => {
    for await (const blob of readInGroups(hashes, store)) blobs.set(blob.hash, blob);
  };
  await wholeOrGone(head, read());
  return blobs;
}

/** Waits for a read of a dataset. @throws RollbackError if a collection deleted pages of the dataset meanwhile */
async function wholeOrGone<Result>({ version }: Head, reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (cause) {
    if (!(cause instanceof MissingContentError)) throw cause;
    throw new RollbackError(`version "${version}" is no longer complete: some of its pages were deleted`, { cause });
  }
}
