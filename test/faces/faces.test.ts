import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../data/load.ts';
import { realListings } from '../bench/real-listings.ts';
import { absent } from '../data/directories.ts';
import { records, serveRecords } from '../support/real-records.ts';
import { compareFaces } from './compare.ts';
import { questionsOver } from './questions.ts';

async function expectOneCore(list: typeof records): Promise<void> {
  const { handler } = await serveRecords(list);
  for (const { face, asked, centers, different } of await compareFaces(handler, questionsOver(list, 240, 5))) {
    expect(different, face).toEqual([]);
    expect(asked, face).toBeGreaterThanOrEqual(30);
    expect(centers, face).toBeGreaterThan(100);
  }
}

describe('every face gives the same centers in the same order', () => {
  it('over the sample data', () => expectOneCore(records));

  it.skipIf(absent !== null)(`over the published listings (${absent ?? 'all files are there'})`, async () => {
    const listings = await realListings();
    if (listings === null) throw new Error('the files went away');
    try {
      await expectOneCore(await loadRecords(listings.folder));
    } finally {
      listings.remove();
    }
  });
});
