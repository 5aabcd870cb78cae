import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CenterRecord } from '../functions/domain/record.ts';
import { formatJson } from './format.ts';

/**
 * Writes one file for each state into a folder, which is made if it is not there. All texts are written beside their
 * places first and then put in place by renaming: a failure leaves every file as it was.
 * @returns the files, in the order of the states.
 */
export async function writeStates(
  folder: string,
  states: ReadonlyMap<string, readonly CenterRecord[]>,
): Promise<string[]> {
  const made = !(await exists(folder));
  const pending: { readonly draft: string; readonly file: string }[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const [state, records] of states) {
      const file = join(folder, `${state}.json`);
      const draft = join(folder, `.${state}.json.${process.pid}`);
      pending.push({ draft, file });
      await writeFile(draft, formatJson(records));
    }
    for (const { draft, file } of pending) await rename(draft, file);
  } catch (error) {
    await Promise.all(pending.map(({ draft }) => rm(draft, { force: true })));
    if (made) await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return pending.map(({ file }) => file);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
