import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Format, formats } from '../../../data/export/run.ts';
import { importHsds } from '../../../data/import/hsds.ts';
import { importCsv } from '../../../data/import/sheet.ts';
import { loadRecords } from '../../../data/records/load.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { listings } from '../../support/listings.ts';
import { sampled } from '../../support/runs.ts';
import { temporaryFolder } from '../folder.ts';

// Long: exports a fifth of the 4,858 listings in every format, all of them under ALL=1, and reads them back.

const all = sampled(await listings(), 5);
const rows = all.reduce((sum, { offerings }) => sum + Math.max(1, offerings.length), 0);

/** Other files in a folder of records: no export contains them, so `--previous` needs the folder itself. */
const notCarried = ['aliases.csv', 'remembered.jsonl', 'review.csv'];

/** Reads back an export of every center, by format. */
const readBack: Record<Format, (file: string, out: string) => Promise<readonly CenterRecord[]>> = {
  json: (file) => loadRecords(file),
  csv: async (file, out) => {
    const { account } = await importCsv(file, { out });
    expect(account.split('\n')[0]).toBe(
      `rows ${rows} = imported ${all.length} + merged ${rows - all.length} + refused 0`,
    );
    return loadRecords(out);
  },
  hsds: async (file, out) => {
    const { account } = await importHsds(file, { out });
    expect(account.split('\n')[0]).toBe(
      `rows ${rows} = imported ${all.length} + merged ${rows - all.length} + refused 0`,
    );
    return loadRecords(out);
  },
  // No command imports GeoJSON, but each of its features has all facts.
  geojson: async (file) => {
    const { features } = JSON.parse(await readFile(file, 'utf8')) as {
      features: {
        geometry: { coordinates: number[] };
        properties: CenterRecord['center'] & Pick<CenterRecord, 'offerings'>;
      }[];
    };
    return features.map(({ geometry: { coordinates }, properties: { offerings, ...center } }) => {
      expect(coordinates).toEqual([center.location.lng, center.location.lat]);
      return { center, offerings };
    });
  },
};

describe('an export of the listings', () => {
  test.each(Object.keys(formats) as Format[])(
    '%s has every field of every center',
    async (format) => {
      const folder = await temporaryFolder();
      const file = join(folder, `all.${format === 'csv' ? 'csv' : 'json'}`);
      await writeFile(file, formats[format](all, { withPrivate: false }));
      const back = await readBack[format](file, join(folder, 'out'));
      expect(back).toHaveLength(all.length);
      const wrong = all.filter((record, at) => JSON.stringify(sorted(record)) !== JSON.stringify(sorted(back[at])));
      expect(wrong.map(({ center }) => center.id)).toEqual([]);
    },
    1_200_000,
  );

  test('has no more than records: what else a folder holds is in none of them', async () => {
    const known = new Set(['AZ', 'CA', 'CO', 'IL', 'NJ', 'NV', 'OK', 'WA'].map((state) => `${state}.json`));
    const beside = (await readdir('data/centers')).filter((name) => !known.has(name));
    for (const name of beside) expect(notCarried).toContain(name);
  });
});

/** Sorts the members of every object, because a file may have another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
