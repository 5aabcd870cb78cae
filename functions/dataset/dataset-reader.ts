import type { Head, VersionKey } from './head.ts';

/** What reads cost, added up over one request. */
export interface Meter {
  requests: number;
  /** Waits for the table, one after the other; requests that go out together are one. */
  roundTrips: number;
  readUnits: number;
  items: number;
  bytes: number;
}

export const newMeter = (): Meter => ({ requests: 0, roundTrips: 0, readUnits: 0, items: 0, bytes: 0 });

export interface ReadRequest {
  readonly hashes: readonly string[];
  /** Whether HEAD is to come along. */
  readonly head: boolean;
}

export interface ReadAnswer {
  /** One body for each hash that was asked for. */
  readonly bodies: ReadonlyMap<string, Uint8Array>;
  /** Null where nothing has been published; undefined where it was not asked for. */
  readonly head: Head | null | undefined;
}

/** Reading the published dataset: all that was asked for, or an error. */
export interface DatasetReader {
  /**
   * @throws StoreUnavailableError when the table did not answer in full within the budget.
   * @throws MissingContentError when an item is not there even for a strongly consistent read.
   */
  read(request: ReadRequest, meter: Meter): Promise<ReadAnswer>;
  /** What HEAD was when a version was published; null once the version is collected. */
  readVersion(version: VersionKey, meter: Meter): Promise<Head | null>;
}

/** Nothing has been published to the table yet. */
export class NothingPublishedError extends Error {
  override readonly name = 'NothingPublishedError';
}

/** The table is throttled, slow or out of reach. Nothing partial was used; trying again may help. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** Items that the dataset names are not in the table: the dataset was collected, or the table is damaged. */
export class MissingContentError extends Error {
  override readonly name = 'MissingContentError';
  readonly hashes: readonly string[];

  constructor(hashes: readonly string[]) {
    super(`${hashes.length} items are missing, ${hashes[0]} among them`);
    this.hashes = hashes;
  }
}
