import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { Head } from '../../functions/dataset/head.ts';
import { packed } from '../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { type Change, changeCenters } from '../../functions/publish/change/change-centers.ts';
import { collect } from '../../functions/publish/collect.ts';
import { publish } from '../../functions/publish/publish.ts';
import { putInPlace } from '../../functions/publish/put-in-place.ts';
import { rollback } from '../../functions/publish/rollback.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { expectLookups, ids, idsOf } from '../support/plain-lookups.ts';
import { seeded } from '../support/random.ts';
import { clustered, NOW, withOne } from './clustered.ts';
import { changesOf, contents, fromScratch, headOf } from './contents.ts';

const DAY = 86_400_000;

const renamed =
  (name: string) =>
  (record: CenterRecord): CenterRecord => ({
    ...record,
    center: { ...record.center, name },
  });
const as =
  (edit: (record: CenterRecord) => CenterRecord | null) =>
  (record: CenterRecord): Change => ({ record: edit(record), beneath: null });

async function change(store: DatasetStore, now: number, list: readonly string[], how: (one: CenterRecord) => Change) {
  const current = await headOf(store);
  await putInPlace(await changeCenters(current, store, list, how), { store, current, now });
}

describe('changes of lookup indexes', () => {
  const records = clustered(300, 9);
  const [first, second, third] = idsOf(records) as [string, string, string];

  it('that are taken back leave nothing over the pages', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    const before = await headOf(store);
    await change(store, NOW, [first, second], as(renamed('Zzyzx')));
    expect((await headOf(store)).roots.word).toBe(before.roots.word);
    expect(await changesOf(await headOf(store), store)).not.toEqual([]);
    const back = records[0]?.center.name ?? '';
    await change(store, NOW, [first], as(renamed(back)));
    const left = await changesOf(await headOf(store), store);
    expect(left.filter(({ key }) => key.endsWith(first))).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
    await publish({ store, records, now: NOW });
    expect(await headOf(store)).toMatchObject({ version: before.version });
    expect(await headOf(store)).not.toHaveProperty('changes');
  });

  it('go over pages of no center, and of centers of which none is left', async () => {
    const store = memoryStore();
    const random = seeded(4);
    for (const count of [0, 3, 1, 0, 2, 0]) {
      const list = records.slice(0, count);
      await publish({ store, records: list, now: NOW });
      expect(await contents(store)).toEqual(await fromScratch(store, list));
      await expectLookups(store, list, records.slice(0, 4), random);
    }
  });

  it('are kept with the versions that have them, brought back with them, and go with them', async () => {
    const clock = { now: NOW };
    const store = memoryStore(() => clock.now);
    await publish({ store, records, now: clock.now });
    const items: (string | undefined)[] = [];
    for (const [name, id] of [
      ['One', first],
      ['Two', second],
      ['Three', third],
    ] as const) {
      clock.now += 2 * DAY;
      await change(store, clock.now, [id], as(renamed(name)));
      items.push((await headOf(store)).changes);
    }
    clock.now += DAY;
    await collect({ store, now: () => clock.now });
    const there = new Set((await store.pages(null)).pages.map(({ hash }) => hash));
    expect(items.map((hash) => there.has(hash ?? ''))).toEqual([false, true, true]);
    await rollback({ store, now: clock.now });
    expect((await headOf(store)).changes).toBe(items[1]);
    const now = [renamed('One'), renamed('Two')].reduce((list, edit, at) => withOne(list, at, edit), records);
    expect(await contents(store)).toEqual(await fromScratch(store, now));
    await expectLookups(store, now, records.slice(0, 3), seeded(8));
  });

  it('stay with a cursor: its pages are those of its version, whatever changed since', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    await change(
      store,
      NOW,
      [first, second],
      as(() => null),
    );
    const locator = new Locator({ store, now: () => NOW });
    const pages = async (between: () => Promise<void>) => {
      const found: string[] = [];
      let [after, version]: [string | null, Head | null] = [null, null];
      for (let more = true; more; ) {
        const asked = { name: 'springfield', filter: {}, limit: 7, after };
        const { answer, head } = await locator.named(asked, newMeter(), version);
        found.push(...ids(answer.matches.map(({ row }) => row)));
        const last = answer.matches.at(-1)?.row;
        [after, version] = [last ? `${last[packed.name].toLowerCase()}\u0000${last[packed.id]}` : null, head];
        more = answer.more;
        await between();
      }
      return found;
    };
    const whole = await pages(async () => {});
    expect(whole.length).toBeGreaterThan(20);
    let next = 5;
    const meanwhile = await pages(async () => {
      const ids = idsOf(records.slice(next, next + 8));
      await change(store, NOW, ids, as(next % 2 === 0 ? () => null : renamed('Springfield First')));
      next += 9;
    });
    expect(meanwhile).toEqual(whole);
  });

  it('come along with what a lookup reads first, and a search from a point does not read them', async () => {
    const asked: string[][] = [];
    const inner = memoryStore();
    const store: typeof inner = {
      ...inner,
      read(request, meter) {
        asked.push([...request.hashes]);
        return inner.read(request, meter);
      },
    };
    const lookups = async (laidOver: boolean) => {
      await publish({ store, records, now: NOW });
      if (laidOver) await change(store, NOW, [second], as(renamed('Zzyzx Springfield')));
      const { changes = '' } = await headOf(store);
      const locator = new Locator({ store, now: () => NOW });
      const trips = async (ask: () => Promise<unknown>) => {
        asked.length = 0;
        await ask();
        return { trips: asked.length, read: asked.flat().filter((hash) => hash === changes).length };
      };
      const origin = { lat: 39, lng: -98 };
      const near = await trips(() =>
        locator.near({ origin, withinKm: null, filter: { level: ['iop'] }, limit: 5 }, newMeter()),
      );
      const byId = await trips(() => locator.center(second, newMeter()));
      const again = await trips(() => locator.center(third, newMeter()));
      const name = await trips(() => locator.named({ name: 'springfeld', filter: {}, limit: 5 }, newMeter()));
      return { near, byId, again, name };
    };
    const plain = await lookups(false);
    const over = await lookups(true);
    expect(over.near).toEqual(plain.near);
    expect(over.byId).toEqual({ trips: plain.byId.trips, read: 1 });
    // The container keeps them.
    expect([over.again.read, over.name.read]).toEqual([0, 0]);
    expect(over.name.trips).toBeLessThanOrEqual(plain.name.trips);
  });
});
