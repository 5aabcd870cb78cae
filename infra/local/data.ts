import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadRecords } from '../../data/load.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';

const here = (path: string): string => fileURLToPath(new URL(`../../data/${path}`, import.meta.url));

/** The data named does not exist. */
export class NoDataError extends Error {
  constructor(path: string) {
    super(`LOCATOR_DATA: there is no file or folder "${path}"`);
    this.name = 'NoDataError';
  }
}

/**
 * The records to publish: a file's or a folder's, or, where none is named, the listings with the fictional examples,
 * so that a first look finds both.
 * @throws {NoDataError}, {DataError} naming every fault
 */
export async function recordsToServe(path?: string): Promise<CenterRecord[]> {
  if (path !== undefined) {
    if (!(await exists(path))) throw new NoDataError(path);
    return loadRecords(path);
  }
  const records = await Promise.all(
    [here('centers'), here('examples.json')].map(async (one) => ((await exists(one)) ? loadRecords(one) : [])),
  );
  return records.flat();
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
