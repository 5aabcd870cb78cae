import { expect, it } from 'vitest';
import { override } from '../../functions/publish/override.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
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
    return override(request, { store, now });
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
