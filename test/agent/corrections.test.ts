import { describe, expect, it } from 'vitest';
import type { FactsToRecord, FactValue } from '../../functions/domain/fact.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { correctWithWaiting } from '../../functions/publish/agent/correct-with-waiting.ts';
import { recordFacts } from '../../functions/publish/agent/record-facts.ts';
import { publishedCenter } from '../../functions/publish/change/change-centers.ts';
import type { CorrectionRequest } from '../../functions/publish/correct.ts';
import { publish } from '../../functions/publish/publish.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { CorrectionsChangedError } from '../../functions/store/stored-corrections.ts';
import { NOW, records } from '../support/real-records.ts';

const found = records.find(
  ({ center, offerings: [one] }) =>
    !center.sample &&
    center.unknownLevels.length === 0 &&
    (one?.payers.length ?? 0) > 1 &&
    !one?.payers.includes('medicare'),
) as CenterRecord;
const unknown = records.find(
  ({ center, offerings }) => center.unknownLevels.includes('iop') && offerings.every(({ level }) => level !== 'php'),
) as CenterRecord;
const DAY = 86_400_000;
const at = (ms: number) => new Date(NOW + ms).toISOString();
const { id } = found.center;
const offering = found.offerings[0]?.id ?? '';

async function opened(list = records) {
  const store = memoryStore();
  await publish({ store, records: list, now: NOW });
  const record = (ms: number, facts: Record<string, FactValue>, given: Partial<FactsToRecord> = {}) =>
    recordFacts(
      { center: id, offering, by: 'kim', expiresAt: null, seen: null, at: at(ms), facts, ...given },
      { store, now: () => NOW + ms },
    );
  const edit = (ms: number, set: NonNullable<CorrectionRequest['set']>, given: Partial<CorrectionRequest> = {}) =>
    correctWithWaiting(
      { center: id, by: 'eve', reason: 'Their website.', set: [...set], ...given },
      { store, now: () => NOW + ms },
    );
  const center = async (wanted = id) => {
    const head = await store.readHead();
    const one = head && (await publishedCenter(head, store, wanted));
    // A whole publish of the same listings gives the same dataset.
    expect((await publish({ store, records: list, now: NOW })).version).toBe(head?.version);
    return one;
  };
  const own = async () => (await center())?.offerings.find((one) => one.id === offering);
  return { store, record, edit, center, own };
}
const path = (field: string) => `offerings.${offering}.${field}`;

describe('a correction after a fact', () => {
  it('of a list holds over what it contradicts, and over nothing else', async () => {
    const { record, edit, own } = await opened();
    await record(1, { 'payer.medicaid': 'no', 'payer.medicare': 'no', 'payer.aetna': 'yes' });
    await edit(DAY, [{ path: path('payers'), value: ['medicaid', 'private'] }]);
    expect((await own())?.payers).toEqual(['private', 'medicaid']);
    expect((await own())?.admissions?.denied).toEqual(['payer.medicare']);
    await record(2 * DAY, { 'payer.aetna': 'yes', 'payer.medicaid': 'no' });
    expect((await own())?.payers).toEqual(['private', 'aetna']);
  });

  it('of one entry holds over that value alone', async () => {
    const { record, edit, own } = await opened();
    const [first = ''] = found.offerings[0]?.payers ?? [];
    await record(1, { 'payer.medicare': 'no', 'payer.aetna': 'yes', [`payer.${first}`]: 'yes' });
    await edit(DAY, [{ path: path('payers.0'), value: 'medicare' }]);
    const payers = (await own())?.payers ?? [];
    expect([payers.includes('medicare'), payers.includes('aetna'), payers.includes(first as never)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('that names a kind of what was denied ends the no', async () => {
    const { record, edit, own } = await opened();
    await record(1, { 'payer.private': 'no' });
    await edit(DAY, [{ path: path('payers'), value: ['aetna'] }]);
    expect([(await own())?.payers, (await own())?.admissions]).toEqual([['aetna'], undefined]);
  });

  it.each<[string, Record<string, FactValue>, string, unknown, (own: CenterRecord['offerings'][number]) => unknown]>([
    ['yes or no', { housing: 'no' }, 'housing', true, ({ housing }) => housing],
    [
      'times of a schedule',
      { 'schedule.evening': 'yes', 'schedule.weekend': 'no' },
      'schedule',
      {
        ...{ sessionsPerWeek: null, hoursPerSession: null, hoursPerWeek: null, weeks: null },
        tracks: ['day', 'weekend'],
      },
      ({ schedule }) => schedule?.tracks,
    ],
    [
      'a number of a schedule',
      { maxWeeks: 8 },
      'schedule',
      { sessionsPerWeek: null, hoursPerSession: null, hoursPerWeek: null, weeks: [12, 12], tracks: null },
      ({ schedule }) => schedule?.weeks,
    ],
    ['the intake', { intake: { state: 'closed' } }, 'intake', { state: 'open', asOf: at(DAY) }, ({ intake }) => intake],
    ['who is accepted', { 'gender.men': 'no' }, 'genders', ['women', 'men'], ({ genders }) => genders],
  ])('of %s holds over an older fact, and not over a newer one', async (_, facts, field, value, get) => {
    const { record, edit, own } = await opened();
    const sorted = (given: unknown) => (Array.isArray(given) ? [...given].sort() : given);
    await record(1, facts);
    await edit(DAY, [{ path: path(field), value: value as never }]);
    const last = field === 'schedule' ? (value as { tracks: unknown; weeks: unknown }) : value;
    const wanted = field === 'schedule' ? ('maxWeeks' in facts ? [12, 12] : ['day', 'weekend']) : last;
    const held = await own();
    expect(held && sorted(get(held))).toEqual(sorted(wanted));
    await record(2 * DAY, facts);
    const after = await own();
    expect(after && sorted(get(after))).not.toEqual(sorted(wanted));
  });

  it('that makes a level unknown again ends the older no', async () => {
    const listed: CenterRecord = { ...unknown, center: { ...unknown.center, unknownLevels: ['iop'] } };
    const list = records.map((one) => (one === unknown ? listed : one));
    const { record, edit, center } = await opened(list);
    const own = { center: unknown.center.id };
    await record(1, { level: 'no' }, { ...own, offering: 'iop' });
    expect((await center(unknown.center.id))?.center.unknownLevels).toEqual([]);
    // Adds another level, which says nothing about the level that the listing left open.
    await edit(DAY, [{ path: 'unknownLevels', value: ['iop', 'php'] }], own);
    expect((await center(unknown.center.id))?.center.unknownLevels).toEqual(['php']);
  });

  it('is later than a fact whose clock is ahead', async () => {
    const { record, edit, own } = await opened();
    await record(0, { housing: 'no' }, { at: at(90_000) });
    await edit(1_000, [{ path: path('housing'), value: true }]);
    expect((await own())?.housing).toBe(true);
  });

  it('leaves the fact for when it is taken back', async () => {
    const { record, edit, own } = await opened();
    await record(1, { housing: 'no' });
    await edit(DAY, [{ path: path('housing'), value: true }]);
    await edit(2 * DAY, [], { clear: 'all' });
    expect((await own())?.housing).toBe(false);
  });

  it('keeps its own time when another fact of the center is corrected', async () => {
    const { record, edit, own } = await opened();
    await edit(1, [{ path: path('housing'), value: true }]);
    await record(DAY, { housing: 'no' });
    await edit(2 * DAY, [{ path: 'name', value: 'Corrected' }]);
    expect((await own())?.housing).toBe(false);
  });
});

describe('a correction that was stored and not published', () => {
  const set = [{ path: 'name', value: 'Corrected' }];
  const stopped = (store: ReturnType<typeof memoryStore>): typeof store => ({
    ...store,
    moveHead: async () => {
      throw new Error('stopped');
    },
  });

  it('is published by the same request, sent again', async () => {
    const { store, center, edit } = await opened();
    const given = { center: id, by: 'eve', reason: 'Their website.', set, seen: null };
    await expect(correctWithWaiting(given, { store: stopped(store), now: () => NOW })).rejects.toThrow('stopped');
    expect((await store.corrections(id))?.revision).toBe(1);
    const { stored } = await edit(1_000, set, { seen: null });
    expect([stored.revision, (await center())?.center.name]).toEqual([1, 'Corrected']);
    for (const other of [{ by: 'lou' }, { reason: 'The door.' }, { set: [{ path: 'name', value: 'Other' }] }])
      await expect(edit(2_000, set, { seen: null, ...other })).rejects.toThrow(CorrectionsChangedError);
  });

  it('is published by the next fact of another center', async () => {
    const { store, center, record } = await opened();
    const given = { center: id, by: 'eve', reason: 'Their website.', set, seen: null };
    await expect(correctWithWaiting(given, { store: stopped(store), now: () => NOW })).rejects.toThrow('stopped');
    const [other] = records.filter((one) => one !== found && one.offerings.length > 0);
    await record(1, { housing: 'yes' }, { center: other?.center.id ?? '', offering: other?.offerings[0]?.id ?? '' });
    expect((await center())?.center.name).toBe('Corrected');
    expect(await store.waiting()).toEqual([]);
  });
});
