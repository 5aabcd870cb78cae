import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packed } from '../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { collect } from '../../functions/publish/collect.ts';
import { publish } from '../../functions/publish/publish.ts';
import { rollback } from '../../functions/publish/rollback.ts';
import { keptVersions } from '../../functions/publish/versions.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { clustered, NOW } from './clustered.ts';
import { built } from './items.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const records = clustered(240);
/** Datasets that share some of their pages. */
const sets = [0, 40, 80, 120].map((from) => records.slice(from, from + 120));
const [A = [], B = [], C = [], D = []] = sets;

function table() {
  const clock = { now: NOW };
  const now = () => clock.now;
  const store = memoryStore(now);
  return {
    store,
    clock,
    now,
    publish: (list: readonly CenterRecord[]) => publish({ store, records: list, now: clock.now }),
    rollback: (to?: string) => rollback({ store, now: clock.now, ...(to !== undefined && { to }) }),
    collect: () => collect({ store, now }),
    versions: async () => (await keptVersions(store)).map(({ head }) => head.version),
    hashes: async () => (await store.pages(null)).pages.map(({ hash }) => hash).sort(),
  };
}

const versionOf = (list: readonly CenterRecord[]) => built(list).dataset.head.version;
const hashesOf = (...lists: (readonly CenterRecord[])[]) =>
  [...new Set(lists.flatMap((list) => [...built(list).blobs.keys()]))].sort();

/** Ids in the dataset that readers see, read without a cache. */
async function seen(store: DatasetStore, now: number): Promise<string[]> {
  const locator = new Locator({ store, now: () => now });
  const query = { origin: { lat: 39, lng: -98 }, withinKm: null, filter: {}, limit: 10_000 };
  return (await locator.near(query, newMeter())).answer.matches.map(({ row }) => row[packed.id]).sort();
}
const idsOf = (list: readonly CenterRecord[]) => list.map(({ center }) => center.id).sort();

describe('rollback', () => {
  it('brings back the dataset before, truly dated, under a newer revision', async () => {
    const { store, clock, ...t } = table();
    await t.publish(A);
    clock.now += MINUTE;
    await t.publish(B);
    clock.now += MINUTE;
    const report = await t.rollback();
    expect(report.firstPublishedAt).toBe(new Date(NOW).toISOString());
    expect(report.from.version).toBe(versionOf(B));
    const head = await store.readHead();
    expect(head).toEqual(report.to);
    expect(head).toMatchObject({ version: versionOf(A), revision: 3, centers: 120 });
    expect(head?.publishedAt).toBe(new Date(clock.now).toISOString());
    expect(await seen(store, clock.now)).toEqual(idsOf(A));
  });

  it('goes back twice when asked twice, and to any kept version by name', async () => {
    const { clock, ...t } = table();
    for (const list of [A, B, C]) {
      await t.publish(list);
      clock.now += MINUTE;
    }
    expect((await t.rollback()).to.version).toBe(versionOf(B));
    clock.now += MINUTE;
    expect((await t.rollback()).to.version).toBe(versionOf(A));
    clock.now += MINUTE;
    await expect(t.rollback()).rejects.toThrow('no version before the current one is kept');
    expect((await t.rollback(versionOf(C))).to).toMatchObject({ version: versionOf(C), revision: 6 });
    await expect(t.rollback(versionOf(C))).rejects.toThrow('is the current version');
    await expect(t.rollback('never')).rejects.toThrow('no version "never" is kept');
    expect(await t.versions()).toEqual([C, A, B, C, B, A].map(versionOf));
  });

  it('has nothing to go back to in an empty table', async () => {
    await expect(table().rollback()).rejects.toThrow('nothing has been published');
  });

  it('moves nothing when pages of the old dataset are gone', async () => {
    const { store, ...t } = table();
    await t.publish(A);
    await t.publish(C);
    const only = hashesOf(A).find((hash) => !hashesOf(C).includes(hash));
    const page = (await store.pages(null)).pages.find(({ hash }) => hash === only);
    if (page === undefined) throw new Error('no page of its own');
    await store.removePage(page);
    await expect(t.rollback()).rejects.toThrow('no longer complete');
    expect((await store.readHead())?.version).toBe(versionOf(C));
  });
});

describe('collect', () => {
  it('keeps the current version, the one before and those of the last day, and every page of theirs', async () => {
    const { store, clock, ...t } = table();
    for (const list of [A, B, C]) {
      await t.publish(list);
      clock.now += HOUR;
    }
    expect(await t.collect()).toMatchObject({ versionsRemoved: 0, pagesRemoved: 0 });
    clock.now += 2 * DAY;
    await t.publish(D);
    // B was replaced two days ago, and C only now.
    clock.now += 2 * HOUR;
    const report = await t.collect();
    expect(report).toMatchObject({ versionsRemoved: 2, versionsKept: 2, pagesSpared: 0 });
    expect(await t.hashes()).toEqual(hashesOf(C, D));
    expect(await t.versions()).toEqual([versionOf(D), versionOf(C)]);
    expect(await seen(store, clock.now)).toEqual(idsOf(D));
    expect((await t.rollback()).to.version).toBe(versionOf(C));
    expect(await seen(store, clock.now)).toEqual(idsOf(C));
    expect(await t.collect()).toMatchObject({ versionsRemoved: 0, pagesRemoved: 0 });
  });

  it('spares what a publish wrote within the hour, and takes what an abandoned one left after it', async () => {
    const { store, clock, ...t } = table();
    await t.publish(A);
    await store.write([...built(B).blobs.values()]);
    clock.now += 59 * MINUTE;
    const spared = hashesOf(A, B).length - hashesOf(A).length;
    expect(await t.collect()).toMatchObject({ pagesRemoved: 0, pagesSpared: spared });
    clock.now += 2 * MINUTE;
    expect(await t.collect()).toMatchObject({ pagesRemoved: spared, pagesSpared: 0 });
    expect(await t.hashes()).toEqual(hashesOf(A));
  });

  it('keeps the dataset that was rolled back from, however old, until records are published again', async () => {
    const { store, clock, ...t } = table();
    const step = async (list: readonly CenterRecord[]) => {
      const origin = { what: 'publish', by: 'kim' } as const;
      await publish({ store, records: list, now: clock.now, origin });
      clock.now += HOUR;
    };
    await step(A);
    await step(B);
    await step(C);
    await rollback({ store, now: clock.now, by: 'lee' });
    clock.now += 30 * DAY;
    await t.collect();
    expect((await keptVersions(store)).map(({ head, origin }) => [head.version, origin?.what, origin?.by])).toEqual([
      [versionOf(B), 'rollback', 'lee'],
      [versionOf(C), 'publish', 'kim'],
      [versionOf(A), 'publish', 'kim'],
    ]);
    // The rollback can be undone.
    await t.rollback(versionOf(C));
    expect(await seen(store, clock.now)).toEqual(idsOf(C));
    clock.now += HOUR;
    await step(D);
    clock.now += 30 * DAY;
    await t.collect();
    expect(await t.versions()).toEqual([versionOf(D), versionOf(C)]);
  });

  it('forgets the record of a publisher who was ended before HEAD moved', async () => {
    const { store, clock, ...t } = table();
    await t.publish(A);
    const ended: DatasetStore = {
      ...store,
      versions: async () => [
        {
          key: { publishedAt: new Date(NOW).toISOString(), version: 'ended' },
          head: { ...built(B).dataset.head, version: 'ended', revision: 2, publishedAt: new Date(NOW).toISOString() },
          published: false,
          restores: null,
        },
        ...(await store.versions()),
      ],
      removeVersion: async (key) => removed.push(key.version) > 0,
    };
    const removed: string[] = [];
    expect((await keptVersions(ended)).map(({ head }) => head.version)).toEqual([versionOf(A)]);
    clock.now += 2 * HOUR;
    await collect({ store: ended, now: t.now });
    expect(removed).toEqual(['ended']);
    expect(await seen(store, clock.now)).toEqual(idsOf(A));
  });

  it('takes nothing that a publish or a rollback brings back while it works', async () => {
    for (const back of ['publish', 'rollback'] as const) {
      const { store, clock, ...t } = table();
      await t.publish(A);
      clock.now += MINUTE;
      await t.publish(B);
      clock.now += 2 * DAY;
      await t.publish(C);
      clock.now += 2 * DAY;
      await t.publish(D);
      clock.now += 2 * HOUR;
      // The walk has seen every page and chosen the versions to remove; now somebody restores one of them.
      let once = true;
      const meanwhile: DatasetStore = {
        ...store,
        async pages(from) {
          const answer = await store.pages(from);
          if (once && back === 'publish') await t.publish(A);
          if (once && back === 'rollback') await t.rollback();
          once = false;
          return answer;
        },
      };
      await collect({ store: meanwhile, now: t.now });
      expect(await seen(store, clock.now)).toEqual(idsOf(back === 'publish' ? A : C));
    }
  });

  it('ended at any removal leaves every kept version whole, and the next one ends the work', async () => {
    for (const after of [0, 1, 5, 20]) {
      const { store, clock, ...t } = table();
      for (const list of [A, B, C, D]) {
        await t.publish(list);
        clock.now += 2 * DAY;
      }
      let left = after;
      const ending: DatasetStore = {
        ...store,
        removePage: async (page) => {
          if (left === 0) throw new Error('ended');
          left -= 1;
          return store.removePage(page);
        },
      };
      await expect(collect({ store: ending, now: t.now })).rejects.toThrow('ended');
      expect(await seen(store, clock.now)).toEqual(idsOf(D));
      await t.collect();
      expect(await t.hashes()).toEqual(hashesOf(C, D));
    }
  });

  it('removes nothing when the current dataset cannot be read whole', async () => {
    const { store, clock, ...t } = table();
    await t.publish(A);
    clock.now += DAY;
    const root = built(A).dataset.head.roots.records;
    const page = (await store.pages(null)).pages.find(({ hash }) => hash === root);
    if (page === undefined) throw new Error('no root');
    await store.removePage(page);
    await store.write([...built(B).blobs.values()].filter(({ hash }) => hash !== root));
    clock.now += DAY;
    const before = await t.hashes();
    await expect(t.collect()).rejects.toThrow('missing');
    expect(await t.hashes()).toEqual(before);
  });
});
