import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importSamhsa } from '../../../data/import/run.ts';
import { loadRecords } from '../../../data/records/load.ts';
import { readWorkbook } from '../../../data/sources/samhsa/workbook.ts';
import { stateCodes } from '../../../functions/domain/state.ts';
import { sampled } from '../../support/runs.ts';
import { absent, published } from '../directories.ts';
import { temporaryFolder } from '../folder.ts';
import { publishedImport } from '../published-import.ts';

const workbooks = [published.substanceUse, published.mentalHealth];

describe.skipIf(absent !== null)(`the published directories (${absent ?? 'all files are there'})`, () => {
  test('have 5,428 rows in the eight states, of which 1,689 substance-use rows say IOP', async () => {
    const states = new Set<string>(stateCodes);
    const [su = [], mh = []] = await Promise.all(
      workbooks.map((path) => readWorkbook(path, { states }).then(({ listings }) => listings)),
    );
    expect([su.length, mh.length]).toEqual([3437, 1991]);
    expect([...su, ...mh].filter(({ unknownCodes }) => unknownCodes.length > 0)).toEqual([]);
    expect(su.filter(({ codes }) => codes.has('SET:OIT'))).toHaveLength(1689);
    expect(new Set(mh.map(({ kind }) => kind))).toEqual(new Set(['mental-health']));
  });

  test('are imported with every row accounted for, and the same bytes each time', async () => {
    const { files, account, records } = await publishedImport();
    const [rows = 0, imported = 0, merged = 0, refused = 0] = (account.split('\n')[0]?.match(/\d+/g) ?? []).map(Number);
    expect(account).toMatch(/^rows \d+ = imported \d+ \+ merged \d+ \+ refused \d+\n/);
    expect(rows).toBe(5428);
    expect(imported + merged + refused).toBe(rows);

    // Some of the states in the other order of the directories; ALL=1 takes all.
    const states = sampled(stateCodes, 3, 1);
    const again = await temporaryFolder();
    await importSamhsa({
      workbooks: workbooks.toReversed(),
      out: again,
      coordinates: published.coordinates,
      states,
      progress: () => {},
    });
    for (const name of states.map((state) => `${state}.json`)) {
      expect((await readFile(join(again, name), 'utf8')) === files.get(name), name).toBe(true);
    }

    expect(records).toHaveLength(imported);
    expect(records.flatMap(({ offerings }) => offerings).filter(({ level }) => level === 'iop')).toHaveLength(1689);

    const chosen = await loadRecords('test/fixtures/listings');
    const ids = new Set(records.map(({ center }) => center.id));
    expect(chosen.filter(({ center }) => !ids.has(center.id))).toEqual([]);
  });
});
