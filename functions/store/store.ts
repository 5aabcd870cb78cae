import type { Blob } from '../dataset/content.ts';
import type { DatasetReader } from '../dataset/dataset-reader.ts';
import type { Head, VersionKey } from '../dataset/head.ts';
import type { StoredConfirmation } from './stored-confirmation.ts';
import type { StoredOverride } from './stored-override.ts';

/**
 * How long a publisher may rely on an item that {@link DatasetWriter.present} named, and how soon after asking it must
 * have moved HEAD. Together they stay under the age at which a collection takes items that nothing refers to,
 * so no publish ever points at what is being collected.
 */
export const TRUSTED_AGE_SECONDS = 20 * 60;
export const PUBLISH_SECONDS = 30 * 60;
export const COLLECTED_AGE_SECONDS = 60 * 60;

/** What HEAD says in every format: enough to move it on from there. */
export interface Standing extends Pick<Head, 'revision' | 'version' | 'publishedAt' | 'centers'> {
  /** The dataset that it points to; null where that is of a format that this code cannot read. */
  readonly head: Head | null;
}

/** Publishing: everything immutable goes in first, then HEAD moves by one conditional write. */
export interface DatasetWriter {
  /** The dataset that readers see. @throws ContentError where it is of another format. */
  readHead(): Promise<Head | null>;
  /** The same for whoever replaces it with a dataset of this format. */
  readStanding(): Promise<Standing | null>;
  /** Which of the items stand in the table, written less than {@link TRUSTED_AGE_SECONDS} ago. */
  present(hashes: readonly string[]): Promise<Set<string>>;
  write(blobs: readonly Blob[]): Promise<void>;
  /**
   * Records the version and moves HEAD, if it is still at `from` (null: nothing was published before).
   * @param restores The revision whose dataset this brings back, where it is a rollback.
   * @throws HeadMovedError when another publisher was first.
   */
  moveHead(
    to: Head,
    from: Pick<Standing, 'revision' | 'version' | 'publishedAt'> | null,
    restores?: number,
  ): Promise<void>;
}

/** The record of a version. */
export interface VersionRecord {
  readonly key: VersionKey;
  /** Null where it is of a format that this code cannot read. */
  readonly head: Head | null;
  /** Whether readers ever saw it. The record of a publisher who lost, or was ended before HEAD moved, says no. */
  readonly published: boolean;
  /** The revision whose dataset it brought back; null where it was published from records. */
  readonly restores: number | null;
}

/** Where a walk over all pages goes on; made by the store, and opaque. */
export type PageMark = Readonly<Record<string, unknown>>;

export interface StoredPage {
  readonly hash: string;
  /** Seconds since 1970. */
  readonly writtenAt: number;
}

/** Keeping the table tidy: what was published, and what may go. */
export interface DatasetUpkeep {
  /** Every version record, the newest revision first. Strongly consistent. */
  versions(): Promise<VersionRecord[]>;
  removeVersion(key: VersionKey): Promise<void>;
  /** Some of the pages in no order, and where to go on; null at the end. */
  pages(from: PageMark | null): Promise<{ readonly pages: readonly StoredPage[]; readonly next: PageMark | null }>;
  /** Removes a page unless it was written again since; whether it went. */
  removePage(page: StoredPage): Promise<boolean>;
}

/** What the admissions team found out, and its history. */
export interface ConfirmationStore {
  /** The confirmations of one center, by offering. Strongly consistent. */
  confirmations(center: string): Promise<StoredConfirmation[]>;
  /**
   * Sets a confirmation and adds it to the history.
   * @param previous What the caller saw; null where nothing had been said yet.
   * @throws ConfirmationChangedError when it is no longer so; nothing was written.
   */
  putConfirmation(next: StoredConfirmation, previous: StoredConfirmation | null): Promise<void>;
  /** Everything that was ever confirmed or denied of a center, oldest first. It only grows. */
  history(center: string): Promise<StoredConfirmation[]>;
}

/** What editors set right, and its history. */
export interface OverrideStore {
  /** The corrections of one center; null where there never were any. Strongly consistent. */
  override(center: string): Promise<StoredOverride | null>;
  /**
   * Sets a center's corrections and adds them to the history.
   * @param previous What the caller saw; null where there were none.
   * @throws OverrideChangedError when it is no longer so; nothing was written.
   */
  putOverride(next: StoredOverride, previous: StoredOverride | null): Promise<void>;
  /** Every state that a center's corrections were ever in, oldest first. It only grows. */
  overrideHistory(center: string): Promise<StoredOverride[]>;
}

/** What people added to imported facts. */
export interface Added {
  readonly confirmations: readonly StoredConfirmation[];
  readonly overrides: readonly StoredOverride[];
}

/** All of it. */
export interface AddedStore {
  /** Of every center. Strongly consistent; reads the whole table, so it is for publishing. */
  added(): Promise<Added>;
}

export type DatasetStore = DatasetReader &
  DatasetWriter &
  DatasetUpkeep &
  ConfirmationStore &
  OverrideStore &
  AddedStore;

/** Another publisher moved HEAD in between. */
export class HeadMovedError extends Error {
  override readonly name = 'HeadMovedError';
}

/** Newest revision first; of one revision, the one that readers saw. */
export function newestFirst(records: readonly VersionRecord[]): VersionRecord[] {
  const revision = ({ head }: VersionRecord) => head?.revision ?? 0;
  return records.toSorted(
    (a, b) =>
      revision(b) - revision(a) ||
      Number(b.published) - Number(a.published) ||
      (a.key.publishedAt < b.key.publishedAt ? 1 : -1),
  );
}

/** History holds each revision of an offering once, oldest first. */
export function inOrder(events: readonly StoredConfirmation[]): StoredConfirmation[] {
  const once = new Map(events.map((event) => [`${event.offering}#${event.revision}`, event]));
  return [...once.values()].sort(
    (a, b) => compare(a.at, b.at) || compare(a.offering, b.offering) || a.revision - b.revision,
  );
}

/** The same of corrections. */
export function revisionsInOrder(events: readonly StoredOverride[]): StoredOverride[] {
  return [...new Map(events.map((event) => [event.revision, event])).values()].sort((a, b) => a.revision - b.revision);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
