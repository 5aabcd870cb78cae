import { describe, expect, it, test } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { changeCenters } from '../../functions/publish/change/change-centers.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishedStore } from '../support/published-store.ts';
import { seeded } from '../support/random.ts';
import { runs } from '../support/runs.ts';
import { syntheticRecord } from '../support/synthetic.ts';
import { clustered, confirmed, NOW, withOne } from './clustered.ts';
import { headOf } from './contents.ts';

// Long: publishes and changes thousands of centers.

/** Most items that one changed center may write at any size, including HEAD and the version's record. */
const MOST_ITEMS = 32;
const HEAD_ITEMS = 2;

const renamed = ({ center, offerings }: CenterRecord): CenterRecord => ({
  center: { ...center, name: `Renamed ${center.name}` },
  offerings,
});
const moved = ({ center, offerings }: CenterRecord): CenterRecord => ({
  center: { ...center, location: { ...center.location, lat: center.location.lat + 0.003 } },
  offerings,
});
const runByOthers = ({ center, offerings }: CenterRecord): CenterRecord => ({
  center: { ...center, organization: { slug: 'quartz-valley', name: 'Quartz Valley' } },
  offerings,
});

const indexWithOffering = (records: readonly CenterRecord[], from: number) => {
  const found = records.findIndex(({ offerings }, at) => at >= from && offerings.length > 0);
  if (found < 0) throw new Error('no center with an offering');
  return found;
};

describe('one changed center writes its pages and the nodes above them, at any size', () => {
  // Some thousands are no other tree than a thousand: one node above the pages.
  describe.each([50, runs(4_000)])('%d centers, published as a whole', async (count) => {
    const records = clustered(count);
    const store = await publishedStore(records, NOW);
    const cost = async (list: readonly CenterRecord[]) =>
      (await publish({ store, records: list, now: NOW, dryRun: true })).written + HEAD_ITEMS;
    const places = [0.31, 0.97].slice(-runs(2)).map((share) => Math.floor(share * count));

    test.each(places)('center %d', async (place) => {
      const { lat, lng } = records[place]?.center.location ?? { lat: 0, lng: 0 };
      const added = syntheticRecord(seeded(place), count + place, { lat: lat + 0.01, lng }, NOW);
      const costs = {
        confirmed: await cost(withOne(records, indexWithOffering(records, place), confirmed)),
        opened: await cost([...records, added]),
        closed: await cost(records.toSpliced(place, 1)),
        renamed: await cost(withOne(records, place, renamed)),
        moved: await cost(withOne(records, place, moved)),
        runByOthers: await cost(withOne(records, place, runByOthers)),
      };
      for (const [change, items] of Object.entries(costs)) expect(items, change).toBeLessThanOrEqual(MOST_ITEMS);
      expect(Math.min(...Object.values(costs))).toBeGreaterThan(HEAD_ITEMS);
    });
  });

  it('many thousands of centers, each of some changed by itself', async () => {
    // One offering a center, which makes about as many pages as real listings do, in a third of the time.
    const records = clustered(runs(20_000)).map((record) => ({ ...record, offerings: record.offerings.slice(0, 1) }));
    const store = await publishedStore(records, NOW);
    const head = await headOf(store);
    const edits = { confirmed, renamed, moved, runByOthers, closed: () => null };
    const costs: Record<string, number[]> = {};
    for (const [change, edit] of Object.entries(edits)) {
      for (let from = 500; from < records.length; from += records.length / runs(40)) {
        const id = records[indexWithOffering(records, from)]?.center.id ?? '';
        const edited = await changeCenters(head, store, [id], (record) => ({ record: edit(record), beneath: null }));
        costs[change] = [...(costs[change] ?? []), edited.blobs.size + HEAD_ITEMS];
      }
    }
    for (const [change, items] of Object.entries(costs)) {
      expect(Math.max(...items), change).toBeLessThanOrEqual(MOST_ITEMS);
      expect(Math.min(...items), change).toBeGreaterThan(HEAD_ITEMS);
    }
    const opened = syntheticRecord(seeded(3), 30_000, { lat: 39, lng: -98 }, NOW);
    const { written } = await publish({ store, records: [...records, opened], now: NOW, dryRun: true });
    expect(written + HEAD_ITEMS).toBeLessThanOrEqual(MOST_ITEMS);
  });
});
