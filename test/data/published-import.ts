import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSamhsa } from '../../data/import/run.ts';
import { loadRecords } from '../../data/records/load.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { published } from './directories.ts';

export interface PublishedImport {
  /** Text of each file, by its name. */
  readonly files: ReadonlyMap<string, string>;
  readonly account: string;
  readonly records: readonly CenterRecord[];
}

let made: Promise<PublishedImport> | undefined;

/** All published listings as the import writes them: imported once for the test files of a process. */
export const publishedImport = (): Promise<PublishedImport> => (made ??= importAll());

async function importAll(): Promise<PublishedImport> {
  const folder = await mkdtemp(join(tmpdir(), 'published-'));
  const account = await importSamhsa({
    workbooks: [published.substanceUse, published.mentalHealth],
    coordinates: published.coordinates,
    states: stateCodes,
    out: folder,
    progress: () => {},
  });
  const texts = (await readdir(folder)).map(
    async (name) => [name, await readFile(join(folder, name), 'utf8')] as const,
  );
  const done = { files: new Map(await Promise.all(texts)), account, records: await loadRecords(folder) };
  await rm(folder, { recursive: true });
  return done;
}
