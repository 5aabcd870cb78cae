import { expect, it } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { correctWithWaiting } from '../../functions/publish/agent/correct-with-waiting.ts';
import { recordFacts } from '../../functions/publish/agent/record-facts.ts';
import { confirm } from '../../functions/publish/confirm.ts';
import { publish } from '../../functions/publish/publish.ts';
import { rollback } from '../../functions/publish/rollback.ts';
import { keptVersions } from '../../functions/publish/versions.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { seed } from '../../infra/local/seed.ts';
import { NOW, records } from '../support/real-records.ts';

const [one] = records as [CenterRecord];
const center = one.center.id;
const offering = one.offerings[0]?.id ?? '';

it('every kind of publish says what it was, and by whom', async () => {
  const store = memoryStore(() => NOW);
  process.env.LOCATOR_USER = 'zoe';
  await seed({ store, folder: 'x', named: false, records: async () => records, progress: () => {} });
  delete process.env.LOCATOR_USER;
  await publish({ store, records: records.slice(0, -1), now: NOW + 1, origin: { what: 'upload', by: 'incoming/x' } });
  await confirm({ center, offering, state: 'confirmed', by: 'lee', seen: null }, { store, now: NOW + 2 });
  const at = new Date(NOW + 3).toISOString();
  const fact = {
    center,
    offering,
    by: 'ana',
    at,
    expiresAt: null,
    seen: null,
    facts: { 'payer.aetna': 'no' },
  } as const;
  await recordFacts(fact, { store, now: () => NOW + 3 });
  const set = [{ path: 'website', value: 'https://corrected.example/' }];
  await correctWithWaiting({ center, set, by: 'eve', reason: 'called' }, { store, now: () => NOW + 4 });
  await rollback({ store, now: NOW + 5, by: 'kim' });
  expect((await keptVersions(store)).map(({ origin }) => origin)).toEqual([
    { what: 'rollback', by: 'kim' },
    { what: 'correction', by: 'eve' },
    { what: 'facts', by: 'ana' },
    { what: 'confirmation', by: 'lee' },
    { what: 'upload', by: 'incoming/x' },
    { what: 'publish', by: 'zoe' },
  ]);
});
