import { describe, expect, it } from 'vitest';
import { type Meter, newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { Head } from '../../functions/dataset/head.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { type Change, changeCenters } from '../../functions/publish/change/change-centers.ts';
import { publish } from '../../functions/publish/publish.ts';
import { putInPlace } from '../../functions/publish/put-in-place.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { expectLookups, ids, idsOf } from '../support/plain-lookups.ts';
import { seeded } from '../support/random.ts';
import { clustered, NOW, withOne } from './clustered.ts';
import { contents, fromScratch, headOf } from './contents.ts';

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

describe('changes of some centers', () => {
  const records = clustered(300, 9);
  const [first, second] = idsOf(records) as [string, string];

  it('that are taken back bring back the version, whatever was published between', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    const { version } = await headOf(store);
    await change(store, NOW, [first, second], as(renamed('Zzyzx')));
    const changed = (await headOf(store)).version;
    expect(changed).not.toBe(version);
    for (const [at, id] of [first, second].entries()) {
      await change(store, NOW, [id], as(renamed(records[at]?.center.name ?? '')));
    }
    expect(await headOf(store)).toMatchObject({ version });
    // The same changes in a whole publish.
    const list = [0, 1].reduce((all, at) => withOne(all, at, renamed('Zzyzx')), records);
    await publish({ store, records: list, now: NOW });
    expect(await headOf(store)).toMatchObject({ version: changed });
  });

  it('lead to a dataset of no center, and away from one', async () => {
    const store = memoryStore();
    const random = seeded(4);
    for (const count of [0, 3, 1, 0, 2, 0]) {
      const list = records.slice(0, count);
      await publish({ store, records: list, now: NOW });
      expect(await contents(store)).toEqual(await fromScratch(store, list));
      await expectLookups(store, list, records.slice(0, 4), random);
    }
  });

  it('leave a cursor its pages: those of its version, whatever changed since', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    await change(
      store,
      NOW,
      [first, second],
      as(() => null),
    );
    let now = NOW;
    const locator = new Locator({ store, now: () => now });
    const pages = async (between: () => Promise<void>) => {
      const found: string[] = [];
      let [after, version]: [string | null, Head | null] = [null, null];
      for (let more = true; more; ) {
        const asked = { name: 'springfield', filter: {}, limit: 12, after };
        const { answer, head } = await locator.named(asked, newMeter(), version);
        found.push(...ids(answer.matches.map(({ row }) => row)));
        [after, version] = [answer.matches.at(-1)?.key ?? null, head];
        more = answer.more;
        await between();
      }
      return found;
    };
    const whole = await pages(async () => {});
    expect(whole.length).toBeGreaterThan(4 * 12);
    let next = 5;
    const meanwhile = await pages(async () => {
      const ids = idsOf(records.slice(next, next + 8));
      await change(store, NOW, ids, as(next % 2 === 0 ? () => null : renamed('Springfield First')));
      next += 9;
      // The locator looks for a newer dataset after 5 s.
      now += 6_000;
    });
    expect(meanwhile).toEqual(whole);
  });

  it('make lookups by id, organization and name read pages alone: one for each row, one for each center', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    await change(store, NOW, [second], as(renamed('Zzyzx Springfield')));
    const locator = new Locator({ store, now: () => NOW, cacheBytes: 0 });
    const slug = records[2]?.center.organization.slug ?? '';
    const asks = {
      id: (meter: Meter) => locator.center(second, meter),
      organization: (meter: Meter) => locator.organization(slug, meter),
      name: (meter: Meter) => locator.named({ name: 'zzyzx', filter: {}, limit: 5 }, meter),
    };
    const cost: Record<string, readonly [items: number, roundTrips: number]> = {};
    for (const [what, ask] of Object.entries(asks)) {
      await ask(newMeter());
      const meter = newMeter();
      await ask(meter);
      cost[what] = [meter.items, meter.roundTrips];
    }
    expect(cost).toEqual({ id: [2, 2], organization: [1, 1], name: [2, 2] });
  });
});
