import { ContentError, decodeContent } from '../dataset/content.ts';
import { MissingContentError } from '../dataset/dataset-reader.ts';
import type { Head } from '../dataset/head.ts';
import { reachableFrom, readInGroups } from '../dataset/read/reachable.ts';
import type { DatasetStore } from '../store/store.ts';
import { publishedRecords } from './published-records.ts';
import { keptVersions } from './versions.ts';

export interface Verified {
  readonly head: Head;
  /** Number of versions that can be restored, including the current one. */
  readonly versions: number;
  readonly pages: number;
  readonly confirmations: number;
  readonly corrections: number;
  readonly facts: number;
}

/** The table lacks something, or something in it has the wrong content. The message is one sentence. */
export class TableDamagedError extends Error {
  override readonly name = 'TableDamagedError';
}

/**
 * Reads and checks everything in a table: the content of each item matches its key, HEAD and all kept versions are
 * complete, the dataset's number of centers is right, and everything that people added can be read. Changes nothing.
 * @throws TableDamagedError that says what is wrong.
 */
export async function verifyTable(store: DatasetStore): Promise<Verified> {
  const standing = await store.readStanding();
  if (standing === null)
    throw new TableDamagedError('the table has no HEAD: nothing was published to it, or HEAD is lost');
  const { head } = standing;
  if (head === null) throw new TableDamagedError('HEAD is of a format that this version cannot read: publish again');
  const known = new Set<string>();
  const kept = await keptVersions(store);
  // HEAD's dataset is checked even if the record of its version is missing.
  const isKept = kept.some((one) => one.head.version === head.version && one.head.publishedAt === head.publishedAt);
  for (const version of isKept ? kept : [{ head }, ...kept]) {
    const which = `version ${version.head.version} (revision ${version.head.revision})`;
    try {
      const hashes = [...(await reachableFrom(version.head, store))].filter((hash) => !known.has(hash));
      for await (const blob of readInGroups(hashes, store)) {
        decodeContent(blob);
        known.add(blob.hash);
      }
    } catch (error) {
      if (!(error instanceof MissingContentError) && !(error instanceof ContentError)) throw error;
      throw new TableDamagedError(`${which} is not whole: ${error.message}`, { cause: error });
    }
  }
  const { length: centers } = await publishedRecords(head, store);
  if (centers !== head.centers)
    throw new TableDamagedError(`HEAD says ${head.centers} centers, and its pages hold ${centers}`);
  const { confirmations, corrections, facts } = await store.added().catch((cause) => {
    throw new TableDamagedError('a confirmation, correction or fact cannot be read', { cause });
  });
  return {
    ...{ head, versions: kept.length, pages: known.size },
    ...{ confirmations: confirmations.length, corrections: corrections.length, facts: facts.length },
  };
}
