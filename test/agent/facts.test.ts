import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packCenter } from '../../functions/dataset/packed-center.ts';
import { confirmationState } from '../../functions/domain/confirmation.ts';
import { type FactsToRecord, factKeys } from '../../functions/domain/fact.ts';
import { intakeAt } from '../../functions/domain/intake.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { markWaiting } from '../../functions/publish/agent/publish-waiting.ts';
import { recordFacts } from '../../functions/publish/agent/record-facts.ts';
import { publishedCenter } from '../../functions/publish/change/change-centers.ts';
import { UnknownOfferingError } from '../../functions/publish/confirm.ts';
import { publish } from '../../functions/publish/publish.ts';
import { rollback } from '../../functions/publish/rollback.ts';
import { compileFilter, type Filter } from '../../functions/search/filter.ts';
import { Locator } from '../../functions/search/locator.ts';
import { resultOf } from '../../functions/search/match.ts';
import { FactsChangedError } from '../../functions/store/stored-facts.ts';
import { publishedStore } from '../support/published-store.ts';
import { NOW, records } from '../support/real-records.ts';
import { FACT_EXAMPLES } from './fact-examples.ts';

const unknownIop = found(({ center, offerings }) => center.unknownLevels.includes('iop') && offerings.length > 0);
const listedIop = found(
  ({ offerings, center }) => offerings.some((one) => one.level === 'iop' && one.schedule === null) && !center.sample,
);
const iop = listedIop.offerings.find(({ level }) => level === 'iop')?.id ?? '';

function found(suits: (record: CenterRecord) => boolean): CenterRecord {
  const record = records.find(suits);
  if (record === undefined) throw new Error('the fixtures have no such center');
  return record;
}

async function opened() {
  const store = await publishedStore(records, NOW);
  let now = NOW;
  const record = (given: Partial<FactsToRecord> & Pick<FactsToRecord, 'facts'>) =>
    recordFacts(
      {
        ...{ center: listedIop.center.id, offering: iop, by: 'kim', expiresAt: null, seen: null },
        at: new Date(now).toISOString(),
        ...given,
      },
      { store, now: () => now },
    );
  const center = async (id = listedIop.center.id) => {
    const head = await store.readHead();
    const one = head === null ? null : await publishedCenter(head, store, id);
    if (one === null) throw new Error(`"${id}" is not published`);
    return one;
  };
  /** How a search judges the center. */
  const verdict = async (filter: Filter, id = listedIop.center.id) => {
    const result = resultOf(packCenter(await center(id)), compileFilter(filter, now), 'any');
    return result === null ? 'no' : result.certainty === 'listed' ? 'yes' : 'unknown';
  };
  /** A whole publish of the same listings, which must give the same dataset. */
  const rebuilt = async () => {
    const before = await store.readHead();
    const report = await publish({ store, records, now });
    return [report.version, before?.version];
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { store, record, center, verdict, rebuilt, pass };
}

const evening: Filter = { level: ['iop'], schedule: ['evening'] };
const weekend: Filter = { level: ['iop'], schedule: ['weekend'] };

describe('a fact of a listed offering', () => {
  it('yes is found, and the rest of its list stays unknown', async () => {
    const { record, verdict, rebuilt } = await opened();
    expect([await verdict(evening), await verdict(weekend)]).toEqual(['unknown', 'unknown']);
    await record({ facts: { 'schedule.evening': 'yes' } });
    expect([await verdict(evening), await verdict(weekend)]).toEqual(['yes', 'unknown']);
    const [whole, small] = await rebuilt();
    expect(whole).toBe(small);
  });

  it('no ends the unknown of that value and of no other', async () => {
    const { record, center, verdict, rebuilt } = await opened();
    await record({ facts: { 'schedule.evening': 'no', 'payer.aetna': 'no' } });
    expect([await verdict(evening), await verdict(weekend)]).toEqual(['no', 'unknown']);
    expect(await verdict({ level: ['iop'], payer: ['aetna'] })).toBe('no');
    const offering = (await center()).offerings.find(({ id }) => id === iop);
    const end = new Date(NOW + 90 * 86_400_000).toISOString();
    expect(offering?.admissions).toEqual({
      ...{ denied: ['payer.aetna', 'schedule.evening'], open: [] },
      expires: { 'payer.aetna': end, 'schedule.evening': end },
    });
    const [whole, small] = await rebuilt();
    expect(whole).toBe(small);
  });

  it('a parent’s no is the child’s no, and a child’s no leaves the parent open', async () => {
    const { record, verdict } = await opened();
    await record({ facts: { 'therapy.holistic': 'no' } });
    expect(await verdict({ level: ['iop'], therapy: ['yoga'] })).toBe('no');
    await record({ facts: { 'payer.private': 'no', 'payer.cigna': 'yes' } });
    expect(await verdict({ level: ['iop'], payer: ['aetna'] })).toBe('no');
    expect(await verdict({ level: ['iop'], payer: ['cigna'] })).toBe('yes');
  });

  it('unknown leaves the listing’s own word', async () => {
    const { record, center, verdict, rebuilt } = await opened();
    const before = await center();
    await record({ facts: { 'schedule.evening': 'no', level: 'yes', housing: 'no', maxHoursPerWeek: 9 } });
    expect(await center()).not.toEqual(before);
    await record({
      at: new Date(NOW + 1000).toISOString(),
      facts: { 'schedule.evening': 'unknown', level: 'unknown', housing: 'unknown', maxHoursPerWeek: 'unknown' },
    });
    expect(await verdict(evening)).toBe('unknown');
    expect(await center()).toEqual(before);
    const [whole, small] = await rebuilt();
    expect(whole).toBe(small);
  });

  it.each(FACT_EXAMPLES)('%s: %o is what a search then finds', async (key, yes, filter, no) => {
    const { record, verdict, rebuilt } = await opened();
    await record({ facts: { [key]: yes } });
    expect(await verdict({ level: ['iop'], ...filter })).toBe('yes');
    if (no !== null) {
      await record({ at: new Date(NOW + 1000).toISOString(), facts: { [key]: no } });
      expect(await verdict({ level: ['iop'], ...filter })).toBe('no');
    }
    const [whole, small] = await rebuilt();
    expect(whole).toBe(small);
  });

  it('the examples name every kind of fact', () => {
    const kinds = (keys: readonly string[]) => [...new Set(keys.map((key) => key.split('.')[0]))].sort();
    expect(kinds(FACT_EXAMPLES.map(([key]) => key))).toEqual(kinds(factKeys()));
  });
});

describe('the level', () => {
  it('yes confirms, becomes stale, and is never removed', async () => {
    const { record, center, verdict, pass } = await opened();
    await record({ facts: { level: 'yes' }, expiresAt: new Date(NOW + 86_400_000).toISOString() });
    expect(await verdict({ level: ['iop'], confirmed: { maxAgeDays: null } })).toBe('yes');
    pass(2 * 86_400_000);
    expect(await verdict({ level: ['iop'], confirmed: { maxAgeDays: null } })).toBe('no');
    expect(await verdict({ level: ['iop'] })).toBe('yes');
    const offering = (await center()).offerings.find(({ id }) => id === iop);
    expect(confirmationState(offering?.confirmation ?? never(), NOW + 2 * 86_400_000)).toBe('stale');
  });

  it('no takes the offering out of searches', async () => {
    const { record, verdict } = await opened();
    await record({ facts: { level: 'no' } });
    expect(await verdict({ level: ['iop'] })).toBe('no');
  });

  const id = unknownIop.center.id;
  it('an unknown one becomes an offering by yes, with the center’s other facts', async () => {
    const { record, center, verdict, rebuilt } = await opened();
    expect(await verdict({ level: ['iop'] }, id)).toBe('unknown');
    const payer = unknownIop.offerings[0]?.payers[0] ?? '';
    await record({ center: id, offering: 'iop', facts: { level: 'yes' } });
    expect(await verdict({ level: ['iop'] }, id)).toBe('yes');
    expect(await verdict({ level: ['iop'], payer: [payer] }, id)).toBe('yes');
    const made = (await center(id)).offerings.find(({ level }) => level === 'iop');
    expect(made?.confirmation.state).toBe('confirmed');
    expect((await center(id)).center.unknownLevels).not.toContain('iop');
    // The same offering, named by its id.
    const again = await record({
      ...{ center: id, offering: made?.id ?? '', facts: { 'schedule.evening': 'yes' } },
      at: new Date(NOW + 1000).toISOString(),
    });
    expect(again.facts).toMatchObject({ offering: 'iop', version: 2 });
    expect(await verdict(evening, id)).toBe('yes');
    const [whole, small] = await rebuilt();
    expect(whole).toBe(small);
  });

  it('an unknown one ends by no, and is unknown again by unknown', async () => {
    const { record, center, verdict, rebuilt } = await opened();
    await record({ center: id, offering: 'iop', facts: { level: 'no' } });
    expect(await verdict({ level: ['iop'] }, id)).toBe('no');
    expect((await center(id)).offerings.some(({ level }) => level === 'iop')).toBe(false);
    const [whole, small] = await rebuilt();
    expect(whole).toBe(small);
    await record({ center: id, offering: 'iop', at: new Date(NOW + 1).toISOString(), facts: { level: 'unknown' } });
    expect(await verdict({ level: ['iop'] }, id)).toBe('unknown');
  });

  it('an import that names the level later keeps what agents found out', async () => {
    const { store, record, center } = await opened();
    await record({ center: id, offering: 'iop', facts: { level: 'yes', 'schedule.evening': 'yes' } });
    const [model] = unknownIop.offerings;
    const named = records.map((one) =>
      one !== unknownIop || model === undefined
        ? one
        : {
            center: { ...one.center, unknownLevels: one.center.unknownLevels.filter((level) => level !== 'iop') },
            offerings: [...one.offerings, { ...model, id: `${id}-iop-2`, level: 'iop' as const }],
          },
    );
    await publish({ store, records: named, now: NOW });
    const found = (await center(id)).offerings.filter(({ level }) => level === 'iop');
    expect(found.map((one) => [one.id, one.confirmation.state, one.schedule?.tracks])).toEqual([
      [`${id}-iop-2`, 'confirmed', ['evening']],
    ]);
  });

  it('what the center does not have is refused', async () => {
    const { store, record } = await opened();
    const before = await store.added();
    for (const offering of ['php-9', 'sober-living', 'nothing'])
      await expect(record({ offering, facts: { level: 'yes' } })).rejects.toThrow(UnknownOfferingError);
    await expect(record({ center: 'no-such-center', facts: { level: 'yes' } })).rejects.toThrow(UnknownOfferingError);
    expect(await store.added()).toEqual(before);
  });
});

it('an intake that is full leaves a search for who accepts until it ends', async () => {
  const { record, center, verdict, pass } = await opened();
  const accepting: Filter = { level: ['iop'], accepting: true };
  await record({ facts: { intake: { state: 'full', until: new Date(NOW + 3_600_000).toISOString() } } });
  expect(await verdict(accepting)).toBe('no');
  pass(3_600_001);
  expect(await verdict(accepting)).toBe('yes');
  const offering = (await center()).offerings.find(({ id }) => id === iop);
  expect(intakeAt(offering?.intake ?? never(), NOW + 3_600_001).state).toBe('unknown');
  expect(offering?.intake.state).toBe('full');
});

it('facts without an end count for 90 days, and a full or closed intake for 30', async () => {
  const after = (days: number) => new Date(NOW + days * 86_400_000).toISOString();
  for (const state of ['full', 'closed'] as const) {
    const { record, center } = await opened();
    const { facts } = await record({ facts: { intake: { state }, 'schedule.evening': 'yes' } });
    expect(facts.facts.intake).toMatchObject({ value: { state, until: after(30) }, expiresAt: after(30) });
    expect(facts.facts['schedule.evening']?.expiresAt).toBe(after(90));
    const offering = (await center()).offerings.find(({ id }) => id === iop);
    expect(offering?.intake).toMatchObject({ state, until: after(30) });
  }
});

it('a fact is published when it is recorded, however many centers wait', async () => {
  const { store, record, center } = await opened();
  const others = records.map((one) => one.center.id).filter((id) => id !== listedIop.center.id);
  for (const id of others) await markWaiting(id, store);
  await record({ facts: { 'schedule.evening': 'yes' } });
  expect((await center()).offerings.find(({ id }) => id === iop)?.schedule?.tracks).toEqual(['evening']);
  expect((await store.waiting()).map((one) => one.center)).not.toContain(listedIop.center.id);
});

it('a rollback keeps what agents recorded since', async () => {
  const { store, record, verdict } = await opened();
  const first = (await store.readHead())?.version ?? '';
  await publish({ store, records: records.filter((one) => one !== unknownIop), now: NOW + 1 });
  await record({ facts: { 'schedule.evening': 'yes' } });
  await rollback({ store, now: NOW + 2, to: first });
  expect(await verdict(evening)).toBe('yes');
  expect((await store.readHead())?.centers).toBe(records.length);
});

it('an import between two facts keeps both', async () => {
  const { store, record, verdict } = await opened();
  await record({ facts: { 'schedule.evening': 'no' } });
  const renamed = records.map((one) =>
    one === listedIop ? { ...one, center: { ...one.center, name: 'Renamed by an import' } } : one,
  );
  await publish({ store, records: renamed, now: NOW });
  await record({ at: new Date(NOW + 1).toISOString(), facts: { housing: 'yes' } });
  expect([await verdict(evening), await verdict({ level: ['iop'], housing: true })]).toEqual(['no', 'yes']);
  const head = await store.readHead();
  const own = head && (await publishedCenter(head, store, listedIop.center.id));
  expect(own?.center.name).toBe('Renamed by an import');
});

describe('an old act', () => {
  it('never overrides a newer one: it becomes history', async () => {
    const { store, record, verdict } = await opened();
    const at = (ms: number) => new Date(NOW + ms).toISOString();
    await record({ at: at(-1000), facts: { 'schedule.evening': 'yes' } });
    const late = await record({ at: at(-5000), by: 'ana', facts: { 'schedule.evening': 'no', housing: 'yes' } });
    expect(late.acts.map(({ field, took }) => [field, took])).toEqual([
      ['schedule.evening', false],
      ['housing', true],
    ]);
    expect(await verdict(evening)).toBe('yes');
    expect((await store.acts(listedIop.center.id)).map(({ by, field, took }) => [by, field, took])).toEqual([
      ['ana', 'housing', true],
      ['ana', 'schedule.evening', false],
      ['kim', 'schedule.evening', true],
    ]);
  });

  it('sent twice is one act, and changes no version', async () => {
    const { store, record } = await opened();
    const first = await record({ facts: { 'schedule.evening': 'yes' } });
    const second = await record({ facts: { 'schedule.evening': 'yes' } });
    expect([first.facts.version, second.facts.version]).toEqual([1, 1]);
    expect(await store.acts(listedIop.center.id)).toHaveLength(1);
  });
});

it('an outdated version writes nothing', async () => {
  const { store, record } = await opened();
  await record({ seen: 0, facts: { housing: 'yes' } });
  await expect(record({ seen: 0, by: 'ana', facts: { housing: 'no' } })).rejects.toThrow(FactsChangedError);
  expect(await store.acts(listedIop.center.id)).toHaveLength(1);
  await record({ seen: 1, by: 'ana', at: new Date(NOW + 1).toISOString(), facts: { housing: 'no' } });
  expect(await store.acts(listedIop.center.id)).toHaveLength(2);
});

it('is in the answers of the API within five seconds', async () => {
  const { store, record } = await opened();
  let now = NOW;
  const locator = new Locator({ store, now: () => now });
  const read = async () => (await locator.center(listedIop.center.id, newMeter())).head.version;
  const before = await read();
  await record({ facts: { 'schedule.evening': 'yes' } });
  now += 5_001;
  expect(await read()).not.toBe(before);
  expect(await read()).toBe((await store.readHead())?.version);
});

function never(): never {
  throw new Error('the offering is not there');
}
