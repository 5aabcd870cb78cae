import type { Blob } from '../dataset/content.ts';
import type { Head } from '../dataset/head.ts';
import type { FormerId } from '../domain/former-id.ts';
import { type FormerToPublish, formerToPublish } from '../domain/former-to-publish.ts';
import type { CenterRecord } from '../domain/record.ts';
import { type DatasetStore, HeadMovedError, type Standing } from '../store/store.ts';
import type { StoredConfirmation } from '../store/stored-confirmation.ts';
import type { StoredOverride } from '../store/stored-override.ts';
import { AddedToApply } from './added/apply-added.ts';
import type { Remark } from './added/apply-overrides.ts';
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

/** The share of centers that a file may lack before somebody must say that it is meant so: perhaps it is half a file. */
export const LARGEST_DROP = 0.1;

export interface PublishOptions extends Pick<Placing, 'dryRun' | 'origin' | 'onProgress' | 'clock'> {
  readonly store: DatasetStore;
  /** What was imported; the corrections and confirmations in the table are put onto it. Gone through once an attempt. */
  readonly records: Iterable<CenterRecord>;
  /** Ids that were published once and name no center of the records. @default none */
  readonly former?: readonly FormerId[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /**
   * The share of the current dataset's centers that the new one may lack, 0 to 1. Below 1, what may be lost of ids, levels
   * and states is limited too (refuse-loss.ts). @default 1
   */
  readonly largestDrop?: number;
  /** How often to build on a newer HEAD when another publisher was first. @default 1 */
  readonly attempts?: number;
  /** Publishes to a table without a dataset alone. @default false */
  readonly onlyFirst?: boolean;
  /**
   * Called in each attempt after HEAD was read and the new dataset is allowed, before anything is written. What it
   * throws ends the publish.
   */
  readonly beforePlacing?: () => Promise<void>;
}

export interface PublishReport {
  readonly version: string;
  readonly centers: number;
  /** Pages of the index that serves searches. */
  readonly pages: number;
  /** Items of the dataset. */
  readonly items: number;
  /** Items that were not in the table yet; 0 when nothing changed. */
  readonly written: number;
  readonly changed: boolean;
  /** The dataset that this one replaced; null where it is the first. */
  readonly before: Pick<Head, 'version' | 'centers'> | null;
  /** How many confirmations of the table are in it. */
  readonly confirmations: number;
  /** Confirmations of offerings that the records do not hold. They stay in the table. */
  readonly orphans: readonly StoredConfirmation[];
  /** How many centers have corrections of editors in it, closed ones included. */
  readonly overrides: number;
  /** Centers that are left out because an editor knows them to be closed. */
  readonly closed: number;
  /** How many centers of the records are left out because they were purged. */
  readonly withdrawn: number;
  /** Corrections that somebody should look at again. */
  readonly remarks: readonly Remark[];
  /** Corrections of centers that the records do not hold. They stay in the table. */
  readonly orphanOverrides: readonly StoredOverride[];
  /** Renamed centers whose words moved to the new id with this publish: new ids, by old ids. */
  readonly carried: ReadonlyMap<string, string>;
  /** Corrections under the old ids of renamed centers, where the new id has later ones of its own. */
  readonly overtakenOverrides: readonly Overtaken[];
  /** Former ids whose successor the records do not hold: they are left out. */
  readonly leadNowhere: readonly string[];
  /** Versions that other publishers put in place meanwhile, and that this one was built upon and replaced. */
  readonly overtaken: readonly string[];
}

/** The table has a dataset, and only a first one was to be published. Nothing was written. */
export class DatasetThereError extends Error {
  override readonly name = 'DatasetThereError';
  readonly there: Standing;

  constructor(there: Standing) {
    super(`the table has version ${there.version}, ${there.centers} centers, published ${there.publishedAt}`);
    this.there = there;
  }
}

/**
 * Publishes records as one immutable dataset. Items are keyed by their content, so what the current dataset or an
 * interrupted publish already wrote is not written again; readers see the old dataset until HEAD moves,
 * and the new one from then on. When another publisher moves it first, the dataset is built again with what is
 * confirmed by then, as often as `attempts` says.
 * @throws HeadMovedError when another publisher was first each time; nothing readers see has changed.
 * @throws DropRefusedError, DatasetThereError
 */
export async function publish(options: PublishOptions): Promise<PublishReport> {
  const { store, records, attempts = 1, onlyFirst = false } = options;
  const overtaken: string[] = [];
  for (let attempt = 1; ; attempt += 1) {
    // Before anything else is read: whatever is confirmed after this moves HEAD, so it cannot be missed.
    const standing = await store.readStanding();
    if (onlyFirst && standing !== null) {
      // A table that was published to before there were signed cursors has no key yet.
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
      overrides: added.corrected,
      closed: added.closed.size,
      withdrawn: added.withdrawn,
      remarks: added.remarks,
      orphanOverrides: added.orphanOverrides,
      carried: movedIds(carried),
      overtakenOverrides: carried.overtaken,
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

/** @throws DropRefusedError */
async function refuseLoss(
  standing: Pick<Standing, 'centers' | 'head'> | null,
  next: Planned,
  { store, largestDrop = 1 }: Pick<PublishOptions, 'store' | 'largestDrop'>,
): Promise<void> {
  // Allowed to lose everything: then nothing need be read.
  if (standing === null || largestDrop >= 1) return;
  const now = standing.head === null ? null : await answersOf(standing.head, store);
  const losses = lossesOf(
    { centers: standing.centers, summary: now?.summary ?? null, ids: now?.ids ?? null },
    next,
    largestDrop,
  );
  if (losses.length > 0) throw new DropRefusedError(losses);
}
