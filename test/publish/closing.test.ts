import { expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { FormerId } from '../../functions/domain/former-id.ts';
import { correct } from '../../functions/publish/correct.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { clustered, NOW } from './clustered.ts';
import { headOf } from './contents.ts';

const records = clustered(30);
const id = records[3]?.center.id ?? '';

it('closed=true takes a center out, closed=false keeps it or brings it back, also over a new import', async () => {
  const store = memoryStore(() => NOW);
  let now = NOW;
  const set = (value: boolean) => {
    now += 1_000;
    const request = { center: id, reason: 'a visit', by: 'kim', set: [{ path: 'closed', value }] };
    return correct(request, { store, now });
  };
  const isPublished = async () => {
    const all = await publishedRecords(await headOf(store), store);
    return all.some(({ center }) => center.id === id);
  };
  const imported = async () => {
    now += 1_000;
    return publish({ store, records, now });
  };
  await imported();

  await set(false);
  expect(await isPublished()).toBe(true);
  expect((await imported()).closed).toBe(0);
  expect(await isPublished()).toBe(true);

  await set(true);
  expect(await isPublished()).toBe(false);
  expect((await imported()).closed).toBe(1);
  expect(await isPublished()).toBe(false);

  await set(false);
  expect(await isPublished()).toBe(true);
});

// Found by `npm run simulate`: closing a center with an earlier id gave other items than a whole publish.
it('closing a center that was renamed or merged before gives what a whole publish gives, and each id its answer', async () => {
  const former: FormerId[] = [
    { id: 'older-name-abc123', reason: 'renamed', since: '2025-01-01', now: 'old-name-abc123' },
    { id: 'old-name-abc123', reason: 'merged', since: '2026-01-01', now: id },
  ];
  const store = memoryStore(() => NOW);
  await publish({ store, records, former, now: NOW });
  const close = (value: boolean) =>
    correct(
      { center: id, reason: 'a visit', by: 'kim', set: [{ path: 'closed', value }] },
      { store, now: NOW + 1_000 },
    );
  for (const value of [true, false, true]) {
    await close(value);
    expect((await publish({ store, records, former, now: NOW + 2_000 })).changed).toBe(false);
  }
  const locator = new Locator({ store, now: () => NOW + 10_000 });
  const answerOf = async (one: string) => (await locator.formers({ id: one }, newMeter())).answer;
  for (const one of ['older-name-abc123', 'old-name-abc123']) expect(await answerOf(one)).toMatchObject([{ now: id }]);
  expect(await answerOf(id)).toMatchObject([{ reason: 'closed', now: null }]);
});
