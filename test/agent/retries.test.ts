import { describe, expect, it } from 'vitest';
import type { FactsToRecord } from '../../functions/domain/fact.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { recordFacts } from '../../functions/publish/agent/record-facts.ts';
import { publishedCenter } from '../../functions/publish/change/change-centers.ts';
import { publish } from '../../functions/publish/publish.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { FactsChangedError } from '../../functions/store/stored-facts.ts';
import { NOW, records } from '../support/real-records.ts';

const [first, second] = records.filter(({ offerings }) => offerings.length > 0) as [CenterRecord, CenterRecord];
const offeringOf = ({ offerings }: CenterRecord) => offerings[0]?.id ?? '';
const at = (ms: number) => new Date(NOW + ms).toISOString();

async function opened() {
  const store = memoryStore();
  await publish({ store, records, now: NOW });
  let now = NOW;
  const record = (given: Partial<FactsToRecord> & Pick<FactsToRecord, 'facts'>, through: typeof store = store) =>
    recordFacts(
      {
        ...{ center: first.center.id, offering: offeringOf(first), by: 'kim', expiresAt: null, seen: 0 },
        at: new Date(now).toISOString(),
        ...given,
      },
      { store: through, now: () => now },
    );
  const denied = async () => {
    const head = await store.readHead();
    const one = head && (await publishedCenter(head, store, first.center.id));
    return one?.offerings.find(({ id }) => id === offeringOf(first))?.admissions?.denied ?? [];
  };
  /** The same table for a function that crashes before it calls this method. */
  const stopsBefore = (method: 'moveHead' | 'wait', after = 0): typeof store => {
    let calls = 0;
    return {
      ...store,
      [method]: async (...given: never[]) => {
        calls += 1;
        if (calls > after) throw new Error('stopped');
        return (store[method] as (...all: never[]) => Promise<void>)(...given);
      },
    };
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { store, record, denied, stopsBefore, pass };
}

describe('a write that stored its facts and stopped', () => {
  const evening = { facts: { 'schedule.evening': 'no' as const } };

  it('before it published is published by the same request, sent again', async () => {
    const { record, denied, stopsBefore, store, pass } = await opened();
    await expect(record(evening, stopsBefore('moveHead'))).rejects.toThrow('stopped');
    expect(await denied()).toEqual([]);
    pass(2_000);
    const again = await record(evening);
    expect([again.facts.version, again.acts.map(({ took }) => took)]).toEqual([1, [true]]);
    expect(await denied()).toEqual(['schedule.evening']);
    expect(await store.acts(first.center.id)).toHaveLength(1);
  });

  it('right after it stored them is published by the next write, of whatever center', async () => {
    const { record, denied, stopsBefore, store } = await opened();
    await expect(record(evening, stopsBefore('wait', 1))).rejects.toThrow('stopped');
    expect((await store.facts(first.center.id))[0]?.version).toBe(1);
    await record({ center: second.center.id, offering: offeringOf(second), facts: { 'payer.aetna': 'yes' } });
    expect(await denied()).toEqual(['schedule.evening']);
    expect(await store.waiting()).toEqual([]);
  });

  it('is not taken for another request: person, fact, value and end must be the same', async () => {
    const { record, store } = await opened();
    const full = { state: 'full' as const, until: at(86_400_000) };
    await record({ facts: { housing: 'yes', intake: full }, expiresAt: at(1_000_000) });
    for (const other of [
      { by: 'ana', facts: { housing: 'yes', intake: full }, expiresAt: at(1_000_000) },
      { facts: { housing: 'no', intake: full }, expiresAt: at(1_000_000) },
      { facts: { housing: 'yes' }, expiresAt: at(1_000_000) },
      { facts: { housing: 'yes', intake: { ...full, until: at(99_000_000) } }, expiresAt: at(1_000_000) },
      { facts: { housing: 'yes', intake: full }, expiresAt: at(2_000_000) },
    ] as const)
      await expect(record(other), JSON.stringify(other)).rejects.toThrow(FactsChangedError);
    expect((await record({ facts: { housing: 'yes', intake: full }, expiresAt: at(1_000_000) })).facts.version).toBe(1);
    expect(await store.acts(first.center.id)).toHaveLength(2);
  });
});

describe('a clock that is ahead', () => {
  it('does not keep whoever saw its fact from changing it', async () => {
    const { record, denied } = await opened();
    await record({ by: 'ana', at: at(90_000), facts: { 'schedule.evening': 'yes' } });
    const { acts, facts } = await record({ seen: 1, facts: { 'schedule.evening': 'no' } });
    expect(acts[0]).toMatchObject({ took: true, at: at(90_001) });
    expect(facts.facts['schedule.evening']).toMatchObject({ value: 'no', by: 'kim' });
    expect(await denied()).toEqual(['schedule.evening']);
  });

  it('leaves an end before it valid', async () => {
    const { record } = await opened();
    await record({ at: at(90_000), facts: { level: 'yes', intake: { state: 'full' } } });
    const { facts } = await record({
      ...{ seen: 1, by: 'ana', expiresAt: at(60_000) },
      facts: { level: 'yes', intake: { state: 'closed', until: at(30_000) } },
    });
    expect(facts.facts.level?.expiresAt).toBe(at(90_002));
    expect(facts.facts.intake?.value).toEqual({ state: 'closed', until: at(90_002) });
  });

  it('a replayed key press before it is history still', async () => {
    const { record } = await opened();
    await record({ by: 'ana', at: at(90_000), facts: { housing: 'yes' } });
    expect((await record({ seen: null, facts: { housing: 'no' } })).acts[0]?.took).toBe(false);
  });
});

it('an act that is sent again took, as it did before, and its entry stays as it was', async () => {
  const { record, store, pass } = await opened();
  const act = { seen: null, at: at(0), facts: { housing: 'yes' as const } };
  await record(act);
  pass(5_000);
  const again = await record(act);
  expect([again.acts[0]?.took, again.facts.version]).toEqual([true, 1]);
  const [entry, ...more] = await store.acts(first.center.id);
  expect([entry?.recordedAt, entry?.took, more]).toEqual([at(0), true, []]);
});
