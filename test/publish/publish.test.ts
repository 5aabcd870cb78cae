import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { Head } from '../../functions/dataset/head.ts';
import { packed } from '../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { publish, reachableFrom } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { type DatasetStore, HeadMovedError } from '../../functions/store/store.ts';
import { seeded } from '../support/random.ts';
import { syntheticRecord } from '../support/synthetic.ts';
import { clustered, confirmed, NOW, shuffled, withOne } from './clustered.ts';
import { built } from './items.ts';

const records = clustered(400);

/** A store that counts written items and loses its connection after a number of them. */
function counting(store: DatasetStore, failAfter = Infinity): DatasetStore & { written: string[] } {
  const written: string[] = [];
  return {
    ...store,
    written,
    async write(blobs) {
      for (const blob of blobs) {
        if (written.length >= failAfter) throw new Error('connection lost');
        await store.write([blob]);
        written.push(blob.hash);
      }
    },
  };
}

async function headOf(store: DatasetStore): Promise<Head> {
  const head = await store.readHead();
  if (head === null) throw new Error('nothing is published');
  return head;
}

async function idsSeen(store: DatasetStore): Promise<string[]> {
  const locator = new Locator({ store, now: () => NOW });
  const query = { origin: { lat: 39, lng: -98 }, withinKm: null, filter: {}, limit: 10_000 };
  const { answer } = await locator.near(query, newMeter());
  return answer.matches.map(({ row }) => row[packed.id]).sort();
}

const rejecting = () => Promise.reject(new HeadMovedError('another publisher moved the dataset first'));
const idsOf = (list: readonly CenterRecord[]) => list.map(({ center }) => center.id).sort();

describe('publish', () => {
  it('makes the same version and identical items of the same records in any order', () => {
    const one = built(records);
    const other = built(shuffled(records, 5));
    expect(other.dataset).toEqual(one.dataset);
    expect([...other.blobs.keys()].sort()).toEqual([...one.blobs.keys()].sort());
    for (const [hash, { body }] of one.blobs)
      expect(Buffer.from(body).equals(other.blobs.get(hash)?.body ?? Buffer.of())).toBe(true);
  });

  it('writes nothing and moves nothing when nothing changed', async () => {
    const store = counting(memoryStore());
    const first = await publish({ store, records, now: NOW });
    expect(first).toMatchObject({ changed: true, centers: 400, written: store.written.length });
    const head = await headOf(store);
    const again = await publish({ store, records, now: NOW + 1_000 });
    expect(again).toMatchObject({ version: first.version, changed: false, written: 0 });
    expect(store.written).toHaveLength(first.written);
    expect(await headOf(store)).toEqual(head);
  });

  it('names exactly what was built as reachable', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    const reachable = await reachableFrom(await headOf(store), store);
    expect([...reachable].sort()).toEqual([...built(records).blobs.keys()].sort());
  });

  it('that is interrupted leaves readers where they were, and the next one writes only the rest', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    const head = await headOf(store);
    const next = [...clustered(300, 2).map(renamed), ...records];
    const before = built(records).blobs;
    const fresh = [...built(next).blobs.keys()].filter((hash) => !before.has(hash));
    for (const failAfter of [0, 1, Math.floor(fresh.length / 2)]) {
      const broken = counting(store, failAfter);
      await expect(publish({ store: broken, records: next, now: NOW })).rejects.toThrow('connection lost');
      expect(await headOf(store)).toEqual(head);
      expect(await idsSeen(store)).toEqual(idsOf(records));
    }
    const resumed = counting(store);
    const report = await publish({ store: resumed, records: next, now: NOW });
    // Each attempt found the items that earlier attempts had written, and continued from there.
    const stands = 1 + Math.floor(fresh.length / 2);
    expect(report.written).toBe(fresh.length - stands);
    expect(resumed.written).toHaveLength(fresh.length - stands);
    expect(await idsSeen(store)).toEqual(idsOf(next));
  });

  it('that loses its connection before HEAD moves leaves readers where they were', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    const broken: DatasetStore = { ...store, moveHead: () => Promise.reject(new Error('connection lost')) };
    const fewer = records.slice(1);
    await expect(publish({ store: broken, records: fewer, now: NOW })).rejects.toThrow('connection lost');
    expect(await idsSeen(store)).toEqual(idsOf(records));
    expect((await publish({ store, records: fewer, now: NOW })).written).toBe(0);
    expect(await idsSeen(store)).toEqual(idsOf(fewer));
  });

  it('at the same time as another: one wins, the other is told, and both datasets are whole', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    const [one, other] = [
      records.slice(0, 300),
      withOne(
        records,
        records.findIndex(({ offerings }) => offerings.length > 0),
        confirmed,
      ),
    ];
    const outcomes = await Promise.allSettled([one, other].map((list) => publish({ store, records: list, now: NOW })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.findIndex(({ status }) => status === 'rejected');
    const loser = outcomes[lost];
    expect(loser?.status === 'rejected' ? loser.reason : null).toBeInstanceOf(HeadMovedError);
    const [winners = [], losers = []] = lost === 1 ? [one, other] : [other, one];
    expect(await idsSeen(store)).toEqual(idsOf(winners));
    // The loser's items are already stored: trying again only moves HEAD.
    expect(await publish({ store, records: losers, now: NOW })).toMatchObject({ changed: true, written: 0 });
    expect(await idsSeen(store)).toEqual(idsOf(losers));
    expect((await headOf(store)).revision).toBe(3);
  });

  it('builds again on a newer HEAD as often as it may, keeps what was confirmed meanwhile, and says so', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    const rival = records.slice(0, 390);
    const target = records.slice(1).find(({ offerings }) => offerings.length > 0);
    const offering = target?.offerings[0]?.id ?? '';
    const word = { center: target?.center.id ?? '', offering, state: 'denied', by: 'kim', revision: 1 } as const;
    const at = new Date(NOW).toISOString();
    let rivals = 1;
    const contested: DatasetStore = {
      ...store,
      async present(hashes) {
        if (rivals-- > 0) {
          await store.putConfirmation({ ...word, at, confirmedAt: at, expiresAt: null }, null);
          await publish({ store, records: rival, now: NOW + 1 });
        }
        return store.present(hashes);
      },
    };
    const next = records.slice(1);
    const report = await publish({ store: contested, records: next, now: NOW + 2, attempts: 2 });
    expect(report).toMatchObject({ changed: true, confirmations: 1, orphans: [] });
    expect(report.overtaken).toHaveLength(1);
    expect(report.before?.version).toBe(report.overtaken[0]);
    expect(await idsSeen(store)).toEqual(idsOf(next));
    const told = publish({ store: { ...store, moveHead: rejecting }, records, now: NOW + 3, attempts: 2 });
    await expect(told).rejects.toThrow(HeadMovedError);
    expect(await idsSeen(store)).toEqual(idsOf(next));
  });

  it('refuses to lose more centers than it may, compared with what is there when it moves HEAD', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    const losing = (count: number) =>
      publish({ store, records: records.slice(count), now: NOW, largestDrop: 0.1, dryRun: true });
    await expect(losing(41)).rejects.toThrow('the table has 400 centers and the new dataset 359, 10.3 % fewer');
    await expect(losing(400)).rejects.toThrow('100.0 % fewer');
    expect(await losing(40)).toMatchObject({ centers: 360, changed: true });
    expect(await idsSeen(store)).toEqual(idsOf(records));
  });

  it('that is only tried writes nothing, and says what it would write', async () => {
    const store = memoryStore();
    const tried = await publish({ store, records, now: NOW, dryRun: true });
    expect(store.size()).toBe(0);
    expect(await store.readHead()).toBeNull();
    expect(tried).toMatchObject({ written: tried.items, changed: true, before: null });
    expect((await publish({ store, records, now: NOW })).written).toBe(tried.written);
  });

  it('of no centers at all answers with none', async () => {
    const store = memoryStore();
    expect(await publish({ store, records: [], now: NOW })).toMatchObject({ centers: 0, pages: 0, changed: true });
    const locator = new Locator({ store, now: () => NOW });
    const meter = newMeter();
    const near = await locator.near(
      { origin: { lat: 90, lng: 180 }, withinKm: null, filter: { level: ['iop'] }, limit: 5 },
      meter,
    );
    expect(near.answer).toMatchObject({ matches: [], unknown: { count: 0, more: false } });
    const state = await locator.inState({ state: 'AZ', filter: {}, limit: 5 }, meter);
    expect(state.answer).toMatchObject({ matches: [], unknown: { count: 0, more: false } });
    expect((await locator.center('nobody', meter)).answer).toBeNull();
    expect((await locator.overview(meter)).summary.centers).toBe(0);
  });

  it('of centers that all stand at one point finds every one of them, by id', async () => {
    const random = seeded(9);
    const crowd = Array.from({ length: 500 }, (_, n) => syntheticRecord(random, n, { lat: 33.45, lng: -112.07 }, NOW));
    const store = memoryStore();
    await publish({ store, records: crowd, now: NOW });
    expect(await idsSeen(store)).toEqual(idsOf(crowd));
    const locator = new Locator({ store, now: () => NOW });
    const query = { origin: { lat: 33.45, lng: -112.07 }, withinKm: 0.001, filter: {}, limit: 7 };
    const { answer } = await locator.near(query, newMeter());
    expect(answer.matches.map(({ row }) => row[packed.id])).toEqual(idsOf(crowd).slice(0, 7));
    expect(answer.matches.map(({ distanceKm }) => distanceKm)).toEqual(Array(7).fill(0));
  });

  it('refuses a center that is there twice, or too large for a page, by its name', async () => {
    const [first] = records;
    if (first === undefined) throw new Error('no record');
    const store = memoryStore();
    await expect(publish({ store, records: [...records, first], now: NOW })).rejects.toThrow(first.center.id);
    const random = seeded(10);
    const noise = () =>
      Array.from({ length: 150 }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 20_000))).join('');
    const huge: CenterRecord = {
      ...first,
      center: { ...first.center, id: 'too-large', alternateNames: Array.from({ length: 20 }, noise) },
    };
    await expect(publish({ store, records: [...records, huge], now: NOW })).rejects.toThrow('too-large');
    expect(store.size()).toBe(0);
    expect(await store.readHead()).toBeNull();
  });
});

function renamed(record: CenterRecord): CenterRecord {
  const id = `other-${record.center.id}`;
  const offerings = record.offerings.map((offering) => ({ ...offering, id: `other-${offering.id}` }));
  return { ...record, center: { ...record.center, id }, offerings };
}
