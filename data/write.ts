import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CenterRecord } from '../functions/domain/record.ts';
import { layoutText } from './layout/write.ts';

interface Pending {
  readonly file: string;
  /** The new text, until it is renamed to the file. */
  readonly draft: string;
  /** A copy of what was there, to go back to; null where nothing was. */
  readonly former: string | null;
}

/**
 * Writes one file for each state into a folder, which is made if it is not there. All new texts and copies of all old
 * ones are beside their places before the first is renamed, so a failure leaves every file as it was.
 * @param beside Other files of the folder, by name, written in the same way.
 * @returns the files, in the order of the states, then the others.
 */
export async function writeStates(
  folder: string,
  states: ReadonlyMap<string, readonly CenterRecord[]>,
  beside: ReadonlyMap<string, string> = new Map(),
): Promise<string[]> {
  const texts = new Map<string, () => string>();
  for (const [state, records] of states) texts.set(`${state}.json`, () => layoutText(records));
  for (const [name, text] of beside) texts.set(name, () => text);
  const made = !(await exists(folder));
  const pending: Pending[] = [];
  const replaced: Pending[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of texts) {
      const file = join(folder, name);
      const draft = join(folder, `.${name}.${process.pid}.new`);
      const former = (await exists(file)) ? join(folder, `.${name}.${process.pid}.old`) : null;
      pending.push({ file, draft, former });
      await writeFile(draft, text());
      if (former !== null) await copyFile(file, former);
    }
    for (const each of pending) {
      await rename(each.draft, each.file);
      replaced.push(each);
    }
  } catch (error) {
    for (const { file, former } of replaced) await (former === null ? rm(file) : rename(former, file));
    await tidyUp(pending);
    if (made) await rm(folder, { recursive: true, force: true });
    throw error;
  }
  await tidyUp(pending);
  return pending.map(({ file }) => file);
}

async function tidyUp(pending: readonly Pending[]): Promise<void> {
  for (const { draft, former } of pending) {
    await rm(draft, { force: true });
    if (former !== null) await rm(former, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
