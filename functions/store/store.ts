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
 * Makes sure that a publish never refers to a page that is being deleted. A publisher reuses a stored page only if it
 * was written less than TRUSTED_AGE_SECONDS ago (`present`), and moves HEAD at most PUBLISH_SECONDS after checking
 * that. The sum is less than COLLECTED_AGE_SECONDS: garbage collection deletes unused pages only from that age on.
 */
export const TRUSTED_AGE_SECONDS = 20 * 60;
export const PUBLISH_SECONDS = 30 * 60;
export const COLLECTED_AGE_SECONDS = 60 * 60;

/** The properties that HEAD has in every format. They are enough for a publisher that replaces the dataset. */
export interface Standing extends Pick<Head, 'revision' | 'version' | 'publishedAt' | 'centers'> {
  /** The whole HEAD; null if this code cannot read its format. */
  readonly head: Head | null;
}

/** Publishes a dataset: all immutable items are written first, then one conditional write moves HEAD. */
export interface DatasetWriter {
  /** The dataset that readers see; null if nothing was published. @throws ContentError if it has another format. */
  readHead(): Promise<Head | null>;
  /** Like readHead, for a publisher that replaces the dataset: does not throw if it has another format. */
  readStanding(): Promise<Standing | null>;
  /** Which of these pages were written to the table less than {@link TRUSTED_AGE_SECONDS} ago. */
  present(hashes: readonly string[]): Promise<Set<string>>;
  write(blobs: readonly Blob[]): Promise<void>;
  /**
   * Stores the version's record and moves HEAD, if HEAD is still at `from` (null: nothing was published before).
   * @param restores For a rollback, the revision whose dataset it restores.
   * @param origin What moves HEAD, and who started it.
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
  /** The version's HEAD; null if this code cannot read its format. */
  readonly head: Head | null;
  /**
   * True if readers could see the version; set before HEAD moves on. False if another publisher was first, or the
   * publisher stopped.
   */
  readonly published: boolean;
  /** For a rollback, the revision whose dataset it restored; otherwise null. */
  readonly restores: number | null;
  /** What created the version. Missing for versions published before origins were recorded. */
  readonly origin?: Origin;
}

/** Entry of the audit trail: one move of HEAD. */
export interface AuditEntry extends VersionKey {
  readonly revision: number;
  readonly centers: number;
  /** What moved HEAD. Null for versions published before origins were recorded. */
  readonly origin: Origin | null;
}

/** The audit entry for a version's record; null if this code cannot read its format. */
export function auditEntryOf({ head, origin }: VersionRecord): AuditEntry | null {
  if (head === null) return null;
  const { publishedAt, version, revision, centers } = head;
  return { publishedAt, version, revision, centers, origin: origin ?? null };
}

/** Where to continue listing the pages. Only the store that created this value can read it. */
export type PageMark = Readonly<Record<string, unknown>>;

export interface StoredPage {
  readonly hash: string;
  /** Seconds since 1970. */
  readonly writtenAt: number;
}

/** Maintenance of the table: lists versions and pages, and deletes those that are no longer needed. */
export interface DatasetUpkeep {
  /** Every version record, the newest revision first. Strongly consistent. */
  versions(): Promise<VersionRecord[]>;
  /**
   * Removes a version's record.
   * @returns true if the record existed
   */
  removeVersion(key: VersionKey): Promise<boolean>;
  /**
   * Adds to the audit trail a version that readers could see. Called before its record is removed; calling it again
   * adds nothing.
   */
  archive(record: VersionRecord): Promise<void>;
  /** Audit entries of versions whose records were removed, oldest first. Strongly consistent. */
  archived(): Promise<AuditEntry[]>;
  /** Lists some pages, in no particular order, and where to continue; `next` is null at the end. */
  pages(from: PageMark | null): Promise<{ readonly pages: readonly StoredPage[]; readonly next: PageMark | null }>;
  /**
   * Deletes a page, unless it was written again after it was listed.
   * @returns true if it was deleted
   */
  removePage(page: StoredPage): Promise<boolean>;
}

/** The admissions team's confirmations, and their history. */
export interface ConfirmationStore {
  /** The confirmations of one center, by offering. Strongly consistent. */
  confirmations(center: string): Promise<StoredConfirmation[]>;
  /**
   * Sets a confirmation and adds it to the history.
   * @param previous The confirmation that the caller saw; null if the offering had none.
   * @throws ConfirmationChangedError if the stored confirmation is no longer `previous`; nothing was written.
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
   * @throws CorrectionsChangedError if the stored corrections are no longer `previous`; nothing was written.
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

/** Reads everything that people added to the centers. */
export interface AddedStore {
  /** Additions to every center. Strongly consistent. Scans the whole table, so use it only to publish. */
  added(): Promise<Added>;
}

/** Withdraws centers from the table. Only an operator's command may use it. */
export interface PurgeStore {
  /** Ids that may not be published. Strongly consistent. */
  purged(): Promise<Purged>;
  /**
   * Forbids publishing an id from now on. May be repeated.
   * @param center The withdrawn center, which has or had this id.
   */
  markPurged(id: string, center: string): Promise<void>;
  /**
   * Allows publishing every id again that was forbidden for this center.
   * @returns the number of ids
   */
  unmarkPurged(center: string): Promise<number>;
  /**
   * Deletes everything that people added to a center, its history and its private fields.
   * @returns the number of deleted items
   */
  eraseCenter(center: string): Promise<number>;
  /**
   * Replaces a version by one with the same revision and date but another dataset.
   * @returns false if the old version's record was removed meanwhile; then the new one is not kept either
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

/**
 * Sorts by revision, newest first. Of several versions with one revision, the one that readers could see comes first.
 */
export function newestFirst(records: readonly VersionRecord[]): VersionRecord[] {
  const revision = ({ head }: VersionRecord) => head?.revision ?? 0;
  return records.toSorted(
    (a, b) =>
      revision(b) - revision(a) ||
      Number(b.published) - Number(a.published) ||
      (a.key.publishedAt < b.key.publishedAt ? 1 : -1),
  );
}

/**
 * Sorts the history of confirmations, oldest first, and removes duplicates: entries with the same offering and
 * revision.
 */
export function inOrder(events: readonly StoredConfirmation[]): StoredConfirmation[] {
  const once = new Map(events.map((event) => [`${event.offering}#${event.revision}`, event]));
  return [...once.values()].sort(
    (a, b) => compare(a.at, b.at) || compare(a.offering, b.offering) || a.revision - b.revision,
  );
}

/** Sorts the history of corrections, oldest first, and removes entries with the same revision. */
export function revisionsInOrder(events: readonly StoredCorrections[]): StoredCorrections[] {
  return [...new Map(events.map((event) => [event.revision, event])).values()].sort((a, b) => a.revision - b.revision);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
