import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSamhsa } from '../../../data/import/run.ts';
import { loadRecords } from '../../../data/records/load.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { stateCodes } from '../../../functions/domain/state.ts';
import { valueCounts } from '../../support/value-counts.ts';
import { absent, published } from '../directories.ts';
import { temporaryFolder } from '../folder.ts';

/**
 * Counts from the import of all published listings. `WRITE_VALUE_COUNTS=1 vitest run
 * test/data/import/value-counts.test.ts` writes it.
 */
const table = 'test/data/value-counts.txt';

/** Imports the workbooks if they are on this machine; otherwise reads the result of the last import. */
async function imported(): Promise<CenterRecord[]> {
  if (absent !== null) return loadRecords('data/centers');
  const out = await temporaryFolder();
  await importSamhsa({
    workbooks: [published.substanceUse, published.mentalHealth],
    coordinates: published.coordinates,
    states: stateCodes,
    out: join(out, 'centers'),
    progress: () => {},
  });
  return loadRecords(join(out, 'centers'));
}

test('every value stands as often as in the committed table: a change of the import must be seen here', async () => {
  const counts = valueCounts(await imported());
  if (process.env.WRITE_VALUE_COUNTS === '1') writeFileSync(table, `${counts.join('\n')}\n`);
  const committed = readFileSync(table, 'utf8').trimEnd().split('\n');
  expect(counts.filter((line) => !committed.includes(line))).toEqual([]);
  expect(committed.filter((line) => !counts.includes(line))).toEqual([]);
  expect(counts.length).toBeGreaterThan(500);
});
