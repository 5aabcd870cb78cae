import type { Blob } from '../dataset/content.ts';
import type { Head } from '../dataset/head.ts';
import type { FormerId } from '../domain/former-id.ts';
import { type FormerToPublish, formerToPublish } from '../domain/former-to-publish.ts';
import type { CenterRecord } from '../domain/record.ts';
import { type DatasetStore, HeadMovedError, type Standing } from '../store/store.ts';
import type { StoredConfirmation } from '../store/stored-confirmation.ts';
import type { StoredCorrections } from '../store/stored-corrections.ts';
import { AddedToApply } from './added/apply-added.ts';
import type { Remark } from './added/apply-corrections.ts';
import { movedIds, type Overtaken, readCarried } from './added/carry-renamed.ts';
import { CarryRacedError, storeCarried } from './added/store-carried.ts';
import { buildDataset, headOf } from './build/build-dataset.ts';
import { beneathRoot } from './change/beneath.ts';
import { renewCursorKeys } from './cursor-keys.ts';
import { answersOf } from './published-records.ts';
import { type Placing, putInPlace } from './put-in-place.ts';
import { DropRefusedError, lossesOf, type Planned } from './refuse-loss.ts';

export { reachableFrom } from '../dataset/read/reachable.ts';
export { DropRefusedError } from './refuse-loss.ts';

/**
 * Largest share of the current centers that may be missing from a new file without explicit permission. If more are
 * missing, the file may be incomplete.
 */
export const LARGEST_DROP = 0.1;

export interface PublishOptions extends Pick<Placing, 'dryRun' | 'origin' | 'onProgress' | 'clock'> {
  readonly store: DatasetStore;
  /**
   * The imported records. Stored corrections and confirmations are applied to them. They are iterated once in each
   * attempt.
   */
  readonly records: Iterable<CenterRecord>;
  /** Published ids for which the records have no center any more. @default none */
  readonly former?: readonly FormerId[];
  /** Current time in milliseconds since 1970. */
  readonly now: number;
  /**
   * Largest share of the current dataset's centers that may disappear, from 0 to 1. Below 1, losses of ids, levels and
   * states are also limited (refuse-loss.ts). @default 1
   */
  readonly largestDrop?: number;
  /** Most attempts if other publishers move HEAD first. Each attempt starts from the newest HEAD. @default 1 */
  readonly attempts?: number;
  /** Only publishes if the table has no dataset yet. @default false */
  readonly onlyFirst?: boolean;
  /**
   * Called in each attempt, before anything is written: after HEAD was read and the losses were accepted. If it throws,
   * the publish ends.
   */
  readonly beforePlacing?: () => Promise<void>;
}

export interface PublishReport {
  readonly version: string;
  readonly centers: number;
  /** Number of pages in the index that serves searches. */
  readonly pages: number;
  /** Number of items in the dataset. */
  readonly items: number;
  /** Number of items that were not in the table yet; 0 if nothing changed. */
  readonly written: number;
  readonly changed: boolean;
  /** Version of the dataset that this one replaced; null if this is the first. */
  readonly before: Pick<Head, 'version' | 'centers'> | null;
  /** Number of stored confirmations in the dataset. */
  readonly confirmations: number;
  /** Confirmations of offerings that the records do not have. They stay in the table. */
  readonly orphans: readonly StoredConfirmation[];
  /** Number of centers with corrections in the dataset, including closed ones. */
  readonly corrected: number;
  /** Number of centers left out because an editor marked them as closed. */
  readonly closed: number;
  /** Number of centers of the records that were left out because they were purged. */
  readonly withdrawn: number;
  /** Corrections that somebody should review. */
  readonly remarks: readonly Remark[];
  /** Corrections of centers that the records do not have. They stay in the table. */
  readonly orphanCorrections: readonly StoredCorrections[];
  /** Renamed centers whose additions were moved in this publish: the new id by each old id. */
  readonly carried: ReadonlyMap<string, string>;
  /**
   * Corrections under old ids of renamed centers that were not moved, because there are later ones under the new id.
   */
  readonly overtakenCorrections: readonly Overtaken[];
  /** Former ids that were left out, because the records do not have the center that replaced them. */
  readonly leadNowhere: readonly string[];
  /** Versions of other publishers that appeared during this publish and were replaced by it. */
  readonly overtaken: readonly string[];
}

/** The table already has a dataset, but the call allowed only a first one. Nothing was written. */
export class DatasetThereError extends Error {
  override readonly name = 'DatasetThereError';
  readonly there: Standing;

  constructor(there: Standing) {
    super(`the table has version ${there.version}, ${there.centers} centers, published ${there.publishedAt}`);
    this.there = there;
  }
}

/**
 * Publishes records as one immutable dataset. Items are keyed by their content, so items of the current dataset or of
 * an interrupted publish are not written again. Readers see the old dataset until HEAD moves, and the new one from then
 * on. If another publisher moves HEAD first, the dataset is built again with the newest confirmations, up to `attempts`
 * times.
 * @throws HeadMovedError if another publisher was first each time; readers see no change.
 * @throws DropRefusedError, DatasetThereError
 */
export async function publish(options: PublishOptions): Promise<PublishReport> {
  const { store, records, attempts = 1, onlyFirst = false } = options;
  const overtaken: string[] = [];
  for (let attempt = 1; ; attempt += 1) {
    // HEAD is read before anything else. Every later confirmation moves HEAD, so the publish cannot miss one.
    const standing = await store.readStanding();
    if (onlyFirst && standing !== null) {
      // A table that is older than signed cursors has no key yet.
      await renewCursorKeys(store, options.now);
      throw new DatasetThereError(standing);
    }
    const current = standing?.head ?? null;
    if (attempt > 1 && standing !== null) overtaken.push(standing.version);
    const purged = (await store.purged()).following(options.former ?? []);
    const carried = await readCarried(records, options.former ?? [], store);
    const added = new AddedToApply(carried.added, purged);
    const blobs = new Map<string, Blob>();
    const emit = (blob: Blob) => blobs.set(blob.hash, blob);
    let former: FormerToPublish = { former: [], leadNowhere: [] };
    let ids: ReadonlySet<string> = new Set();
    const {
      head: built,
      pages,
      summary,
    } = buildDataset(added.onto(records), emit, (all) => {
      ids = all;
      former = formerToPublish(purged.without(options.former ?? []), added.closed, ids);
      return former.former;
    });
    const said = new Set([...ids, ...former.former.map(({ id }) => id)]);
    await refuseLoss(standing, { centers: built.centers, summary, says: (id) => said.has(id) }, options);
    await options.beforePlacing?.();
    const head = headOf({ ...built, beneath: beneathRoot(added.beneath, emit) });
    const report = {
      version: head.version,
      centers: head.centers,
      pages: pages.where,
      items: blobs.size,
      before: standing === null ? null : { version: standing.version, centers: standing.centers },
      confirmations: added.confirmations,
      orphans: added.orphans,
      corrected: added.corrected,
      closed: added.closed.size,
      withdrawn: added.withdrawn,
      remarks: added.remarks,
      orphanCorrections: added.orphanCorrections,
      carried: movedIds(carried),
      overtakenCorrections: carried.overtaken,
      leadNowhere: former.leadNowhere,
      overtaken,
    };
    try {
      if (options.dryRun !== true) await storeCarried(carried, store);
      if (current?.version === head.version) return { ...report, written: 0, changed: false };
      return {
        ...report,
        written: await putInPlace({ head, blobs }, { ...options, current: standing, held: current }),
        changed: true,
      };
    } catch (error) {
      const raced = error instanceof HeadMovedError || error instanceof CarryRacedError;
      if (!raced || attempt >= attempts) throw error;
    }
  }
}

/** Checks that the new dataset does not lose more than is allowed. @throws DropRefusedError */
async function refuseLoss(
  standing: Pick<Standing, 'centers' | 'head'> | null,
  next: Planned,
  { store, largestDrop = 1 }: Pick<PublishOptions, 'store' | 'largestDrop'>,
): Promise<void> {
  // If everything may be lost, nothing needs to be compared.
  if (standing === null || largestDrop >= 1) return;
  const now = standing.head === null ? null : await answersOf(standing.head, store);
  const losses = lossesOf(
    { centers: standing.centers, summary: now?.summary ?? null, ids: now?.ids ?? null },
    next,
    largestDrop,
  );
  if (losses.length > 0) throw new DropRefusedError(losses);
}
