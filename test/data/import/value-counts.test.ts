import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { valueCounts } from '../../support/value-counts.ts';
import { absent } from '../directories.ts';
import { publishedImport } from '../published-import.ts';

/**
 * Counts from the import of all published listings. `WRITE_VALUE_COUNTS=1 vitest run
 * test/data/import/value-counts.test.ts` writes it.
 */
const table = 'test/data/value-counts.txt';

/** Imports the workbooks if they are on this machine; otherwise reads the result of the last import. */
async function imported(): Promise<readonly CenterRecord[]> {
  if (absent !== null) return loadRecords('data/centers');
  return (await publishedImport()).records;
}

test('every value stands as often as in the committed table: a change of the import must be seen here', async () => {
  const counts = valueCounts(await imported());
  if (process.env.WRITE_VALUE_COUNTS === '1') writeFileSync(table, `${counts.join('\n')}\n`);
  const committed = readFileSync(table, 'utf8').trimEnd().split('\n');
  expect(counts.filter((line) => !committed.includes(line))).toEqual([]);
  expect(committed.filter((line) => !counts.includes(line))).toEqual([]);
  expect(counts.length).toBeGreaterThan(500);
});
