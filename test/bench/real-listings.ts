import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSamhsa } from '../../data/import/run.ts';
import { stateCodes } from '../../functions/domain/state.ts';

const beside = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const workbooks = ['samhsa-su-2023.xlsx', 'samhsa-mh-2024.xlsx'].map((name) => join(beside, name));
const coordinates = join(beside, 'facilities-8states.csv');

export interface RealListings {
  readonly folder: string;
  remove(): void;
}

/** The public listings, imported into a folder of their own; null where the workbooks are not beside the project. */
export async function realListings(): Promise<RealListings | null> {
  if (![...workbooks, coordinates].every((path) => existsSync(path))) return null;
  const folder = mkdtempSync(join(tmpdir(), 'locator-listings-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await importSamhsa({ workbooks, coordinates, states: stateCodes, out: folder, progress: () => {} });
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}
