import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadReviewed } from '../../data/review.ts';
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
 * @param onWarning Gets each thing that `validate` would ask a person to look at.
 * @throws {NoDataError}, {DataError} naming every fault
 */
export async function recordsToServe(
  path?: string,
  onWarning: (line: string) => void = console.warn,
): Promise<CenterRecord[]> {
  if (path !== undefined) {
    if (!(await exists(path))) throw new NoDataError(path);
    return loadReviewed(path, onWarning);
  }
  const records = await Promise.all(
    [here('centers'), here('examples.json')].map(async (one) =>
      (await exists(one)) ? loadReviewed(one, onWarning) : [],
    ),
  );
  return records.flat();
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
