import type { Head, VersionKey } from './head.ts';

/** What all reads of one request cost. */
export interface Meter {
  requests: number;
  /** Number of times that the request waited for the table. Reads sent at the same time count as one. */
  roundTrips: number;
  readUnits: number;
  items: number;
  bytes: number;
}

export const newMeter = (): Meter => ({ requests: 0, roundTrips: 0, readUnits: 0, items: 0, bytes: 0 });

export interface ReadRequest {
  readonly hashes: readonly string[];
  /** True to read HEAD in the same round trip. */
  readonly head: boolean;
}

export interface ReadAnswer {
  /** The content of each requested hash. */
  readonly bodies: ReadonlyMap<string, Uint8Array>;
  /** HEAD; null if nothing has been published, undefined if HEAD was not requested. */
  readonly head: Head | null | undefined;
}

/** Reads the published dataset. Each call returns everything that it was asked for, or throws. */
export interface DatasetReader {
  /**
   * Reads all given items.
   * @throws StoreUnavailableError if the table did not answer completely within the time limit.
   * @throws MissingContentError if even a strongly consistent read does not find an item.
   */
  read(request: ReadRequest, meter: Meter): Promise<ReadAnswer>;
  /** HEAD as it was when the version was published; null if the version was deleted. */
  readVersion(version: VersionKey, meter: Meter): Promise<Head | null>;
}

/** Nothing has been published to the table yet. */
export class NothingPublishedError extends Error {
  override readonly name = 'NothingPublishedError';
}

/** The table is throttled, slow or out of reach. No partial result was used. Trying again may help. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** The table lacks items that the dataset refers to: a collection deleted the dataset, or the table is damaged. */
export class MissingContentError extends Error {
  override readonly name = 'MissingContentError';
  readonly hashes: readonly string[];

  constructor(hashes: readonly string[]) {
    super(`${hashes.length} items are missing, ${hashes[0]} among them`);
    this.hashes = hashes;
  }
}
