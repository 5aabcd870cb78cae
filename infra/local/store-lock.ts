import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder serves another server already. */
export class StoreInUseError extends Error {
  constructor(folder: string, processId: number) {
    super(`LOCATOR_STORE ${folder} is in use by process ${processId}: end that one, or name another folder`);
    this.name = 'StoreInUseError';
  }
}

/**
 * Takes a folder for this process, creating it where needed. The engine locks its files too, but a refused lock
 * ends the process there with a stack trace instead of a reason.
 * @returns what gives it back
 * @throws {StoreInUseError}
 */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'locator.pid');
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (holder > 0 && isRunning(holder)) throw new StoreInUseError(folder, holder);
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
