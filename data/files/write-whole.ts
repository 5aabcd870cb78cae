import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a file so that nobody can read a half-written one: writes a draft beside it, then renames the draft. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const folder = dirname(file);
  const draft = join(folder, `.${basename(file)}.${process.pid}.new`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
