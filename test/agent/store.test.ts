import { afterEach, describe, expect, it } from 'vitest';
import { importPrivate } from '../../functions/publish/agent/import-private.ts';
import { putFacts } from '../../functions/store/agent-commands.ts';
import type { AgentStore } from '../../functions/store/agent-store.ts';
import { dynamoFullStore } from '../../functions/store/dynamo-full.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { writeBudget } from '../../functions/store/retry.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { FactsChangedError, type StoredAct, type StoredFacts } from '../../functions/store/stored-facts.ts';
import { PrivateChangedError, type StoredPrivate } from '../../functions/store/stored-private.ts';
import { engineStore } from '../support/engine-store.ts';
import { records } from '../support/real-records.ts';

type Store = DatasetStore & AgentStore;
interface Opened {
  readonly store: Store;
  close(): Promise<void>;
}

const act = (minute: number, other: Partial<StoredAct> = {}): StoredAct => ({
  center: 'mesa',
  offering: 'mesa-iop',
  field: 'schedule.evening',
  value: 'yes',
  by: 'kim',
  at: `2026-11-01T00:${String(minute).padStart(2, '0')}:00.000Z`,
  recordedAt: '2026-11-01T01:00:00.000Z',
  expiresAt: '2027-01-30T00:00:00.000Z',
  took: true,
  ...other,
});

function factsOf(version: number, ...acts: StoredAct[]): StoredFacts {
  const facts = acts.map(({ center: _, offering: __, field, took: ___, ...fact }) => [field, fact]);
  return { center: 'mesa', offering: 'mesa-iop', version, facts: Object.fromEntries(facts), acts };
}

const hidden = (version: number, other: Partial<StoredPrivate> = {}): StoredPrivate => ({
  center: 'mesa',
  fields: {
    facilityCode: 'MESA-1',
    directIntakeLine: null,
    warmTransferNote: 'Ask for the desk.',
    internalNotes: null,
  },
  by: 'lee',
  at: '2026-11-01T00:00:00.000Z',
  version,
  ...other,
});

function contract(name: string, open: () => Promise<Opened>): void {
  describe(`agents' part of the store: ${name}`, () => {
    let opened: Opened | undefined;
    const start = async () => {
      opened = await open();
      return opened.store;
    };
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });

    it('keeps facts by offering and every act, whole and in the order of key presses', async () => {
      const store = await start();
      expect(await store.facts('mesa')).toEqual([]);
      expect(await store.acts('mesa')).toEqual([]);
      const first = factsOf(1, act(1));
      const second = factsOf(2, act(3, { value: 'no', by: 'ana' }));
      await store.putFacts(first, null);
      await store.putFacts(second, first);
      const late = act(2, { took: false, value: 'no' });
      await store.addActs([late, late]);
      expect(await store.facts('mesa')).toEqual([second]);
      expect(await store.facts('tempe')).toEqual([]);
      expect(await store.acts('mesa')).toEqual([...first.acts, late, ...second.acts]);
      expect((await store.added()).facts).toEqual([second]);
    });

    it('writes nothing for who saw an older version', async () => {
      const store = await start();
      const first = factsOf(1, act(1));
      await store.putFacts(first, null);
      await expect(store.putFacts(factsOf(1, act(2)), null)).rejects.toThrow(FactsChangedError);
      await store.putFacts(factsOf(2, act(2, { by: 'ana' })), first);
      await expect(store.putFacts(factsOf(2, act(4)), first)).rejects.toThrow(FactsChangedError);
      expect((await store.acts('mesa')).map(({ by }) => by)).toEqual(['kim', 'ana']);
    });

    it('keeps facts apart from confirmations and corrections', async () => {
      const store = await start();
      await store.putFacts(factsOf(1, act(1)), null);
      await store.putPrivate(hidden(1), null);
      expect(await store.confirmations('mesa')).toEqual([]);
      expect(await store.corrections('mesa')).toBeNull();
      expect(await store.history('mesa')).toEqual([]);
      expect(await store.added()).toMatchObject({ confirmations: [], corrections: [] });
    });

    it('lists what waits until it is done, and what was put there again stays', async () => {
      const store = await start();
      await store.wait({ center: 'mesa', stamp: 'a' });
      await store.wait({ center: 'tempe', stamp: 'b' });
      const seen = await store.waiting();
      expect(seen.map(({ center }) => center).sort()).toEqual(['mesa', 'tempe']);
      await store.wait({ center: 'mesa', stamp: 'c' });
      for (const one of seen) await store.doneWaiting(one);
      expect(await store.waiting()).toEqual([{ center: 'mesa', stamp: 'c' }]);
    });

    it('keeps private fields with their history', async () => {
      const store = await start();
      await store.putPrivate(hidden(1), null);
      const next = hidden(2, { fields: { ...hidden(1).fields, internalNotes: 'Lift is at the back.' } });
      await store.putPrivate(next, hidden(1));
      await expect(store.putPrivate(hidden(2), hidden(1))).rejects.toThrow(PrivateChangedError);
      await expect(store.putPrivate(hidden(1), null)).rejects.toThrow(PrivateChangedError);
      expect(await store.privateFields(['mesa', 'tempe', 'mesa'])).toEqual(new Map([['mesa', next]]));
      expect(await store.privateFields([])).toEqual(new Map());
      // The centers are more than one request to the table may name.
      const many = Array.from({ length: 250 }, (_, at) => `center-${at}`);
      expect(await store.privateFields([...many, 'mesa'])).toEqual(new Map([['mesa', next]]));
      expect(await store.privateHistory('mesa')).toEqual([hidden(1), next]);
    });

    it('lists the codes of centers, each as the latest version has it', async () => {
      const store = await start();
      expect(await store.codes()).toEqual([]);
      const code = (version: number, facilityCode: string | null) =>
        hidden(version, { fields: { ...hidden(1).fields, facilityCode } });
      await store.putPrivate(code(1, 'LB-1'), null);
      await store.putPrivate({ ...code(1, 'TP-1'), center: 'tempe' }, null);
      expect((await store.codes()).sort((a, b) => (a.center < b.center ? -1 : 1))).toEqual([
        { center: 'mesa', code: 'LB-1' },
        { center: 'tempe', code: 'TP-1' },
      ]);
      await store.putPrivate(code(2, 'LB-2'), code(1, 'LB-1'));
      await store.keepCode(code(1, 'LB-1'));
      expect((await store.codes()).find(({ center }) => center === 'mesa')).toEqual({ center: 'mesa', code: 'LB-2' });
      await store.putPrivate(code(3, null), code(2, 'LB-2'));
      expect(await store.codes()).toEqual([{ center: 'tempe', code: 'TP-1' }]);
    });

    it('takes the code of an erased center, and its wait to be published, off the lists', async () => {
      const store = await start();
      for (const center of ['mesa', 'tempe']) {
        await store.putPrivate(hidden(1, { center }), null);
        await store.wait({ center, stamp: center });
      }
      expect(await store.eraseCenter('mesa')).toBeGreaterThan(0);
      expect(await store.codes()).toEqual([{ center: 'tempe', code: 'MESA-1' }]);
      expect(await store.waiting()).toEqual([{ center: 'tempe', stamp: 'tempe' }]);
      expect(await store.privateFields(['mesa'])).toEqual(new Map());
    });

    it('leaves what a person wrote as it is when an import has other private fields', async () => {
      const store = await start();
      const [record] = records;
      if (record === undefined) throw new Error('there are no listings');
      const { id } = record.center;
      const importing = (facilityCode: string) => {
        const fields = { ...hidden(1).fields, facilityCode };
        return importPrivate([{ ...record, private: fields }], { store, now: Date.UTC(2026, 10, 2) });
      };
      const code = async () => (await store.privateFields([id])).get(id)?.fields.facilityCode;
      expect([await importing('A'), await importing('A'), await importing('B'), await code()]).toEqual([1, 0, 1, 'B']);
      const [imported] = (await store.privateFields([id])).values();
      await store.putPrivate(hidden(3, { center: id }), imported ?? null);
      expect([await importing('C'), await code()]).toEqual([0, 'MESA-1']);
    });

    it('counts what a version changed once, by day and state', async () => {
      const store = await start();
      const progress = (day: string, state: 'AZ' | 'CA', unknown: number) => ({ day, state, unknown, confirmed: 1 });
      const one = { ...factsOf(1, act(1)), progress: progress('2026-11-29', 'AZ', -1) };
      await store.putFacts(one, null);
      await store.count(one);
      const two = { ...factsOf(2, act(2)), progress: progress('2026-11-30', 'CA', 2) };
      await store.putFacts(two, one);
      const three = { ...factsOf(3, act(3)), progress: progress('2026-11-29', 'AZ', -4) };
      await store.putFacts(three, two);
      await store.count(factsOf(3, act(3)));
      expect(await store.progress('2026-11-01', '2026-11-30')).toEqual([
        { day: '2026-11-29', state: 'AZ', unknown: -5, confirmed: 2 },
        { day: '2026-11-30', state: 'CA', unknown: 2, confirmed: 1 },
      ]);
      expect(await store.progress('2026-11-30', '2026-12-31')).toHaveLength(1);
      expect(await store.progress('2026-12-01', '2026-12-31')).toEqual([]);
    });

    it('counts for a writer that stopped before it did', async () => {
      const store = await start();
      const one = {
        ...factsOf(1, act(1)),
        progress: { day: '2026-11-29', state: 'AZ' as const, unknown: -1, confirmed: 1 },
      };
      await store.putFacts(one, null);
      await store.putFacts(factsOf(2, act(2)), one);
      expect(await store.progress('2026-11-29', '2026-11-29')).toEqual([one.progress]);
    });

    it('knows ended sign-ins', async () => {
      const store = await start();
      expect(await store.isSignedOut('s-1')).toBe(false);
      await store.signOut('s-1', 1_800_000_000);
      expect([await store.isSignedOut('s-1'), await store.isSignedOut('s-2')]).toEqual([true, false]);
    });
  });
}

it('the acts of a writer that stopped before their history are added to it by the next', async () => {
  const { client, tableName, close } = await engineStore();
  try {
    const store = dynamoFullStore({ client, tableName, reading: writeBudget });
    const [one, two, three] = [factsOf(1, act(1)), factsOf(2, act(2)), factsOf(3, act(3))];
    await client.send(putFacts(tableName, one, null));
    await store.putFacts(two, one);
    await store.putFacts(three, two);
    expect(await store.acts('mesa')).toEqual([act(1), act(2), act(3)]);
  } finally {
    await close();
  }
});

contract('in memory', async () => ({ store: memoryStore(), close: async () => {} }));
contract('DynamoDB', async () => {
  const { client, tableName, close } = await engineStore();
  return { store: dynamoFullStore({ client, tableName, reading: writeBudget }), close };
});
