import { describe, expect, it } from 'vitest';
import type { FormerId } from '../../functions/domain/former-id.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { importPrivate } from '../../functions/publish/agent/import-private.ts';
import { recordFacts } from '../../functions/publish/agent/record-facts.ts';
import { confirm } from '../../functions/publish/confirm.ts';
import { correct } from '../../functions/publish/correct.ts';
import { correctionsInWords } from '../../functions/publish/corrections-in-words.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { rollback } from '../../functions/publish/rollback.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { NOW, records } from '../support/real-records.ts';
import { underId } from './renamed.ts';

const found = records.find(
  ({ center, offerings }) => !center.sample && offerings.length > 1 && center.unknownLevels.includes('iop'),
) as CenterRecord;
const others = records.filter((record) => record !== found && !record.center.sample);
const old = found.center.id;
const tail = (found.offerings[0]?.id ?? '').slice(old.length);
const SITE = 'https://corrected.example/';
const until = '2027-01-15T12:00:00.000Z';
const since = '2026-11-20';
const to = (now: string, id = old): FormerId => ({ id, reason: 'renamed', since, now });

/** A store in which people confirmed, corrected and recorded facts about the center under its first id. */
async function said() {
  const store = memoryStore(() => NOW);
  await publish({ store, records: [found, ...others], now: NOW });
  await confirm(
    { center: old, offering: old + tail, state: 'confirmed', by: 'lee', seen: null },
    { store, now: NOW + 1 },
  );
  const set = [
    { path: 'website', value: SITE },
    { path: `offerings.${old}${tail}.housing`, value: true },
  ];
  await correct({ center: old, set, by: 'kim', reason: 'they said so' }, { store, now: NOW + 2 });
  const at = new Date(NOW + 3).toISOString();
  const facts = { center: old, expiresAt: until, by: 'ana', at, seen: null };
  const record = (offering: string, given: Parameters<typeof recordFacts>[0]['facts']) =>
    recordFacts({ ...facts, offering, facts: given }, { store, now: () => NOW + 3 });
  await record(old + tail, { intake: { state: 'full', until } });
  await record('iop', { level: 'yes' });
  const fields = { facilityCode: 'F-17', directIntakeLine: null, warmTransferNote: null, internalNotes: null };
  await store.putPrivate({ center: old, fields, by: 'ana', at, version: 1 }, null);
  return store;
}
type Store = Awaited<ReturnType<typeof said>>;

const all = async (store: Store) => publishedRecords((await store.readHead()) ?? expect.fail(), store);
const published = async (store: Store, id: string) => (await all(store)).find(({ center }) => center.id === id);
const renamedTo = (id: string, former: readonly FormerId[], store: Store, now = NOW + 10) =>
  publish({ store, records: [underId(found, id), ...others], former, now });

describe('a center whose id is changed by hand', () => {
  it('keeps what people confirmed, corrected and recorded', async () => {
    const store = await said();
    const before = (await published(store, old)) ?? expect.fail();
    expect(before.offerings.find(({ id }) => id === old + tail)).toMatchObject({
      ...{ housing: true, confirmation: { state: 'confirmed' }, intake: { state: 'full' } },
    });
    const report = await renamedTo('better-name', [to('better-name')], store);
    expect(await published(store, 'better-name')).toEqual(underId(before, 'better-name'));
    expect(report).toMatchObject({ orphans: [], orphanCorrections: [], overtakenCorrections: [] });
    expect(correctionsInWords(report)).toContain(`  ${old} → better-name`);
  });

  it('keeps it through the next change and the next publishes, which have nothing more to move', async () => {
    const store = await said();
    await renamedTo('better-name', [to('better-name')], store);
    const site = await correct(
      { center: 'better-name', clear: ['website'], by: 'kim', reason: 'it is theirs again' },
      { store, now: NOW + 20 },
    );
    expect(site.stored.revision).toBe(2);
    const changed = (await published(store, 'better-name')) ?? expect.fail();
    expect(changed.center.website).toBe(found.center.website);
    expect(changed.offerings.find(({ id }) => id === `better-name${tail}`)).toMatchObject({
      ...{ housing: true, confirmation: { state: 'confirmed' }, intake: { state: 'full' } },
    });
    const again = await renamedTo('better-name', [to('better-name')], store, NOW + 30);
    expect(again).toMatchObject({ changed: false, orphans: [], orphanCorrections: [], overtakenCorrections: [] });
    expect(again.carried.size).toBe(0);
  });

  it('keeps it over a chain of renames, and back to the first id', async () => {
    const store = await said();
    const before = (await published(store, old)) ?? expect.fail();
    await renamedTo('second', [to('second')], store);
    await renamedTo('third', [to('third'), to('third', 'second')], store, NOW + 20);
    expect(await published(store, 'third')).toEqual(underId(before, 'third'));
    const skipping = await said();
    await renamedTo('third', [to('second'), to('third', 'second')], skipping);
    expect(await published(skipping, 'third')).toEqual(underId(before, 'third'));
    await publish({ store, records: [found, ...others], former: [to(old, 'third')], now: NOW + 30 });
    expect(await published(store, old)).toEqual(before);
  });

  it('has it under the old id again after a rollback', async () => {
    const store = await said();
    const before = await published(store, old);
    await renamedTo('better-name', [to('better-name')], store);
    await rollback({ store, now: NOW + 20 });
    expect(await published(store, old)).toEqual(before);
  });

  it('has the later of two words on the same thing, and says which corrections did not follow', async () => {
    const store = await said();
    const [other, ...rest] = others as [CenterRecord, ...CenterRecord[]];
    const { id } = other.center;
    await correct(
      { center: id, set: [{ path: 'name', value: 'Later House' }], by: 'kim', reason: 'called' },
      { store, now: NOW + 5 },
    );
    const report = await publish({ store, records: [other, ...rest], former: [to(id)], now: NOW + 10 });
    expect((await published(store, id))?.center).toMatchObject({ name: 'Later House', website: other.center.website });
    expect(correctionsInWords(report).join('\n')).toContain(
      `corrections of "${old}" did not move to "${id}", which has later ones: set what is still right there, ` +
        `then take the old ones back with \`correct ${old} --clear all\``,
    );
    await correct({ center: old, clear: 'all', by: 'kim', reason: 'looked' }, { store, now: NOW + 11 });
    const after = await publish({ store, records: [other, ...rest], former: [to(id)], now: NOW + 12 });
    expect(after.overtakenCorrections).toEqual([]);
  });

  it('writes nothing in a dry run, and shows what a publish would', async () => {
    const store = await said();
    const added = await store.added();
    const records = [underId(found, 'better-name'), ...others];
    const dry = await publish({ store, records, former: [to('better-name')], now: NOW + 10, dryRun: true });
    expect(await store.added()).toEqual(added);
    const real = await publish({ store, records, former: [to('better-name')], now: NOW + 10 });
    expect([real.version, real.carried]).toEqual([dry.version, dry.carried]);
  });

  it('keeps what only the team sees, unless a person wrote something under the new id', async () => {
    const store = await said();
    const records = [underId(found, 'better-name'), ...others];
    await importPrivate(records, { store, now: NOW + 10, former: [to('better-name')] });
    const own = async () => (await store.privateFields(['better-name'])).get('better-name');
    expect(await own()).toMatchObject({ by: 'ana', fields: { facilityCode: 'F-17' }, version: 1 });
    const fields = { facilityCode: 'F-18', directIntakeLine: null, warmTransferNote: null, internalNotes: null };
    const next = { center: 'better-name', fields, by: 'kim', at: new Date(NOW).toISOString(), version: 2 };
    await store.putPrivate(next, (await own()) ?? null);
    await importPrivate(records, { store, now: NOW + 20, former: [to('better-name')] });
    expect((await own())?.fields.facilityCode).toBe('F-18');
  });
});

it('words of a merged center stay with its own listing', async () => {
  const store = await said();
  const [other] = others as [CenterRecord];
  const former: FormerId = { id: old, reason: 'merged', since, now: other.center.id };
  const report = await publish({ store, records: others, former: [former], now: NOW + 10 });
  expect((await published(store, other.center.id))?.center.website).toBe(other.center.website);
  expect(report.orphanCorrections.map(({ center }) => center)).toEqual([old]);
});
