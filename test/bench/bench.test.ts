import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { Head } from '../../functions/dataset/head.ts';
import { packCenter } from '../../functions/dataset/packed-center.ts';
import { recordSchema } from '../../functions/domain/record.ts';
import { places } from '../../functions/places/load.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { listingLike, RARE_LANGUAGE } from '../support/listing-like.ts';
import { seeded } from '../support/random.ts';
import { asker } from './ask.ts';
import { measureCells } from './cell.ts';
import { measureChanges } from './change.ts';
import { measureCosts } from './cost.ts';
import { measureExactness } from './exactness.ts';
import { itemFileReader, writeItemFiles } from './item-file.ts';
import { mustShow, mustShowTable } from './must-show.ts';
import { kdbushLocator } from './peers/kdbush.ts';
import { nearestOf } from './peers/peer.ts';
import { planOf, sections } from './plan.ts';
import { filtersFor, originKinds, originsOf } from './queries.ts';
import { measureSearchingMemory } from './searching-process.ts';
import { publishTo, recordsOf } from './size.ts';
import { median, spreadOf } from './statistics.ts';
import { Truth } from './truth.ts';
import { watched } from './watched-store.ts';

const now = Date.parse('2026-01-15T12:00:00Z');
const silent = () => {};

async function headOf(store: DatasetStore): Promise<Head> {
  const head = await store.readHead();
  if (head === null) throw new Error('nothing is published');
  return head;
}

describe('made-up listings', () => {
  const records = [...listingLike(7, 3_000, places())];

  it('are valid records with ids of their own, the same for the same seed', () => {
    for (const record of records.slice(0, 400)) expect(recordSchema.safeParse(record).error).toBeUndefined();
    expect(new Set(records.map(({ center }) => center.id)).size).toBe(records.length);
    expect([...listingLike(7, 50, places())]).toEqual([...listingLike(7, 50, places())]);
    expect([...listingLike(8, 50, places())]).not.toEqual([...listingLike(7, 50, places())]);
  });

  it('offer what the listings offer, about as often', () => {
    const share = (has: (record: (typeof records)[number]) => boolean) => records.filter(has).length / records.length;
    expect(share(({ offerings }) => offerings.some(({ level }) => level === 'iop'))).toBeCloseTo(0.33, 1);
    expect(share(({ offerings }) => offerings.some(({ payers }) => payers.includes('medicaid')))).toBeCloseTo(0.68, 1);
    expect(share(({ center }) => center.unknownLevels.includes('iop'))).toBeCloseTo(0.34, 1);
    const rare = share(({ offerings }) => offerings.some(({ languages }) => languages.includes(RARE_LANGUAGE)));
    expect(rare).toBeLessThan(0.004);
  });

  it('take about as many bytes as the listings', () => {
    const bytes = records.reduce((sum, record) => sum + JSON.stringify(packCenter(record)).length, 0) / records.length;
    expect(bytes).toBeGreaterThan(420);
    expect(bytes).toBeLessThan(550);
  });
});

describe('the benchmark over a small dataset', async () => {
  const records = await recordsOf({ source: { count: 400 }, seed: 3 });
  const store = watched(memoryStore());
  const { hashes } = await publishTo(store, records, now);
  const locator = new Locator({ store, now: () => now });

  it('finds no wrong answer by its own truth, which agrees with a plain sort', async () => {
    const truth = new Truth(records, now);
    const plan = { searches: 60, filters: 6, now, random: seeded(4) };
    expect(await measureExactness(store, truth, plan, silent)).toMatchObject({ searches: 60, wrong: 0, refused: 0 });
    const query = { origin: { lat: 34, lng: -118 }, withinKm: 100, limit: 25 };
    const filter = { level: ['iop' as const] };
    const ids = truth
      .forFilter(filter)(query)
      .positions.map((at) => records[at]?.center.id);
    expect(ids).toEqual(nearestOf(records.map(packCenter), { ...query, filter }, now));
  });

  it('counts what searches cost', async () => {
    const plan = { aLine: 3, aCell: 0, cold: 1, now, random: seeded(5) };
    const { lines } = await measureCosts(store, filtersFor(records), plan, silent);
    expect(lines.map(({ limit }) => limit)).toContain(25);
    const [iop] = lines;
    expect(iop).toMatchObject({ filter: 'IOP', withinMiles: null, refused: 0 });
    expect(iop?.readUnits.p50).toBe((iop?.pages.p50 ?? 0) / 2);
    expect(iop?.centersDecoded.max).toBeLessThanOrEqual(records.length);
  });

  it('counts what a change writes, and results of a cell', async () => {
    const changed = await measureChanges(records, store, { centers: 3, random: seeded(6) }, silent);
    expect(changed.map(({ itemsWritten }) => itemsWritten.length)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3]);
    for (const { itemsWritten, among } of changed) {
      expect(Math.max(...itemsWritten)).toBe(Object.values(among).reduce((sum, items) => sum + items, 0));
      expect(Math.max(...itemsWritten)).toBeGreaterThan(3);
    }
    const files = await writeItemFiles(store, await headOf(store), hashes);
    const direct = newMeter();
    const fromFiles = newMeter();
    const some = [...hashes].slice(0, 130);
    const one = await store.read({ hashes: some, head: true }, direct);
    expect(await (await itemFileReader(files.folder)).read({ hashes: some, head: true }, fromFiles)).toEqual(one);
    expect(fromFiles).toEqual(direct);
    const memory = await measureSearchingMemory(files, { searches: 3, seed: 1, now });
    expect(memory.peakMb).toBeGreaterThan(30);
    files.remove();
    const cells = await measureCells(store, records, { cells: 2, now, random: seeded(6) });
    expect(cells.map(({ precision }) => precision)).toEqual([4, 5]);
    expect(cells[0]?.resultsOverLimit.p50).toBeGreaterThanOrEqual(1);
  });

  it('answers from kdbush in the same handler with the same centers', async () => {
    const near = { origin: { lat: 33.4, lng: -112 }, withinKm: null, filter: { level: ['iop' as const] }, limit: 5 };
    const example = await locator.near(near, newMeter());
    const peer = kdbushLocator(records.map(packCenter), locator, example, now);
    const search = { ...near, withinMiles: null };
    const [ours, theirs] = await Promise.all([locator, peer].map((one) => asker(one, () => now)(search)));
    expect(ours?.status).toBe(200);
    expect(JSON.parse(theirs?.body ?? '')).toEqual(JSON.parse(ours?.body ?? ''));
  });
});

describe('its parts', () => {
  it('spreads and medians', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ n: 3, mean: 2, p50: 2, p95: 3, p99: 3, max: 3 });
    expect(spreadOf([])).toMatchObject({ n: 0, max: 0 });
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('makes origins of every kind', () => {
    const origin = originsOf(seeded(1));
    for (const kind of [...originKinds, 'mixed' as const]) {
      const { lat, lng } = origin(kind);
      expect(lat).toBeGreaterThan(10);
      expect(lng).toBeLessThan(-60);
    }
  });

  it('plans a quick run without the large sizes, and prints bars that were not measured as such', () => {
    const options = { sizes: null, only: sections, seed: 1, listings: null };
    expect(planOf({ ...options, quick: true }).sizes.map(({ name }) => name)).toEqual(['50 made up', '5,428 made up']);
    expect(planOf({ ...options, quick: false }).sizes).toHaveLength(4);
    const lines = mustShow({ sizes: [], names: null, peers: null, cpu: null, coldStart: null, postgis: null });
    expect(lines).toEqual([]);
    expect(mustShowTable([{ what: 'a', bar: '1', measured: null, met: null }])).toContain('not in this run');
  });
});
