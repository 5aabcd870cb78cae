import { renameSync } from 'node:fs';
import { cp, mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

/**
 * Writes files into a folder, all or none. Writes them into a new folder beside it, copies the folder's other files
 * there, and then swaps the two folders with two renames. For a fraction of a millisecond between the renames, the old
 * folder has a name that ends in `.before`. If the process is killed then, the next write restores the folder.
 * @param texts Functions that return the text of a file, by file name; each is called only when its file is written.
 * @returns the paths of the files
 * @throws Error if the folder cannot be replaced; the folder is then unchanged
 */
export async function replaceFolder(folder: string, texts: ReadonlyMap<string, () => string>): Promise<string[]> {
  const place = await realpath(folder).catch(() => resolve(folder));
  if (!relative(place, process.cwd()).startsWith('..')) {
    throw new Error(`"${folder}" contains the current folder: name another folder`);
  }
  const [parent, name] = [dirname(place), basename(place)];
  await mkdir(parent, { recursive: true });
  const [draft, before] = [join(parent, `.${name}.${process.pid}.new`), beforeOf(place)];
  await recoverFolder(folder);
  const there = await kindOf(place);
  if (there !== null && !there.isDirectory()) throw new Error(`"${folder}" is not a folder`);
  try {
    await mkdir(draft, { mode: there?.mode });
    for (const other of there === null ? [] : await readdir(place)) {
      if (!texts.has(other))
        await cp(join(place, other), join(draft, other), { recursive: true, preserveTimestamps: true });
      else if ((await stat(join(place, other))).isDirectory()) throw new Error(`"${join(folder, other)}" is a folder`);
    }
    for (const [file, text] of texts) await writeFile(join(draft, file), text());
    if (there !== null) renameSync(place, before);
    try {
      renameSync(draft, place);
    } catch (error) {
      if (there !== null) renameSync(before, place);
      throw error;
    }
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  await rm(before, { recursive: true, force: true });
  return [...texts.keys()].map((file) => join(folder, file));
}

/** Cleans up after a killed process: restores the old folder, or removes it if the new one is in place. */
export async function recoverFolder(folder: string): Promise<void> {
  const place = await realpath(folder).catch(() => resolve(folder));
  const before = beforeOf(place);
  if ((await kindOf(before)) !== null) {
    if ((await kindOf(place)) === null) await rename(before, place);
    else await rm(before, { recursive: true });
  }
  await removeDrafts(dirname(place), basename(place));
}

const beforeOf = (place: string): string => join(dirname(place), `.${basename(place)}.before`);

async function removeDrafts(parent: string, name: string): Promise<void> {
  if ((await kindOf(parent)) === null) return;
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(`.${name}.`)) continue;
    const [, owner] = /^(\d+)\.new$/.exec(entry.slice(name.length + 2)) ?? [];
    if (owner !== undefined && !isRunning(Number(owner)))
      await rm(join(parent, entry), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // The process exists, but another user runs it (EPERM).
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Reads a path's status; null if the path does not exist. */
async function kindOf(path: string) {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
