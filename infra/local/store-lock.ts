import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Database {
  open(): Promise<void>;
  close(): Promise<void>;
}
// The engine's own database, as the engine finds it.
const engineRequire = createRequire(createRequire(import.meta.url).resolve('dynalite'));
const { Level }: { Level: new (folder: string) => Database } = engineRequire('level');

/** The folder serves another server already. */
export class StoreInUseError extends Error {
  constructor(folder: string, holder: string) {
    super(`LOCATOR_STORE ${folder} is in use by ${holder}: end that one, or name another folder`);
    this.name = 'StoreInUseError';
  }
}

/**
 * Takes a folder for this process, creating it where needed. The engine locks its files too, but a refused lock
 * ends the process there with a stack trace instead of a reason.
 *
 * The lock is an empty database beside the engine's, held open: opening one locks a file at the operating system, which
 * lets go of it when the process ends in whatever way. A number in a file would outlive a process that is killed, and
 * may be another's by then, or this one's own. The number is kept to be named, and never believed.
 * @returns what gives it back
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
