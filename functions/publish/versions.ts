import type { Head } from '../dataset/head.ts';
import type { DatasetStore, Origin } from '../store/store.ts';

/** A dataset that readers saw and that can be restored. */
export interface KeptVersion {
  readonly head: Head;
  readonly current: boolean;
  /** The revision whose dataset a rollback restored; null if the version was published from records. */
  readonly restores: number | null;
  readonly origin: Origin | null;
}

/**
 * The published versions that are still stored, newest first, so the current one is first. Empty before the first
 * publish.
 */
export async function keptVersions(store: DatasetStore): Promise<KeptVersion[]> {
  const [current, records] = [await store.readHead(), await store.versions()];
  if (current === null) return [];
  const kept: KeptVersion[] = [];
  for (const { head, published, restores, origin = null } of records) {
    if (head === null || head.revision > current.revision) continue;
    const isCurrent = head.revision === current.revision;
    // Several records may have the current revision. Readers only ever saw the one that HEAD names.
    if (isCurrent ? head.version === current.version && head.publishedAt === current.publishedAt : published) {
      kept.push({ head, current: isCurrent, restores, origin });
    }
  }
  return kept;
}

/**
 * The version that readers saw before the current one; null if it is no longer stored. After a rollback it is the one
 * before the restored version, so that rolling back twice goes back two versions.
 */
export function versionBefore(kept: readonly KeptVersion[]): KeptVersion | null {
  const current = kept.find((version) => version.current);
  if (current === undefined) return null;
  const from = current.restores ?? current.head.revision;
  return kept.find(({ head }) => head.revision < from && head.version !== current.head.version) ?? null;
}

const wholePublishes: readonly unknown[] = ['publish', 'upload'];

/**
 * The versions needed to undo a rollback: the restored one, and the one before it. Empty if records were published
 * after the latest rollback.
 */
export function rolledBack(kept: readonly KeptVersion[]): readonly KeptVersion[] {
  const at = kept.findIndex(({ restores }) => restores !== null);
  if (at < 0 || kept.slice(0, at).some(({ origin }) => wholePublishes.includes(origin?.what))) return [];
  return kept.slice(at, at + 2);
}
