import { describe, expect, it } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { applyFacts } from '../../functions/publish/added/apply-facts.ts';
import { recordFacts } from '../../functions/publish/agent/record-facts.ts';
import { publishedCenter } from '../../functions/publish/change/change-centers.ts';
import { publish } from '../../functions/publish/publish.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { StoredFacts } from '../../functions/store/stored-facts.ts';
import { NOW, records } from '../support/real-records.ts';

const at = (ms: number) => new Date(NOW + ms).toISOString();
const unknownIop = records.find(
  ({ center, offerings }) => center.unknownLevels.includes('iop') && offerings.length > 0,
) as CenterRecord;
const { id } = unknownIop.center;
const [model] = unknownIop.offerings;

/** The same center, now that its listing names the level. */
const listed = (offering: string): CenterRecord => ({
  ...unknownIop,
  center: { ...unknownIop.center, unknownLevels: unknownIop.center.unknownLevels.filter((one) => one !== 'iop') },
  offerings: model === undefined ? [] : [...unknownIop.offerings, { ...model, id: offering, level: 'iop' }],
});

const recorded = (offering: string, ms: number, values: Record<string, 'yes' | 'no' | 'unknown'>): StoredFacts => ({
  center: id,
  offering,
  version: 1,
  acts: [],
  facts: Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      { value, by: 'kim', at: at(ms), recordedAt: at(ms), expiresAt: null },
    ]),
  ),
});

describe('facts of a level and of the offering that the listing names by now', () => {
  it.each(['a-iop', 'z-iop'])('hold by time, whatever the id %s', (offering) => {
    const evening = (all: readonly StoredFacts[]) => {
      const { offerings } = applyFacts(listed(offering), all);
      const own = offerings.find((one) => one.id === offering);
      return [own?.schedule?.tracks ?? [], own?.admissions?.denied ?? []];
    };
    const yes = (target: string, ms: number) => recorded(target, ms, { 'schedule.evening': 'yes' });
    const no = (target: string, ms: number) => recorded(target, ms, { 'schedule.evening': 'no' });
    expect(evening([yes('iop', 1), no(offering, 2)])).toEqual([[], ['schedule.evening']]);
    expect(evening([yes('iop', 3), no(offering, 2)])).toEqual([['evening'], []]);
    const again = recorded(offering, 2, { 'schedule.evening': 'unknown' });
    expect(evening([yes('iop', 1), again])).toEqual([[], []]);
  });

  it('go on at one version, by the offering’s id and by the level', async () => {
    const store = memoryStore();
    await publish({ store, records, now: NOW });
    const record = (offering: string, seen: number, ms: number, value: 'yes' | 'no') =>
      recordFacts(
        {
          ...{ center: id, by: 'kim', expiresAt: null, offering, seen, at: at(ms) },
          facts: { 'schedule.evening': value, level: 'yes' },
        },
        { store, now: () => NOW },
      );
    await record('iop', 0, 1, 'yes');
    const named = `${id}-iop-2`;
    await publish({ store, records: records.map((one) => (one === unknownIop ? listed(named) : one)), now: NOW });
    expect((await record(named, 1, 2, 'no')).facts).toMatchObject({ offering: 'iop', version: 2 });
    expect((await record('iop', 2, 3, 'yes')).facts.version).toBe(3);
    const head = await store.readHead();
    const own = head && (await publishedCenter(head, store, id));
    expect(own?.offerings.find((one) => one.id === named)?.schedule?.tracks).toEqual(['evening']);
  });
});

it('a no to private insurance ends a named insurer’s yes before it, and none after it', () => {
  const payers = (all: Record<string, ['yes' | 'no', number]>) => {
    const facts = Object.entries(all).map(([key, [value, ms]]) => recorded('a-iop', ms, { [key]: value }).facts);
    const one: StoredFacts = { ...recorded('a-iop', 0, {}), facts: Object.assign({}, ...facts) };
    return applyFacts(listed('a-iop'), [one]).offerings.find((offering) => offering.id === 'a-iop')?.payers;
  };
  expect(payers({ 'payer.aetna': ['yes', 1], 'payer.private': ['no', 2] })).not.toContain('aetna');
  expect(payers({ 'payer.aetna': ['yes', 3], 'payer.private': ['no', 2] })).toContain('aetna');
});

it('an agent whose clock is ahead does not outrank what an editor corrected after the fact arrived', () => {
  const id = 'a-iop';
  const corrected: CenterRecord = {
    ...listed(id),
    offerings: listed(id).offerings.map((one) => (one.id === id ? { ...one, housing: false } : one)),
  };
  const housing = (arrivedMs: number) => {
    const { facts, ...one } = recorded(id, arrivedMs, { housing: 'yes' });
    const ahead = Object.entries(facts).map(([key, fact]) => [key, { ...fact, at: at(9_000) }]);
    const correction = { path: `offerings.${id}.housing`, value: false, was: null, at: at(2_000) };
    const { offerings } = applyFacts(corrected, [{ ...one, facts: Object.fromEntries(ahead) }], [correction]);
    return offerings.find((offering) => offering.id === id)?.housing;
  };
  expect(housing(1_000)).toBe(false);
  expect(housing(3_000)).toBe(true);
});
