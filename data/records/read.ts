import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checked, type CheckOptions, checkFiles } from '../../functions/records/check/check.ts';

/**
 * Reads and checks a file of records, or every `.json` file of a folder. A file named after a state
 * (`AZ.json`) may only contain that state's centers.
 * @throws if the path is missing or the folder has no `.json` file: that is a wrong command, not a fault in the data.
 */
export async function checkRecords(path: string, options: CheckOptions = {}): Promise<Checked> {
  const files = await jsonFiles(path);
  return checkFiles(await Promise.all(files.map(async (file) => ({ file, bytes: await readFile(file) }))), options);
}

async function jsonFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Error(`there is no file or folder "${path}"`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) throw new Error(`"${path}" holds no .json file`);
  return names.map((name) => join(path, name));
}
