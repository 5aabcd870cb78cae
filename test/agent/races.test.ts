import { afterEach, describe, expect, it } from 'vitest';
import type { FactsToRecord, FactValue } from '../../functions/domain/fact.ts';
import { recordFacts } from '../../functions/publish/agent/record-facts.ts';
import { publishedCenter } from '../../functions/publish/change/change-centers.ts';
import { publish } from '../../functions/publish/publish.ts';
import { dynamoFullStore } from '../../functions/store/dynamo-full.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { writeBudget } from '../../functions/store/retry.ts';
import { FactsChangedError } from '../../functions/store/stored-facts.ts';
import { engineStore } from '../support/engine-store.ts';
import { pick, seeded } from '../support/random.ts';
import { NOW, records } from '../support/real-records.ts';
import { runs } from '../support/runs.ts';

const some = records.filter(({ offerings }) => offerings.some(({ level }) => level === 'iop')).slice(0, 8);
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function tableWith(list: typeof some) {
  const { client, tableName, close } = await engineStore();
  closers.push(close);
  const store = dynamoFullStore({ client, tableName, reading: writeBudget });
  await publish({ store, records: list, now: NOW });
  return store;
}

const target = (index: number) => {
  const record = some[index % some.length];
  const offering = record?.offerings.find(({ level }) => level === 'iop');
  if (record === undefined || offering === undefined) throw new Error('the fixtures have no such center');
  return { center: record.center.id, offering: offering.id };
};
const at = (second: number) => new Date(NOW + second * 1000).toISOString();

const AGENTS = runs(24);

describe('many agents at one fact', () => {
  it('one wins each version, each loser is told, and the history is whole and in order', async () => {
    const store = await tableWith(some);
    const { center, offering } = target(0);
    let told = 0;
    const decided: string[] = [];
    const agent = async (index: number) => {
      for (let seen = 0; ; ) {
        try {
          const said: FactsToRecord = {
            ...{ center, offering, seen, by: `agent-${index}`, expiresAt: null, at: at(index) },
            facts: { 'schedule.evening': index % 2 === 0 ? 'yes' : 'no' },
          };
          const { facts } = await recordFacts(said, { store, now: () => NOW });
          decided[facts.version - 1] = said.by;
          return;
        } catch (error) {
          if (!(error instanceof FactsChangedError)) throw error;
          told += 1;
          seen = (await store.facts(center)).find((one) => one.offering === offering)?.version ?? 0;
        }
      }
    };
    await Promise.all(Array.from({ length: AGENTS }, (_, index) => agent(index)));
    // Each agent saw the current value and decided after it, whatever its clock said.
    const acts = await store.acts(center);
    expect(acts.map(({ by }) => by)).toEqual(decided);
    expect([...decided].sort()).toEqual(Array.from({ length: AGENTS }, (_, index) => `agent-${index}`).sort());
    expect(told).toBeGreaterThanOrEqual(AGENTS - 1);
    const [facts] = await store.facts(center);
    const last = Number(decided.at(-1)?.slice('agent-'.length)) % 2 === 0 ? 'yes' : 'no';
    expect(facts?.facts['schedule.evening']).toMatchObject({ by: decided.at(-1), value: last });
    expect(await store.waiting()).toEqual([]);
    const head = await store.readHead();
    const published = head && (await publishedCenter(head, store, center));
    const said = published?.offerings.find(({ id }) => id === offering);
    expect(said?.admissions?.denied ?? []).toEqual(last === 'no' ? ['schedule.evening'] : []);
    expect(said?.schedule?.tracks ?? []).toEqual(last === 'yes' ? ['evening'] : []);
  }, 60_000);

  it('that wait are published together: fewer moves of HEAD than facts', async () => {
    const store = await tableWith(some);
    const before = (await store.readHead())?.revision ?? 0;
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        recordFacts(
          {
            ...{ ...target(index), seen: null, by: `agent-${index}`, expiresAt: null, at: at(index) },
            facts: { 'schedule.evening': 'yes' },
          },
          { store, now: () => NOW },
        ),
      ),
    );
    expect(((await store.readHead())?.revision ?? 0) - before).toBeLessThan(8);
    expect(await store.waiting()).toEqual([]);
  }, 60_000);
});

it('hundreds of queued writes in any order end in the states of the last key presses', async () => {
  const next = seeded(7);
  const keys = ['level', 'schedule.evening', 'schedule.weekend', 'payer.aetna', 'housing', 'age.adolescents'];
  const queued = Array.from({ length: runs(1_600) }, (_, index) => ({
    ...target(Math.floor(next() * some.length)),
    key: pick(next, keys),
    value: pick<FactValue>(next, ['yes', 'no', 'unknown']),
    // Some key presses have the same second.
    at: at(Math.floor(index / 3)),
    by: pick(next, ['ana', 'kim', 'lee']),
  }));
  // A plain scan in order: the later key press wins; at the same time, the greater name, then the greater value.
  const rank = (one: (typeof queued)[number]) => JSON.stringify([one.at, one.by, one.value]);
  const expected = new Map<string, FactValue>();
  for (const one of queued.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)))
    expected.set(`${one.offering}#${one.key}`, one.value);
  const shuffled = queued.map((one) => ({ one, place: next() })).sort((a, b) => a.place - b.place);

  const store = memoryStore();
  await publish({ store, records: some, now: NOW });
  const now = () => NOW + 10_000_000;
  for (const { one } of shuffled) {
    const { center, offering, key, value, by } = one;
    await recordFacts(
      { center, offering, facts: { [key]: value }, at: one.at, by, expiresAt: null, seen: null },
      { store, now },
    );
  }
  const found = new Map<string, FactValue>();
  for (const { center } of some)
    for (const { offering, facts } of await store.facts(center.id))
      for (const [key, { value }] of Object.entries(facts)) found.set(`${offering}#${key}`, value);
  expect([...found].sort()).toEqual([...expected].sort());
  const acts = (await Promise.all(some.map(({ center }) => store.acts(center.id)))).flat();
  expect(acts).toHaveLength(new Set(queued.map((one) => JSON.stringify(one))).size);
  // The published dataset equals a whole publish of these facts.
  const small = await store.readHead();
  expect((await publish({ store, records: some, now: NOW })).version).toBe(small?.version);
}, 120_000);
