import { ContentError } from '../dataset/content.ts';
import { MissingContentError, NothingPublishedError } from '../dataset/dataset-reader.ts';
import type { Head } from '../dataset/head.ts';
import { digestOfCenter } from '../store/purged.ts';
import { type DatasetStore, HeadMovedError, type VersionRecord } from '../store/store.ts';
import type { Prepared } from './build/build-dataset.ts';
import { withoutCenter } from './change/without-center.ts';
import { type CollectReport, collect } from './collect.ts';
import { putInPlace } from './put-in-place.ts';
import { keptVersions } from './versions.ts';

const ATTEMPTS = 20;
/** Most passes over the versions. Another pass is needed if others publish meanwhile. */
const MOST_PASSES = 10;

export interface PurgeOptions {
  readonly store: DatasetStore;
  /** Returns the current time in milliseconds since 1970. */
  readonly now: () => number;
  /** The person who withdraws the center. */
  readonly by: string;
}

export interface PurgeReport {
  /** True if the current dataset had the center. False may mean that the center was withdrawn before. */
  readonly wasPublished: boolean;
  /** Version of the dataset without the center. */
  readonly version: string;
  /** Number of kept versions with the center that were replaced by versions without it. */
  readonly replaced: number;
  /** Number of versions that were removed, because they had the center or could not be read. */
  readonly removed: number;
  /** Number of erased confirmations, corrections, facts, private fields and history entries. */
  readonly erased: number;
  readonly collected: Pick<CollectReport, 'pagesRemoved' | 'pagesSpared'>;
}

/**
 * Withdraws a center. It is removed from the dataset that readers see and from every version that could be restored,
 * and everything that people added to it is erased.
 * - The center is marked first, so that no import publishes it again.
 * - A kept version is replaced by one without the center, so that a rollback after a bad import stays possible. The new
 *   version has another name, because the name is a hash of the records.
 * - HEAD always moves, so that a publish fails if it read the table before the center was marked.
 * - Pages that only a removed version needed are deleted at once if they are older than an hour. A publish that was
 *   under way may have written younger ones, so call this again an hour later. Repeating and interrupting it are both
 *   safe.
 * @throws NothingPublishedError, HeadMovedError if others published first every time; call it again.
 */
export async function purge(center: string, { store, now, by }: PurgeOptions): Promise<PurgeReport> {
  if ((await store.readStanding()) === null) throw nothingPublished();
  await store.markPurged(center, center);
  const origin = { what: 'purge', by, subject: digestOfCenter(center) } as const;
  let [replaced, removed, wasPublished] = [0, 0, false];
  let version = '';
  // Former ids of the center are purged too: an older file must not bring it back, and people may have used these ids.
  const ids = new Set([center]);
  for (let pass = 1; ; pass += 1) {
    const moved = await moveWithout(center, { store, now, origin });
    for (const id of moved.former) ids.add(id);
    wasPublished ||= moved.changed;
    version = moved.version;
    const versions = await cleanVersions(center, store);
    replaced += versions.replaced;
    removed += versions.removed;
    // A rollback may have read a version before the version was replaced. If HEAD moved meanwhile, the rollback fails.
    // If it succeeded first, the next pass undoes it.
    if (versions.replaced + versions.removed === 0) break;
    if (pass >= MOST_PASSES) throw new HeadMovedError('others keep bringing the center back; purge it again');
  }
  let erased = 0;
  for (const id of ids) erased += await store.eraseCenter(id);
  const { pagesRemoved, pagesSpared } = await collect({ store, now, olderThanSeconds: Number.POSITIVE_INFINITY });
  return { wasPublished, version, replaced, removed, erased, collected: { pagesRemoved, pagesSpared } };
}

async function moveWithout(
  center: string,
  {
    store,
    now,
    origin,
  }: Pick<PurgeOptions, 'store' | 'now'> & { readonly origin: Parameters<DatasetStore['moveHead']>[3] },
): Promise<{ readonly changed: boolean; readonly version: string; readonly former: readonly string[] }> {
  for (let attempt = 1; ; attempt += 1) {
    const current = await store.readHead();
    if (current === null) throw nothingPublished();
    const prepared = await withoutCenter(current, store, center);
    const { version } = prepared.head;
    for (const id of prepared.former) await store.markPurged(id, center);
    try {
      await putInPlace(prepared, { store, current, now: now(), ...(origin && { origin }) });
      return { changed: version !== current.version, version, former: prepared.former };
    } catch (error) {
      if (!(error instanceof HeadMovedError) || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** Replaces or removes all versions that still contain the center, except the current one. */
async function cleanVersions(
  center: string,
  store: DatasetStore,
): Promise<{ readonly replaced: number; readonly removed: number }> {
  const kept = new Set((await keptVersions(store)).map(({ head }) => keyText(head)));
  let [replaced, removed] = [0, 0];
  for (const record of await store.versions()) {
    const { head } = record;
    const prepared = head === null ? null : await withoutOrNull(head, store, center);
    if (prepared !== null && prepared.head.version === head?.version) continue;
    if (record.published) await store.archive(record);
    if (head === null || prepared === null || !kept.has(keyText(head))) {
      await store.removeVersion(record.key);
      removed += 1;
    } else if (await replaceRecord(record, head, prepared, store)) replaced += 1;
  }
  return { replaced, removed };
}

async function replaceRecord(
  record: VersionRecord,
  { revision, publishedAt }: Head,
  { head, blobs }: Prepared,
  store: DatasetStore,
): Promise<boolean> {
  await store.write([...blobs.values()]);
  const next: Head = { ...head, revision, publishedAt };
  return store.replaceVersion(record.key, {
    ...record,
    key: { publishedAt, version: head.version },
    head: next,
    published: true,
  });
}

/** The version without the center; null if the version is damaged, so that nobody can restore it. */
async function withoutOrNull(head: Head, store: DatasetStore, center: string): Promise<Prepared | null> {
  try {
    return await withoutCenter(head, store, center);
  } catch (error) {
    if (error instanceof MissingContentError || error instanceof ContentError) return null;
    throw error;
  }
}

const nothingPublished = () => new NothingPublishedError('no dataset has been published to this table');
const keyText = ({ publishedAt, version }: Head): string => `${publishedAt}#${version}`;
