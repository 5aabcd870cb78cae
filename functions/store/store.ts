import type { Blob } from '../search/content.ts';
import type { Head } from '../search/dataset.ts';
import type { DatasetReader } from '../search/dataset-reader.ts';

/** Publishing: everything immutable goes in first, then the pointer moves by one conditional write. */
export interface DatasetWriter {
  readHead(): Promise<Head | null>;
  /** Which of the items stand in the table, written so recently that no collection takes them. */
  present(hashes: readonly string[]): Promise<Set<string>>;
  write(blobs: readonly Blob[]): Promise<void>;
  /**
   * Records the version and moves the pointer, if it is still at `from` (null: nothing was published before).
   * @throws HeadMovedError when another publisher was first.
   */
  moveHead(to: Head, from: Head | null): Promise<void>;
}

export type DatasetStore = DatasetReader & DatasetWriter;

/** Another publisher moved the pointer in between. */
export class HeadMovedError extends Error {
  override readonly name = 'HeadMovedError';
}
