import type { Blob } from '../dataset/content.ts';
import type { DatasetReader } from '../dataset/dataset-reader.ts';
import type { Head, VersionKey } from '../dataset/head.ts';
import type { FactStore } from './agent-store.ts';
import type { Origin } from './origin.ts';
import type { Purged } from './purged.ts';
import type { StoredConfirmation } from './stored-confirmation.ts';
import type { StoredCorrections } from './stored-corrections.ts';
import type { CursorKeyStore } from './stored-cursor-keys.ts';
import type { StoredFacts } from './stored-facts.ts';

/**
 * `present` names only items written less than TRUSTED_AGE_SECONDS ago, and a publisher must move HEAD within
 * PUBLISH_SECONDS of asking. Together that is less than COLLECTED_AGE_SECONDS, the least age at which a collection
 * deletes items that nothing refers to. A publish therefore never points to an item that is being deleted.
 */
export const TRUSTED_AGE_SECONDS = 20 * 60;
export const PUBLISH_SECONDS = 30 * 60;
export const COLLECTED_AGE_SECONDS = 60 * 60;

/** The members of HEAD that every format has, enough to replace it. */
export interface Standing extends Pick<Head, 'revision' | 'version' | 'publishedAt' | 'centers'> {
  /** The whole HEAD; null if this code cannot read its format. */
  readonly head: Head | null;
}

/** Publishing: all immutable items are written first, then one conditional write moves HEAD. */
export interface DatasetWriter {
  /** The dataset that readers see; null if nothing was published. @throws ContentError if it has another format. */
  readHead(): Promise<Head | null>;
  /** Like readHead, for a publisher that replaces the dataset: does not throw if it has another format. */
  readStanding(): Promise<Standing | null>;
  /** The items that were written to the table less than {@link TRUSTED_AGE_SECONDS} ago. */
  present(hashes: readonly string[]): Promise<Set<string>>;
  write(blobs: readonly Blob[]): Promise<void>;
  /**
   * Records the version and moves HEAD if it is still at `from` (null: nothing was published before).
   * @param restores For a rollback, the revision whose dataset it restores.
   * @param origin What moves HEAD, and who does.
   * @throws HeadMovedError if another publisher was first.
   */
  moveHead(
    to: Head,
    from: Pick<Standing, 'revision' | 'version' | 'publishedAt'> | null,
    restores?: number,
    origin?: Origin,
  ): Promise<void>;
}

export type { Origin } from './origin.ts';

/** The record of a version. */
export interface VersionRecord {
  readonly key: VersionKey;
  /** Null if this code cannot read its format. */
  readonly head: Head | null;
  /** True if readers saw it; set no later than when HEAD moves on. False if its publisher lost or stopped before that. */
  readonly published: boolean;
  /** For a rollback, the revision whose dataset it restored; otherwise null. */
  readonly restores: number | null;
  /** Left out by versions that were published before this was recorded. */
  readonly origin?: Origin;
}

/** One move of HEAD. */
export interface AuditEntry extends VersionKey {
  readonly revision: number;
  readonly centers: number;
  /** Null for versions from before this was recorded. */
  readonly origin: Origin | null;
}

/** The entry of a version's record; null if this code cannot read its format. */
export function auditEntryOf({ head, origin }: VersionRecord): AuditEntry | null {
  if (head === null) return null;
  const { publishedAt, version, revision, centers } = head;
  return { publishedAt, version, revision, centers, origin: origin ?? null };
}

/** Opaque position in a walk over all pages, made by the store. */
export type PageMark = Readonly<Record<string, unknown>>;

export interface StoredPage {
  readonly hash: string;
  /** Seconds since 1970. */
  readonly writtenAt: number;
}

/** Maintenance of the table: lists versions and pages, and deletes those no longer needed. */
export interface DatasetUpkeep {
  /** Every version record, the newest revision first. Strongly consistent. */
  versions(): Promise<VersionRecord[]>;
  /** @returns true if the record existed. */
  removeVersion(key: VersionKey): Promise<boolean>;
  /**
   * Adds a version that readers saw to the audit trail. Called before its record is removed; repeating it adds no
   * entry.
   */
  archive(record: VersionRecord): Promise<void>;
  /** The audit entries of versions whose records were removed. Oldest first. Strongly consistent. */
  archived(): Promise<AuditEntry[]>;
  /** The next pages, in no particular order, and where to continue; `next` is null at the end. */
  pages(from: PageMark | null): Promise<{ readonly pages: readonly StoredPage[]; readonly next: PageMark | null }>;
  /** Deletes a page unless it was written again since. @returns true if it was deleted. */
  removePage(page: StoredPage): Promise<boolean>;
}

/** The admissions team's confirmations, and their history. */
export interface ConfirmationStore {
  /** The confirmations of one center, by offering. Strongly consistent. */
  confirmations(center: string): Promise<StoredConfirmation[]>;
  /**
   * Sets a confirmation and adds it to the history.
   * @param previous The confirmation that the caller saw; null if the offering had none.
   * @throws ConfirmationChangedError if the stored one is no longer `previous`; nothing was written.
   */
  putConfirmation(next: StoredConfirmation, previous: StoredConfirmation | null): Promise<void>;
  /** Every confirmation that was ever set for the center's offerings, oldest first. Entries are never removed. */
  history(center: string): Promise<StoredConfirmation[]>;
}

/** Editors' corrections, and their history. */
export interface CorrectionStore {
  /** The corrections of one center; null if it never had any. Strongly consistent. */
  corrections(center: string): Promise<StoredCorrections | null>;
  /**
   * Sets a center's corrections and adds them to the history.
   * @param previous The corrections that the caller saw; null if there were none.
   * @throws CorrectionsChangedError if the stored ones are no longer `previous`; nothing was written.
   */
  putCorrections(next: StoredCorrections, previous: StoredCorrections | null): Promise<void>;
  /** Every revision of a center's corrections, oldest first. Entries are never removed. */
  correctionHistory(center: string): Promise<StoredCorrections[]>;
}

/** Everything that people added to imported facts. */
export interface Added {
  readonly confirmations: readonly StoredConfirmation[];
  readonly corrections: readonly StoredCorrections[];
  readonly facts: readonly StoredFacts[];
}

/** Reads everything that people added. */
export interface AddedStore {
  /** Additions to every center. Strongly consistent. Scans the whole table, so use it only to publish. */
  added(): Promise<Added>;
}

/** Withdraws centers from the table. Only an operator's command may use it. */
export interface PurgeStore {
  /** Centers that may not be published. Strongly consistent. */
  purged(): Promise<Purged>;
  /**
   * Forbids publishing an id from now on. May be repeated.
   * @param center The withdrawn center whose id it is or was.
   */
  markPurged(id: string, center: string): Promise<void>;
  /** Allows every id again that was marked for the center. @returns how many */
  unmarkPurged(center: string): Promise<number>;
  /** Deletes everything that people added to a center, its history and its private fields. @returns how many items */
  eraseCenter(center: string): Promise<number>;
  /**
   * Replaces the dataset of a kept version: the same revision and date, another version.
   * @returns false, without keeping either, if the old record was removed meanwhile
   */
  replaceVersion(old: VersionKey, next: VersionRecord): Promise<boolean>;
}

export type DatasetStore = DatasetReader &
  DatasetWriter &
  DatasetUpkeep &
  ConfirmationStore &
  CorrectionStore &
  FactStore &
  AddedStore &
  PurgeStore &
  CursorKeyStore;

/** Another publisher moved HEAD first. */
export class HeadMovedError extends Error {
  override readonly name = 'HeadMovedError';
}

/** Newest revision first; within a revision, the version that readers saw comes first. */
export function newestFirst(records: readonly VersionRecord[]): VersionRecord[] {
  const revision = ({ head }: VersionRecord) => head?.revision ?? 0;
  return records.toSorted(
    (a, b) =>
      revision(b) - revision(a) ||
      Number(b.published) - Number(a.published) ||
      (a.key.publishedAt < b.key.publishedAt ? 1 : -1),
  );
}

/** Removes duplicates of a revision and sorts the history, oldest first. */
export function inOrder(events: readonly StoredConfirmation[]): StoredConfirmation[] {
  const once = new Map(events.map((event) => [`${event.offering}#${event.revision}`, event]));
  return [...once.values()].sort(
    (a, b) => compare(a.at, b.at) || compare(a.offering, b.offering) || a.revision - b.revision,
  );
}

/** Like inOrder, for corrections. */
export function revisionsInOrder(events: readonly StoredCorrections[]): StoredCorrections[] {
  return [...new Map(events.map((event) => [event.revision, event])).values()].sort((a, b) => a.revision - b.revision);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
