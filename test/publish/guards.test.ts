import { describe, expect, it } from 'vitest';
import { collect } from '../../functions/publish/collect.ts';
import { publish } from '../../functions/publish/publish.ts';
import { PublishTooSlowError } from '../../functions/publish/put-in-place.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import {
  COLLECTED_AGE_SECONDS,
  type DatasetStore,
  PUBLISH_SECONDS,
  TRUSTED_AGE_SECONDS,
} from '../../functions/store/store.ts';
import { engineStore } from '../support/engine-store.ts';
import { clustered, NOW } from './clustered.ts';

const MINUTE = 60_000;
const records = clustered(40);
const blob = { hash: 'a'.repeat(22), body: new Uint8Array([1]) };

it('what a publish trusts, and the time it has, end before a collection takes anything', () => {
  expect([TRUSTED_AGE_SECONDS, PUBLISH_SECONDS, COLLECTED_AGE_SECONDS]).toEqual([20 * 60, 30 * 60, 60 * 60]);
  expect(TRUSTED_AGE_SECONDS + PUBLISH_SECONDS).toBeLessThan(COLLECTED_AGE_SECONDS);
});

describe('an item is trusted for 20 minutes', () => {
  const engines: [string, (now: () => number) => Promise<{ store: DatasetStore; close(): Promise<void> }>][] = [
    ['in memory', async (now) => ({ store: memoryStore(now), close: async () => {} })],
    ['in the table', (now) => engineStore(now)],
  ];
  it.each(engines)('%s', async (_, open) => {
    let now = NOW;
    const { store, close } = await open(() => now);
    await store.write([blob]);
    now = NOW + 20 * MINUTE - 1_000;
    expect(await store.present([blob.hash])).toEqual(new Set([blob.hash]));
    now = NOW + 20 * MINUTE;
    expect(await store.present([blob.hash])).toEqual(new Set());
    await close();
  });
});

describe('a publish has 30 minutes', () => {
  const publishing = async (tookMs: number) => {
    const store = memoryStore(() => NOW);
    let clock = 5_000;
    const onProgress = () => {
      clock = 5_000 + tookMs;
    };
    const done = publish({ store, records, now: NOW, clock: () => clock, onProgress });
    return { store, done };
  };
  it('and moves HEAD up to the last of them', async () => {
    const { store, done } = await publishing(30 * MINUTE);
    expect(await done).toMatchObject({ changed: true });
    expect(await store.readHead()).not.toBeNull();
  });
  it('and not after that: readers see what they saw, and publishing again goes on', async () => {
    const { store, done } = await publishing(30 * MINUTE + 1);
    await expect(done).rejects.toThrow(PublishTooSlowError);
    expect(await store.readHead()).toBeNull();
    expect(await publish({ store, records, now: NOW })).toMatchObject({ changed: true, written: 0 });
  });
});

describe('a collection spares what nothing refers to for an hour', () => {
  it.each([
    [60 * MINUTE, { pagesSpared: 1, pagesRemoved: 0 }],
    [60 * MINUTE + 1_000, { pagesSpared: 0, pagesRemoved: 1 }],
  ])('after %d ms', async (age, expected) => {
    const store = memoryStore(() => NOW);
    await publish({ store, records, now: NOW });
    await store.write([blob]);
    expect(await collect({ store, now: () => NOW + age })).toMatchObject(expected);
  });
});
