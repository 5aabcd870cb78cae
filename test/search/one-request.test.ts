import { expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { places } from '../../functions/places/load.ts';
import { publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { listingLike } from '../support/listing-like.ts';
import { NOW } from '../support/real-records.ts';

it('one request reads an item once, however many questions it asks, also where the container keeps nothing', async () => {
  const store = memoryStore();
  await publish({ store, records: [...listingLike(5, 1_000, places())], now: NOW });
  const read: string[] = [];
  const counting = {
    ...store,
    read: (request: Parameters<typeof store.read>[0], meter: Parameters<typeof store.read>[1]) => {
      read.push(...request.hashes);
      return store.read(request, meter);
    },
  };
  const locator = new Locator({ store: counting, cacheBytes: 0, now: () => NOW });
  const ask = (limit: number, meter: ReturnType<typeof newMeter>) =>
    locator.near({ origin: { lat: 41.9, lng: -87.7 }, filter: { level: ['iop'] }, withinKm: null, limit }, meter);
  const meter = newMeter();
  await ask(50, meter);
  const first = read.length;
  expect(first).toBeGreaterThan(2);
  const { answer } = await ask(200, meter);
  expect(read.length).toBeGreaterThan(first);
  expect(new Set(read).size).toBe(read.length);
  // Another request is another reader: it gets the same answer, and reads the pages again.
  const other = await ask(200, newMeter());
  expect(other.answer.matches.map(({ row }) => row[0])).toEqual(answer.matches.map(({ row }) => row[0]));
  expect(new Set(read).size).toBeLessThan(read.length);
});
