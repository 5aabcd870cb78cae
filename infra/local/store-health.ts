import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { TableDamagedError, verifyTable } from '../../functions/publish/verify.ts';
import type { DatasetStore } from '../../functions/store/store.ts';

interface Database {
  open(): Promise<void>;
  iterator(): AsyncIterable<unknown>;
  close(): Promise<void>;
}
const engineRequire = createRequire(createRequire(import.meta.url).resolve('dynalite'));
const { Level }: { Level: new (folder: string) => Database } = engineRequire('level');

/** Name of a file which says that the folder had a dataset once. */
const MARK = 'locator.published';
const PROBE_BYTES = 1 << 20;

/** Thrown if a kept table has lost data. Such a table is never served as an empty one, and never overwritten. */
export class StoreDamagedError extends Error {
  override readonly name = 'StoreDamagedError';

  constructor(folder: string, what: string, cause?: unknown) {
    super(
      `LOCATOR_STORE ${folder} is damaged: ${what}. Nothing was changed; name an empty folder, or put a copy of this one back.`,
      { cause },
    );
  }
}

/** Thrown if the folder cannot be written to, for example because the disk is full. */
export class StoreFullError extends Error {
  override readonly name = 'StoreFullError';

  constructor(folder: string, cause: unknown) {
    super(
      `LOCATOR_STORE ${folder} cannot be written to (${codeOf(cause)}): free some space there, or name another folder. Readers would see the previous dataset.`,
      { cause },
    );
  }
}

/**
 * Checks a folder before the engine opens it. If files are missing, the engine would create an empty database. If they
 * are damaged or not writable, it would end the process with a stack trace.
 * @throws {StoreDamagedError}, {StoreFullError}
 */
export async function checkFolder(folder: string): Promise<void> {
  await probe(folder);
  const files = await readdir(folder);
  const hasData = files.some((name) => /^(?:\d+\.(?:ldb|log|sst)|MANIFEST-\d+)$/.test(name));
  const isMarked = files.includes(MARK);
  if (!files.includes('CURRENT')) {
    if (hasData || isMarked) throw new StoreDamagedError(folder, 'its file CURRENT is missing');
    return;
  }
  const database = new Level(folder);
  try {
    await database.open();
    for await (const _ of database.iterator()) {
      // Nothing to do: reading an entry verifies its checksum.
    }
  } catch (error) {
    throw new StoreDamagedError(folder, `its database cannot be read (${codeOf(error)})`, error);
  } finally {
    await database.close().catch(() => {});
  }
}

/**
 * Checks that the opened table has the dataset that the folder should have.
 * @throws {StoreDamagedError}
 */
export async function checkTable(folder: string, store: DatasetStore): Promise<void> {
  const marked = await readFile(join(folder, MARK), 'utf8').catch(() => null);
  const standing = await store.readStanding().catch((error: unknown) => {
    throw new StoreDamagedError(folder, 'its HEAD cannot be read', error);
  });
  if (standing === null) {
    if (marked !== null) throw new StoreDamagedError(folder, `it had version ${marked}, and has no dataset now`);
    return;
  }
  // A dataset in another format cannot be checked, so it is served as it is.
  if (standing.head === null) return;
  try {
    await verifyTable(store);
  } catch (error) {
    if (error instanceof TableDamagedError) throw new StoreDamagedError(folder, error.message, error);
    throw error;
  }
}

/** Records that the folder has a dataset. */
export async function markPublished(folder: string, version: string): Promise<void> {
  await writeFile(join(folder, MARK), version);
}

/** Runs a task that writes to the folder. @throws {StoreFullError} if the task fails because nothing can be written */
export async function writingTo<Result>(folder: string, task: () => Promise<Result>): Promise<Result> {
  try {
    return await task();
  } catch (error) {
    await probe(folder);
    throw error;
  }
}

async function probe(folder: string): Promise<void> {
  const file = join(folder, 'locator.probe');
  try {
    const handle = await open(file, 'w');
    try {
      await handle.write(Buffer.alloc(PROBE_BYTES));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new StoreFullError(folder, error);
  } finally {
    // A file that could not be written perhaps cannot be removed either. This is not reported as a second error.
    await rm(file, { force: true }).catch(() => {});
  }
}

function codeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && at.code !== 'LEVEL_DATABASE_NOT_OPEN') return at.code;
  }
  return error instanceof Error ? error.message : String(error);
}
