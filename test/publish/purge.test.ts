import { describe, expect, it } from 'vitest';
import { decodeContent } from '../../functions/dataset/content.ts';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { reachableFrom } from '../../functions/dataset/read/reachable.ts';
import type { FormerId } from '../../functions/domain/former-id.ts';
import { importPrivate } from '../../functions/publish/agent/import-private.ts';
import { collect } from '../../functions/publish/collect.ts';
import { confirm } from '../../functions/publish/confirm.ts';
import { correct } from '../../functions/publish/correct.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { purge } from '../../functions/publish/purge.ts';
import { rollback } from '../../functions/publish/rollback.ts';
import { keptVersions } from '../../functions/publish/versions.ts';
import { DatasetGoneError } from '../../functions/search/datasets.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { idsOf } from '../support/plain-lookups.ts';
import { clustered, NOW, withOne } from './clustered.ts';

const HOUR = 3_600_000;
const records = clustered(60, 5);
const [withdrawn] = records;
if (withdrawn === undefined) throw new Error('no center');
const { id, name } = withdrawn.center;
const without = records.slice(1);
const former: FormerId[] = [
  { id: 'older-name-abc123', reason: 'renamed', since: '2026-01-01', now: id },
  { id: 'other-center-xyz789', reason: 'unlisted', since: '2026-01-01', now: null },
];
const renamed = withOne(records, 7, ({ center, offerings }) => ({ center: { ...center, name: 'Zz' }, offerings }));

/** A table with three versions, all with the center and something that people added to it. */
async function opened() {
  const clock = { now: NOW };
  const now = () => clock.now;
  const store = memoryStore(now);
  await publish({ store, records, former, now: now(), origin: { what: 'publish', by: 'kim' } });
  clock.now += HOUR;
  await publish({ store, records: renamed, former, now: now(), origin: { what: 'publish', by: 'kim' } });
  clock.now += HOUR;
  const offering = withdrawn?.offerings[0]?.id ?? '';
  await confirm({ center: id, offering, state: 'confirmed', by: 'lee', seen: null }, { store, now: now() });
  await correct(
    { center: id, reason: 'moved', by: 'lee', set: [{ path: 'address.street', value: '9 Hidden Way' }] },
    { store, now: now() },
  );
  clock.now += 2 * HOUR;
  return { store, clock, now, purge: () => purge(id, { store, now, by: 'kim' }) };
}

/** The text of all pages in the table. */
async function allText(store: DatasetStore): Promise<string> {
  const { pages } = await store.pages(null);
  const { bodies } = await store.read({ hashes: pages.map(({ hash }) => hash), head: false }, newMeter());
  return [...bodies].map(([hash, body]) => JSON.stringify(decodeContent({ hash, body }))).join('\n');
}

describe('purge', () => {
  it('leaves no word of the center in any version, page or item, and the other centers as they were', async () => {
    const { store, purge } = await opened();
    expect((await allText(store)).includes('9 Hidden Way')).toBe(true);
    const report = await purge();
    expect(report).toMatchObject({ wasPublished: true, removed: 0, collected: { pagesSpared: 0 } });
    const kept = await keptVersions(store);
    // The table had four versions: of two publishes, the confirmation and the correction. Each is replaced by a version
    // without the center.
    expect(report.replaced).toBe(4);
    for (const { head } of kept) {
      expect(idsOf(await publishedRecords(head, store))).not.toContain(id);
      await reachableFrom(head, store);
    }
    const text = await allText(store);
    const said = [id, '9 Hidden Way', 'older-name-abc123', `"${withdrawn.center.address.street}"`, `"${name}"`];
    expect(said.filter((word) => text.includes(word))).toEqual([]);
    expect(text.includes('other-center-xyz789')).toBe(true);
    expect(await store.confirmations(id)).toEqual([]);
    expect(await store.history(id)).toEqual([]);
    expect(await store.correctionHistory(id)).toEqual([]);
  });

  it('gives the version that a first publish of the other records gives', async () => {
    const { store, purge } = await opened();
    const { version } = await purge();
    const other = memoryStore();
    const fresh = await publish({
      store: other,
      records: renamed.slice(1),
      former: former.filter(({ now }) => now !== id),
      now: NOW,
    });
    expect(version).toBe(fresh.version);
    expect((await store.readHead())?.version).toBe(fresh.version);
  });

  it('is not undone by an import, a rollback or private fields', async () => {
    const { store, clock, now, purge } = await opened();
    await purge();
    clock.now += HOUR;
    const again = await publish({ store, records, former, now: now() });
    expect(again.withdrawn).toBe(1);
    const ids = async () => idsOf(await publishedRecords((await store.readHead()) ?? never(), store));
    expect(await ids()).toEqual(idsOf(without).sort());
    await rollback({ store, now: now() });
    expect(await ids()).not.toContain(id);
    const fields = { facilityCode: 'SECRET', directIntake: null, warmTransfer: null, notes: null };
    await importPrivate([{ ...withdrawn, private: fields as never }], { store, now: now() });
    expect((await store.privateFields([id])).size).toBe(0);
    // Somebody undoes the withdrawal as a mistake.
    await store.unmarkPurged(id);
    await publish({ store, records, former, now: now() });
    expect(await ids()).toContain(id);
  });

  it('covers the ids that the center had before: an older file does not bring it back, nor do words about them stay', async () => {
    const { store, now, purge } = await opened();
    const older = { ...withdrawn, center: { ...withdrawn.center, id: 'older-name-abc123' } };
    await store.putCorrections(
      {
        ...{ center: 'older-name-abc123', corrections: [], reason: '9 Hidden Way', by: 'lee', revision: 1 },
        at: new Date(NOW).toISOString(),
      },
      null,
    );
    await purge();
    expect(await store.correctionHistory('older-name-abc123')).toEqual([]);
    const report = await publish({ store, records: [older, ...without], former, now: now() });
    expect(report).toMatchObject({ withdrawn: 1, centers: without.length });
  });

  it('covers the ids that an import renames the center to, or merges it into', async () => {
    for (const reason of ['renamed', 'merged'] as const) {
      const { store, now, purge } = await opened();
      await purge();
      const later = [
        { id, reason, since: '2026-02-01', now: 'next-name-abc123' },
        { id: 'next-name-abc123', reason: 'renamed', since: '2026-03-01', now: 'newest-name-abc123' },
      ] as const;
      const next = { ...withdrawn, center: { ...withdrawn.center, id: 'newest-name-abc123' } };
      const report = await publish({ store, records: [next, ...without], former: later, now: now() });
      expect(report).toMatchObject({ withdrawn: 1, centers: without.length });
      const text = await allText(store);
      expect([id, 'next-name-abc123', 'newest-name-abc123'].filter((word) => text.includes(word))).toEqual([]);
    }
  });

  it('is taken back for every id of the center at once', async () => {
    const { store, now, purge } = await opened();
    await purge();
    expect(await store.unmarkPurged(id)).toBe(2);
    const older = { ...withdrawn, center: { ...withdrawn.center, id: 'older-name-abc123' } };
    const report = await publish({ store, records: [older, ...without], now: now() });
    expect(report).toMatchObject({ withdrawn: 0, centers: records.length });
  });

  it('beats a publish and a rollback that read the table before it', async () => {
    for (const what of ['publish', 'rollback'] as const) {
      const { store, now } = await opened();
      // Purges the center when the other writer has read everything and is about to move HEAD.
      let once = true;
      const slow: DatasetStore = {
        ...store,
        async moveHead(...move) {
          if (once) {
            once = false;
            await purge(id, { store, now, by: 'kim' });
          }
          return store.moveHead(...move);
        },
      };
      if (what === 'publish') await publish({ store: slow, records, now: now(), attempts: 2 });
      else await rollback({ store: slow, now: now() }).catch(() => {});
      expect(idsOf(await publishedRecords((await store.readHead()) ?? never(), store))).not.toContain(id);
    }
  });

  it('leaves readers an exact answer, and ends cursors of the versions that it replaced', async () => {
    const { store, clock, now, purge } = await opened();
    const locator = new Locator({ store, now });
    const query = { origin: withdrawn.center.location, withinKm: null, filter: {}, limit: 3 };
    const first = await locator.near(query, newMeter());
    expect(first.answer.matches[0]?.distanceKm).toBe(0);
    await purge();
    await expect(locator.near(query, newMeter(), first.head)).resolves.toBeDefined();
    clock.now += 6_000;
    const next = await locator.near(query, newMeter());
    expect(next.answer.matches[0]?.distanceKm).toBeGreaterThan(0);
    await expect(new Locator({ store, now }).near(query, newMeter(), first.head)).rejects.toThrow(DatasetGoneError);
  });

  it('keeps who did what, without the name of what was withdrawn', async () => {
    const { store, clock, now, purge } = await opened();
    await purge();
    clock.now += 72 * HOUR;
    await publish({ store, records: without, now: now(), origin: { what: 'publish', by: 'pat' } });
    await publish({ store, records: without.slice(1), now: now(), origin: { what: 'publish', by: 'pat' } });
    await collect({ store, now });
    const entries = [...(await store.archived()), ...(await store.versions())];
    const acts = entries.map(({ origin }) => `${origin?.what} ${origin?.by}`);
    for (const act of ['publish kim', 'confirmation lee', 'correction lee', 'purge kim', 'publish pat'])
      expect(acts).toContain(act);
    expect(JSON.stringify(entries)).not.toContain(id);
  });

  it('is safe to repeat, and purges what never was published without a fault', async () => {
    const { store, purge } = await opened();
    const { version } = await purge();
    expect(await purge()).toMatchObject({ wasPublished: false, version, replaced: 0, removed: 0, erased: 0 });
    await expect(purge_('never-was-aaaaaa', store)).resolves.toMatchObject({ wasPublished: false, version });
  });

  it('interrupted at any request, it can be done again', async () => {
    for (let after = 0; after < 40; after += 5) {
      const { store, now } = await opened();
      let left = after;
      const ending = new Proxy(store, {
        get(target, property) {
          const member = Reflect.get(target, property);
          if (typeof member !== 'function') return member;
          return (...given: unknown[]) => {
            if (left === 0) return Promise.reject(new Error('ended'));
            left -= 1;
            return Reflect.apply(member, target, given);
          };
        },
      });
      await purge(id, { store: ending, now, by: 'kim' }).catch(() => {});
      await purge(id, { store, now, by: 'kim' });
      expect((await allText(store)).includes(id)).toBe(false);
      for (const { head } of await keptVersions(store)) await reachableFrom(head, store);
    }
  });
});

const purge_ = (center: string, store: DatasetStore) => purge(center, { store, now: () => NOW + 9 * HOUR, by: 'kim' });
function never(): never {
  throw new Error('nothing is published');
}
