import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a file so that nobody ever sees a part of it: writes a draft next to it, then renames the draft. */
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
