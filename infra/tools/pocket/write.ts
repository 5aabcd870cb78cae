import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { writeWhole } from '../../../data/files/write-whole.ts';
import { PocketError } from './error.ts';

/** Checks that a file may be written, before the work that takes long. @throws PocketError */
export async function checkOut(file: string, force: boolean): Promise<void> {
  const folder = dirname(resolve(file));
  if (!(await kindOf(folder))?.isDirectory()) throw new PocketError(`There is no folder ${folder}.`);
  const there = await kindOf(file);
  if (there === null) return;
  if (there.isDirectory()) throw new PocketError(`${file} is a folder. Name a file in it: --out ${file}/locator.html.`);
  if (!force) throw new PocketError(`${file} is there already. Nothing was written. --force replaces it.`);
}

/** Writes the file completely or not at all. @throws PocketError */
export async function writeOut(file: string, text: string, force: boolean): Promise<void> {
  await checkOut(file, force);
  await writeWhole(file, text).catch((error: Error) => {
    throw new PocketError(`${file} could not be written: ${error.message}`, { cause: error });
  });
}

const kindOf = (path: string) => stat(path).catch(() => null);
