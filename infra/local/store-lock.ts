import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Database {
  open(): Promise<void>;
  close(): Promise<void>;
}
// The engine's own database package, found in the way in which the engine finds it.
const engineRequire = createRequire(createRequire(import.meta.url).resolve('dynalite'));
const { Level }: { Level: new (folder: string) => Database } = engineRequire('level');

/** Thrown if another server already uses the folder. */
export class StoreInUseError extends Error {
  constructor(folder: string, holder: string) {
    super(`LOCATOR_STORE ${folder} is in use by ${holder}: end that one, or name another folder`);
    this.name = 'StoreInUseError';
  }
}

/**
 * Locks a folder for this process, and creates it if needed. The engine locks its files too, but if it cannot, it ends
 * the process with a stack trace instead of a reason. The lock is an empty database beside the engine's, which is kept
 * open: opening it locks a file in the operating system, which releases it when the process ends, however it ends. A
 * file with a process id would remain after a kill, and the id may then belong to another process, or even to this one.
 * The id is only used in messages.
 * @returns a function that releases the lock
 * @throws {StoreInUseError}
 */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'locator.pid');
  const lock = new Level(join(folder, 'locator.lock'));
  try {
    await lock.open();
  } catch (error) {
    if (!isLocked(error)) throw error;
    const holder = await readFile(file, 'utf8').catch(() => '');
    throw new StoreInUseError(folder, holder === '' ? 'another process' : `process ${holder}`);
  }
  await writeFile(file, String(process.pid));
  return async () => {
    await rm(file, { force: true });
    await lock.close();
  };
}

function isLocked(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
}
