import { expect, it } from 'vitest';
import { packCenter, packed, unpackOffering } from '../../functions/dataset/packed-center.ts';
import type { FactValue } from '../../functions/domain/fact.ts';
import { wholeCenterAnswer } from '../../functions/faces/v1/shapes/center.ts';
import { applyFacts } from '../../functions/publish/added/apply-facts.ts';
import { NOW, records } from '../support/real-records.ts';
import { at, center, facts, id, offering, parsed, WITHIN, withPeople } from './asking.ts';
import { FACT_EXAMPLES } from './fact-examples.ts';

const { agent, serve } = await withPeople();
const HOUR = 3_600_000;

it('a fact that is too old is named in public answers, and is still in their lists', async () => {
  const { ask, put, pass } = await serve();
  const own = async () => {
    pass(WITHIN);
    const { offerings } = parsed(await ask(`/v1/centers/${id}`, null));
    return offerings.find((one: { id: string }) => one.id === offering);
  };
  const said = { 'schedule.evening': 'yes', 'payer.aetna': 'no', housing: 'yes', maxWeeks: 8 };
  parsed(await put(facts, agent(), { facts: said, expiresAt: at(2 * HOUR) }));
  parsed(await put(facts, agent(), { facts: { 'therapy.equine': 'yes' }, expiresAt: at(4 * HOUR) }));
  const fresh = await own();
  expect(fresh.admissions).toEqual({ denied: ['payer.aetna'], open: expect.any(Array), stale: [] });
  expect(JSON.stringify(fresh)).not.toContain('expires":{');
  pass(2 * HOUR);
  const { admissions, ...rest } = await own();
  expect(admissions.stale).toEqual(['housing', 'maxWeeks', 'payer.aetna', 'schedule.evening']);
  const { admissions: _, ...before } = fresh;
  expect(rest).toEqual(before);
  // A further call to the center renews one of the facts.
  parsed(await put(facts, agent(), { facts: { housing: 'yes' }, expiresAt: at(9 * HOUR) }));
  expect((await own()).admissions.stale).toEqual(['maxWeeks', 'payer.aetna', 'schedule.evening']);
  // If a fact becomes unknown again, the listing's own fact applies, which does not expire.
  parsed(await put(facts, agent(), { facts: { maxWeeks: 'unknown' } }));
  expect((await own()).admissions.stale).toEqual(['payer.aetna', 'schedule.evening']);
  pass(2 * HOUR);
  const search = parsed(await ask('/v1/centers?name=lantern+bridge&limit=5', null));
  const found = search.results.find((one: { center: { id: string } }) => one.center.id === id);
  const shown = found.offerings.find((one: { id: string }) => one.id === offering).admissions.stale;
  expect(shown).toEqual(['payer.aetna', 'schedule.evening', 'therapy.equine']);
  expect((await ask(`${center}/history`, agent())).status).toBe(200);
});

it.each(FACT_EXAMPLES)('%s says when it is to be asked again', (key, yes) => {
  const [record] = records.filter(({ offerings }) => offerings.length > 0);
  const [first] = record?.offerings ?? [];
  if (record === undefined || first === undefined) throw new Error('the fixtures have no such center');
  const one = { value: yes as FactValue, by: 'kim', at: at(0), recordedAt: at(0), expiresAt: at(HOUR) };
  const recorded = { center: record.center.id, offering: first.id, version: 1, acts: [], facts: { [key]: one } };
  const after = applyFacts(record, [recorded]);
  const row = packCenter(after);
  // Unpacking gives back what was packed.
  expect(row[packed.offerings].map((packedOne) => unpackOffering(row, packedOne))).toEqual(after.offerings);
  const own = (ms: number) => wholeCenterAnswer(row, NOW + ms).offerings.find((each) => each.id === first.id);
  const answer = own(HOUR);
  if (key === 'level') expect(answer?.confirmation.state).toBe('stale');
  else if (key === 'intake') expect(answer?.intake.state).toBe('open');
  else expect(answer?.admissions?.stale).toEqual([key]);
  expect(own(HOUR - 1)?.admissions?.stale ?? []).toEqual([]);
});
