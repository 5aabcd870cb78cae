import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readFormerIds } from '../../data/match/aliases.ts';
import { withProviders } from '../../data/provider-facts/load.ts';
import { loadCounted } from '../../data/records/review.ts';
import type { FormerId } from '../../functions/domain/former-id.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';

const here = (path: string): string => fileURLToPath(new URL(`../../data/${path}`, import.meta.url));

/** Thrown if the file or folder that LOCATOR_DATA names does not exist. */
export class NoDataError extends Error {
  constructor(path: string) {
    super(`LOCATOR_DATA: there is no file or folder "${path}"`);
    this.name = 'NoDataError';
  }
}

/**
 * Reads the records to publish: those of a file or folder or, by default, the listings and the fictional examples, so
 * that a first visitor sees both.
 * @param onWarnings Gets one line for each warning that `validate` would print.
 * @throws {NoDataError}, {DataError} naming every fault
 */
export async function recordsToServe(
  path?: string,
  onWarnings: (line: string) => void = () => {},
): Promise<CenterRecord[]> {
  if (path !== undefined && !(await exists(path))) throw new NoDataError(path);
  const paths = path === undefined ? [here('centers'), here('examples.json')] : [path];
  const read = await Promise.all(paths.map(loadCounted));
  const warnings = read.reduce((sum, each) => sum + each.warnings, 0);
  if (warnings > 0) {
    const noun = warnings === 1 ? 'warning' : 'warnings';
    onWarnings(`${warnings} ${noun} about the data: npm run data -- validate${path === undefined ? '' : ` ${path}`}`);
  }
  const all = read.flatMap(({ records }) => records);
  // Facts from our list of providers only apply to our own records, not to a folder that somebody named.
  if (path !== undefined) return all;
  const { records, notes } = await withProviders(all, new Date().toISOString().slice(0, 'yyyy-mm-dd'.length));
  for (const note of notes) onWarnings(note);
  return records;
}

/** `4,858 centers and 8 made-up examples`. */
export function countText(records: readonly CenterRecord[]): string {
  const examples = records.filter(({ center }) => center.sample === true).length;
  const centers = records.length - examples;
  const named = (count: number, noun: string) => `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
  if (examples === 0) return named(centers, 'center');
  const madeUp = named(examples, 'made-up example');
  return centers === 0 ? madeUp : `${named(centers, 'center')} and ${madeUp}`;
}

/** Former ids that name none of those records. */
export const formerToServe = (path: string = here('centers')): Promise<readonly FormerId[]> => readFormerIds(path);

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
