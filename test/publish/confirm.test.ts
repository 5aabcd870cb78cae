import { afterEach, describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packed, unpackOffering } from '../../functions/dataset/packed-center.ts';
import { applyConfirmations } from '../../functions/publish/added/apply-confirmations.ts';
import { type ConfirmationRequest, confirm } from '../../functions/publish/confirm.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishCenters } from '../../functions/publish/publish-centers.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { rollback } from '../../functions/publish/rollback.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { ConfirmationChangedError } from '../../functions/store/stored-confirmation.ts';
import { type EngineStore, engineStore } from '../support/engine-store.ts';
import { runs } from '../support/runs.ts';
import { clustered, NOW } from './clustered.ts';
import { contents, fromScratch } from './contents.ts';
import { built } from './items.ts';

const records = clustered(300);
const MINUTE = 60_000;
const DAY = 86_400_000;

interface Place {
  readonly center: string;
  readonly offering: string;
}
/** The first offerings of some centers. */
const places: readonly Place[] = records
  .flatMap(({ center, offerings: [first] }) => (first === undefined ? [] : [{ center: center.id, offering: first.id }]))
  .filter((_, index) => index % 7 === 0);
const placeAt = (index: number): Place => {
  const place = places[index];
  if (place === undefined) throw new Error('there are fewer places');
  return place;
};
const [first, second] = [placeAt(0), placeAt(1)];

const saying = (place: Place, other: Partial<ConfirmationRequest> = {}): ConfirmationRequest => ({
  ...place,
  state: 'confirmed',
  by: 'kim',
  seen: null,
  ...other,
});

async function published(store: DatasetStore = memoryStore()): Promise<DatasetStore> {
  await publish({ store, records, now: NOW });
  return store;
}

/** Offerings that a search without a place finds. */
async function found(store: DatasetStore, now: number): Promise<Set<string>> {
  const locator = new Locator({ store, now: () => now });
  // Any level: with a filter only matching offerings are returned.
  const level = ['op', 'iop', 'php', 'residential', 'inpatient', 'detox', 'aftercare', 'sober-living'] as const;
  const query = {
    origin: { lat: 39, lng: -98 },
    withinKm: null,
    filter: { level: [...level] },
    limit: 10_000,
  };
  const { matches } = (await locator.near(query, newMeter())).answer;
  return new Set(matches.flatMap(({ row, offerings }) => offerings.map((one) => unpackOffering(row, one).id)));
}

/** The version of a dataset built from scratch with the table's additions. */
async function versionFromScratch(store: DatasetStore): Promise<string> {
  return built(applyConfirmations(records, (await store.added()).confirmations)).dataset.head.version;
}

describe('confirm', () => {
  it('is a small publish: the same dataset as one made from scratch, after every change', async () => {
    const store = await published();
    for (const [index, place] of places.slice(0, runs(36)).entries()) {
      const state = (['confirmed', 'denied', 'unconfirmed'] as const)[index % 3] ?? 'confirmed';
      const done = await confirm(saying(place, { state }), { store, now: NOW + index * MINUTE });
      expect(done.written).toBeLessThanOrEqual(12);
      expect(done.version).toBe(await versionFromScratch(store));
      expect((await store.readHead())?.version).toBe(done.version);
    }
    // A later publish of the same records therefore has nothing to do.
    expect(await publish({ store, records, now: NOW + DAY })).toMatchObject({ changed: false, written: 0 });
  });

  it('holds for 90 days unless told otherwise, and keeps who said what', async () => {
    const store = await published();
    const one = await confirm(saying(first), { store, now: NOW });
    expect(one.confirmation).toEqual({
      ...first,
      state: 'confirmed',
      confirmedAt: new Date(NOW).toISOString(),
      expiresAt: new Date(NOW + 90 * DAY).toISOString(),
      by: 'kim',
      at: new Date(NOW).toISOString(),
      revision: 1,
    });
    const denied = await confirm(saying(first, { state: 'denied', by: 'lee', seen: 1 }), { store, now: NOW + MINUTE });
    expect(denied.confirmation).toMatchObject({ expiresAt: null, revision: 2 });
    await confirm(saying(first, { days: 30, seen: 2 }), { store, now: NOW + 2 * MINUTE });
    expect((await store.history(first.center)).map(({ by, state, revision }) => [by, state, revision])).toEqual([
      ['kim', 'confirmed', 1],
      ['lee', 'denied', 2],
      ['kim', 'confirmed', 3],
    ]);
    expect((await store.confirmations(first.center))[0]?.expiresAt).toBe(
      new Date(NOW + 2 * MINUTE + 30 * DAY).toISOString(),
    );
    expect(await found(store, NOW + DAY)).toContain(first.offering);
  });

  it('takes a denied offering out of every search, for a reader who is at work, within five seconds', async () => {
    const store = await published();
    const clock = { now: NOW };
    const locator = new Locator({ store, now: () => clock.now });
    const level = records.flatMap(({ offerings }) => offerings).find(({ id }) => id === first.offering)?.level ?? 'op';
    const record = records.find(({ center }) => center.id === first.center);
    if (record === undefined) throw new Error('no such center');
    const query = { origin: record.center.location, withinKm: 0.01, filter: { level: [level] }, limit: 10 };
    const offerings = async () => {
      const { matches } = (await locator.near(query, newMeter())).answer;
      return matches.flatMap(({ row, offerings: matched }) => matched.map((one) => unpackOffering(row, one).id));
    };
    expect(await offerings()).toContain(first.offering);
    await confirm(saying(first, { state: 'denied' }), { store, now: NOW });
    clock.now += 5_001;
    expect(await offerings()).not.toContain(first.offering);
    const { answer } = await locator.center(first.center, newMeter());
    expect(answer?.[packed.id]).toBe(first.center);
    const states = answer?.[packed.offerings].map((one) => unpackOffering(answer, one).confirmation.state);
    expect(states?.[0]).toBe('denied');
  });

  it('is not erased by a new import, and returns with an offering that was gone', async () => {
    const store = await published();
    await confirm(saying(first, { state: 'denied' }), { store, now: NOW });
    await confirm(saying(second), { store, now: NOW });
    const without = records.filter(({ center }) => center.id !== first.center);
    const gone = await publish({ store, records: without, now: NOW + MINUTE });
    expect(gone).toMatchObject({ confirmations: 1, orphans: [first] });
    expect(await publish({ store, records, now: NOW + 2 * MINUTE })).toMatchObject({ confirmations: 2, orphans: [] });
    const offerings = await found(store, NOW + 2 * MINUTE);
    expect(offerings.has(first.offering)).toBe(false);
    expect(offerings.has(second.offering)).toBe(true);
  });

  it('is kept by a rollback to a dataset from before it', async () => {
    const store = await published();
    await publish({ store, records: records.slice(0, 250), now: NOW + MINUTE });
    const place =
      places.findLast(({ center }) => records.slice(0, 250).some((one) => one.center.id === center)) ?? first;
    await confirm(saying(place, { state: 'denied' }), { store, now: NOW + 2 * MINUTE });
    await rollback({ store, now: NOW + 3 * MINUTE });
    const back = await rollback({ store, now: NOW + 4 * MINUTE });
    expect(back.to).toMatchObject({ centers: records.length, version: await versionFromScratch(store) });
    expect((await found(store, NOW + 5 * MINUTE)).has(place.offering)).toBe(false);
  });

  it('tells whoever saw an older confirmation, an offering that is not there, and every wrong value; writes nothing', async () => {
    const store = await published();
    await confirm(saying(first), { store, now: NOW });
    const head = await store.readHead();
    const wrong = (request: ConfirmationRequest) => confirm(request, { store, now: NOW });
    await expect(wrong(saying(first, { state: 'denied' }))).rejects.toThrow(ConfirmationChangedError);
    await expect(wrong(saying(first, { seen: 2 }))).rejects.toThrow(ConfirmationChangedError);
    await expect(wrong(saying({ ...first, offering: second.offering }))).rejects.toThrow('has no offering');
    await expect(wrong(saying({ ...first, center: 'nobody' }))).rejects.toThrow('has no offering');
    await expect(wrong(saying(second, { by: 'two\nlines' }))).rejects.toThrow('one line');
    await expect(wrong(saying(second, { days: 0 }))).rejects.toThrow();
    await expect(wrong({ ...saying(second), note: 'the caller said' } as ConfirmationRequest)).rejects.toThrow();
    expect((await store.added()).confirmations).toHaveLength(1);
    expect(await store.readHead()).toEqual(head);
  });

  it('that was ended before its publish is put in by the next one', async () => {
    const store = await published();
    const ended: DatasetStore = { ...store, moveHead: () => Promise.reject(new Error('connection lost')) };
    await expect(confirm(saying(first, { state: 'denied' }), { store: ended, now: NOW })).rejects.toThrow('lost');
    expect((await found(store, NOW)).has(first.offering)).toBe(true);
    await publishCenters([first.center], { store, now: NOW });
    expect((await found(store, NOW)).has(first.offering)).toBe(false);
  });
});

describe('confirm, over the embedded engine', () => {
  let engine: EngineStore | undefined;
  afterEach(() => engine?.close());

  it('of many at once, beside an import: nobody’s word is lost', async () => {
    engine = await engineStore();
    const store = await published(engine.store);
    const said = places.slice(0, 8);
    const fewer = records.slice(0, 590);
    const outcomes = await Promise.all([
      publish({ store, records: fewer, now: NOW + MINUTE, attempts: 20 }),
      ...said.map((place) => confirm(saying(place, { state: 'denied' }), { store, now: NOW + MINUTE })),
    ]);
    expect(outcomes).toHaveLength(9);
    expect(await contents(store)).toEqual(await fromScratch(store, fewer));
    const offerings = await found(store, NOW + MINUTE);
    for (const { offering } of said) expect(offerings.has(offering)).toBe(false);
    expect(await store.history(first.center)).toHaveLength(1);
  });
});

describe('a publish that read the table before a confirmation was stored', () => {
  const at = NOW + MINUTE;
  const stateOf = async (store: DatasetStore) => {
    const head = await store.readHead();
    const all = head === null ? [] : await publishedRecords(head, store);
    const offerings = all.find(({ center }) => center.id === first.center)?.offerings ?? [];
    return offerings.find(({ id }) => id === first.offering)?.confirmation.state;
  };
  const without = records.filter(({ center }) => center.id !== first.center);

  it('loses, although the dataset says so already', async () => {
    const store = await published();
    // Stored by a process that ended before it was published.
    const stored = { ...saying(first), confirmedAt: iso(NOW), expiresAt: iso(NOW + DAY), at: iso(NOW), revision: 1 };
    const { seen: _, ...confirmed } = stored;
    await store.putConfirmation(confirmed, null);
    const beforePlacing = once(() => confirm(saying(first, { state: 'unconfirmed', seen: 1 }), { store, now: at }));
    await publish({ store, records, now: at, attempts: 2, beforePlacing });
    expect(await stateOf(store)).toBe('unconfirmed');
  });

  it('loses, although the dataset does not hold the center any more', async () => {
    const store = await published();
    const [hasRead, isConfirmed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let publishing: Promise<unknown> | undefined;
    const late: DatasetStore = {
      ...store,
      // The person saw the center; then an import removed it, and another one with it had read the table earlier.
      async putConfirmation(next, previous) {
        await publish({ store, records: without, now: at, largestDrop: 1 });
        const beforePlacing = once(() => {
          hasRead.resolve();
          return isConfirmed.promise;
        });
        publishing = publish({ store, records, now: at, attempts: 2, beforePlacing });
        await hasRead.promise;
        await store.putConfirmation(next, previous);
      },
    };
    await confirm(saying(first), { store: late, now: at });
    isConfirmed.resolve();
    await publishing;
    expect(await stateOf(store)).toBe('confirmed');
  });
});

const iso = (ms: number): string => new Date(ms).toISOString();

function once(act: () => Promise<unknown>): () => Promise<void> {
  let left = 1;
  return async () => {
    if (left-- > 0) await act();
  };
}
