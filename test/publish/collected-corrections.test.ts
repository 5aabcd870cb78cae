import { expect, it } from 'vitest';
import { collect } from '../../functions/publish/collect.ts';
import { confirm } from '../../functions/publish/confirm.ts';
import { centerWithCorrections, correct } from '../../functions/publish/correct.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { clustered, NOW } from './clustered.ts';
import { headOf } from './contents.ts';

const records = clustered(240);
const DAY = 86_400_000;

it('a collection takes nothing that a correction or a confirmation needs: taken back, the imported facts are whole', async () => {
  const clock = { now: NOW };
  const store = memoryStore(() => clock.now);
  await publish({ store, records, now: clock.now });
  const edited = [0, 60, 120, 200].map((index) => {
    const record = records[index];
    if (record === undefined) throw new Error('there are fewer records');
    return record;
  });
  const sets = [
    { path: 'phones.0.number', value: '+16023441234' },
    { path: 'closed', value: true },
    { path: 'name', value: 'Another Name' },
    { path: 'website', value: 'https://example.org/' },
  ];
  for (const [index, { center }] of edited.entries()) {
    const set = sets.slice(index, index + 1);
    await correct({ center: center.id, reason: 'a test', by: 'kim', set }, { store, now: clock.now });
  }
  const offering = records[1]?.offerings[0];
  const confirmed = records[1]?.center.id;
  if (offering === undefined || confirmed === undefined) throw new Error('the second record has no offering');
  const said = { state: 'confirmed', by: 'lee', seen: null } as const;
  await confirm({ center: confirmed, offering: offering.id, ...said }, { store, now: clock.now });
  const before = await publishedRecords(await headOf(store), store);

  clock.now += 3 * DAY;
  expect((await collect({ store, now: () => clock.now })).pagesRemoved).toBeGreaterThan(0);

  expect(await publishedRecords(await headOf(store), store)).toEqual(before);
  for (const { center, offerings } of edited) {
    expect((await centerWithCorrections(center.id, store)).imported).toEqual({ center, offerings });
    await correct({ center: center.id, reason: 'a test', by: 'kim', clear: 'all' }, { store, now: clock.now });
  }
  const after = new Map((await publishedRecords(await headOf(store), store)).map((one) => [one.center.id, one]));
  for (const { center, offerings } of edited) expect(after.get(center.id)).toEqual({ center, offerings });
});
