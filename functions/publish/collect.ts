import { reachableFrom, reachableOrNull } from '../dataset/read/reachable.ts';
import { COLLECTED_AGE_SECONDS, type DatasetStore, type PageMark, type VersionRecord } from '../store/store.ts';
import { keptVersions, rolledBack, versionBefore } from './versions.ts';

export const DAY_SECONDS = 86_400;
const REMOVED_AT_ONCE = 8;

export interface CollectOptions {
  readonly store: DatasetStore;
  /** The current time in milliseconds since 1970. Called again during the work. */
  readonly now: () => number;
  /**
   * Versions that were replaced longer ago than this are removed, except the current one and the one before. @default a
   * day
   */
  readonly olderThanSeconds?: number;
  /** Called while items are checked, with the number of items checked and the number removed. */
  readonly onProgress?: (looked: number, removed: number) => void;
}

export interface CollectReport {
  /** Number of removed versions, which can no longer be restored. */
  readonly versionsRemoved: number;
  readonly versionsKept: number;
  readonly pagesLooked: number;
  readonly pagesRemoved: number;
  /** Number of pages that no version refers to, but that are too new to delete: a publish may be about to use them. */
  readonly pagesSpared: number;
}

/** The hashes of all items that a reader may still need. Updated while publishers add versions. */
class Reachable {
  readonly hashes = new Set<string>();
  readonly #store: DatasetStore;
  readonly #walked = new Set<string>();
  #revision = -1;

  constructor(store: DatasetStore) {
    this.#store = store;
  }

  /** Finds the items of every version that was not checked yet. Reports versions with missing items. */
  async follow(records: readonly VersionRecord[]): Promise<VersionRecord[]> {
    const damaged: VersionRecord[] = [];
    for (const record of records) {
      if (record.head === null || this.#walked.has(record.head.version)) continue;
      const found = await reachableOrNull(record.head, this.#store);
      if (found === null) damaged.push(record);
      else this.#add(record.head.version, found);
    }
    return damaged;
  }

  /** HEAD may have moved since. The dataset that it names now is in use, so it must be complete. */
  async followHead(): Promise<void> {
    const head = await this.#store.readHead();
    if (head === null || head.revision === this.#revision) return;
    if (!this.#walked.has(head.version)) this.#add(head.version, await reachableFrom(head, this.#store));
    this.#revision = head.revision;
  }

  #add(version: string, found: ReadonlySet<string>): void {
    for (const hash of found) this.hashes.add(hash);
    this.#walked.add(version);
  }
}

/**
 * Removes versions that are old enough, then pages that are older than an hour and that no kept version refers to. A
 * page is not deleted if it was written again meanwhile. Publishers may continue to work. If a collection is
 * interrupted, nothing that a kept version needs is gone, and the next one has less to do.
 * @throws if the current dataset cannot be read completely; then nothing was removed.
 */
export async function collect(options: CollectOptions): Promise<CollectReport> {
  const { store, now, olderThanSeconds = DAY_SECONDS, onProgress } = options;
  const reachable = new Reachable(store);
  await reachable.followHead();
  const records = await store.versions();
  const { going, staying } = await sortOut(records, store, now() / 1000, olderThanSeconds);
  const damaged = new Set(await reachable.follow(staying));
  // Records of versions are removed before pages, because a listed version must be complete.
  for (const record of [...going, ...damaged]) {
    if (record.published) await store.archive(record);
    await store.removeVersion(record.key);
  }

  let [pagesLooked, pagesRemoved, pagesSpared] = [0, 0, 0];
  let from: PageMark | null = null;
  do {
    const answer = await store.pages(from);
    await reachable.followHead();
    pagesLooked += answer.pages.length;
    const unused = answer.pages.filter(({ hash }) => !reachable.hashes.has(hash));
    const old = unused.filter(({ writtenAt }) => now() / 1000 - writtenAt > COLLECTED_AGE_SECONDS);
    pagesSpared += unused.length - old.length;
    while (old.length > 0) {
      const removed = await Promise.all(old.splice(0, REMOVED_AT_ONCE).map((page) => store.removePage(page)));
      pagesRemoved += removed.filter((went) => went).length;
    }
    from = answer.next;
    onProgress?.(pagesLooked, pagesRemoved);
  } while (from !== null);
  return {
    versionsRemoved: going.length + damaged.size,
    versionsKept: staying.length - damaged.size,
    pagesLooked,
    pagesRemoved,
    pagesSpared,
  };
}

/**
 * Decides which versions are removed. A version's age counts from the time when the next one replaced it, because
 * people read it until then. A version that was never current is removed once no publisher can still move HEAD to it.
 */
async function sortOut(
  records: readonly VersionRecord[],
  store: DatasetStore,
  nowSeconds: number,
  olderThanSeconds: number,
): Promise<{ going: VersionRecord[]; staying: VersionRecord[] }> {
  const kept = await keptVersions(store);
  const always = new Set(kept.filter(({ current }) => current).map(({ head }) => head.revision));
  const before = versionBefore(kept);
  if (before !== null) always.add(before.head.revision);
  for (const { head } of rolledBack(kept)) always.add(head.revision);
  const replacedAt = new Map<number, number>();
  for (const [index, { head }] of kept.entries()) {
    const next = kept[index - 1];
    if (next !== undefined) replacedAt.set(head.revision, Date.parse(next.head.publishedAt) / 1000);
  }
  const seen = new Set(kept.map(({ head }) => `${head.publishedAt}#${head.version}`));
  const isGoing = ({ key, head }: VersionRecord): boolean => {
    const wasSeen = head !== null && seen.has(`${key.publishedAt}#${key.version}`);
    if (!wasSeen) return nowSeconds - Date.parse(key.publishedAt) / 1000 > COLLECTED_AGE_SECONDS;
    if (always.has(head.revision)) return false;
    return nowSeconds - (replacedAt.get(head.revision) ?? nowSeconds) > olderThanSeconds;
  };
  return { going: records.filter(isGoing), staying: records.filter((record) => !isGoing(record)) };
}
