import type { CenterRecord } from '../domain/record.ts';
import type { Blob } from '../search/content.ts';
import { ContentError, decodeContent } from '../search/content.ts';
import type { Head } from '../search/dataset.ts';
import { MissingContentError, newMeter } from '../search/dataset-reader.ts';
import type { DatasetStore } from '../store/store.ts';
import { buildDataset } from './build-dataset.ts';

export interface PublishOptions {
  readonly store: DatasetStore;
  readonly records: readonly CenterRecord[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Called after each group of items with how many of how many are written. */
  readonly onProgress?: (written: number, total: number) => void;
}

export interface PublishReport {
  readonly version: string;
  readonly centers: number;
  /** Pages of the order that serves searches. */
  readonly pages: number;
  /** Items that were not in the table yet; 0 when nothing changed. */
  readonly written: number;
  readonly changed: boolean;
}

const ITEMS_A_GROUP = 500;

/**
 * Publishes records as one immutable dataset. Items are keyed by their content, so what the current dataset or an
 * interrupted publish already wrote is not written again; readers see the old dataset until the pointer moves,
 * and the new one from then on.
 * @throws HeadMovedError when another publisher was first; nothing readers see has changed.
 */
export async function publish({ store, records, now, onProgress }: PublishOptions): Promise<PublishReport> {
  const blobs = new Map<string, Blob>();
  const { head: built, pages } = buildDataset(records, (blob) => blobs.set(blob.hash, blob));
  const current = await store.readHead();
  const report = { version: built.version, centers: records.length, pages: pages.where };
  if (current !== null && current.version === built.version) return { ...report, written: 0, changed: false };

  const reachable = current === null ? new Set<string>() : await reachableOrNone(current, store);
  const fresh = [...blobs.values()].filter(({ hash }) => !reachable.has(hash));
  const present =
    current === null && fresh.length === 0 ? new Set<string>() : await store.present(fresh.map(({ hash }) => hash));
  const missing = fresh.filter(({ hash }) => !present.has(hash));
  for (let from = 0; from < missing.length; from += ITEMS_A_GROUP) {
    await store.write(missing.slice(from, from + ITEMS_A_GROUP));
    onProgress?.(Math.min(missing.length, from + ITEMS_A_GROUP), missing.length);
  }
  const revision = (current?.revision ?? 0) + 1;
  await store.moveHead({ ...built, revision, publishedAt: new Date(now).toISOString() }, current);
  return { ...report, written: missing.length, changed: true };
}

/** What need not be looked for. Where the current dataset is damaged, nothing is taken for granted: publishing mends it. */
async function reachableOrNone(head: Head, store: DatasetStore): Promise<Set<string>> {
  try {
    return await reachableFrom(head, store);
  } catch (error) {
    if (error instanceof MissingContentError || error instanceof ContentError) return new Set();
    throw error;
  }
}

/** Every item of a dataset, found by reading its directories; pages themselves need not be read. */
export async function reachableFrom(head: Head, store: DatasetStore): Promise<Set<string>> {
  const reachable = new Set<string>([head.summary]);
  let floor = Object.values(head.roots);
  while (floor.length > 0) {
    for (const hash of floor) reachable.add(hash);
    const { bodies } = await store.read({ hashes: floor, head: false }, newMeter());
    const below: string[] = [];
    for (const [hash, body] of bodies) {
      const content = decodeContent({ hash, body });
      if (content.kind !== 'node') continue;
      for (const entry of content.entries) {
        if (entry.leaf) reachable.add(entry.hash);
        else below.push(entry.hash);
      }
    }
    floor = below;
  }
  return reachable;
}
