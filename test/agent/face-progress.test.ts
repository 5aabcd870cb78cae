import { expect, it } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { contract } from '../support/contract.ts';
import { records } from '../support/real-records.ts';
import { parsed, WITHIN, withPeople } from './asking.ts';

const { agent, editor, serve } = await withPeople();
const DAY = 86_400_000;
const unknown = records.find(
  ({ center }) => center.unknownLevels.includes('iop') && center.address.state !== 'AZ',
) as CenterRecord;
const { state } = unknown.center.address;
const listed = records.find(
  ({ center, offerings: [one] }) => center.address.state === 'AZ' && one?.confirmation.state === 'unconfirmed',
) as CenterRecord;
const facts = `/v1/agent/centers/${listed.center.id}/offerings/${listed.offerings[0]?.id}/facts`;
const level = `/v1/agent/centers/${unknown.center.id}/offerings/iop/facts`;

async function opened() {
  const served = await serve();
  const days = async (query: string) => {
    served.pass(WITHIN);
    const answer = await served.ask(`/v1/agent/progress/days?${query}`, agent());
    expect(contract.faults(`/v1/agent/progress/days?${query}`, { method: 'GET' }, answer as never)).toEqual([]);
    return parsed(answer).days as { day: string; states: { code: string; unknown: number; confirmed: number }[] }[];
  };
  const line = async (code: string, count: number) =>
    (await days(`state=${code}&days=${count}`)).map(({ states: [one] }) => [one?.unknown, one?.confirmed]);
  return { ...served, days, line };
}

it('the line of unknowns goes down by each call, on its day, in its state', async () => {
  const { put, pass, line, days, ask } = await opened();
  const [[before = 0, sure = 0] = []] = await line('AZ', 1);
  const [[other = 0, others = 0] = []] = await line(state, 1);
  parsed(await put(facts, agent(), { facts: { level: 'yes' } }));
  pass(DAY);
  parsed(await put(level, agent(), { facts: { level: 'no' } }));
  pass(2 * DAY);
  parsed(await put(facts, agent(), { facts: { level: 'unknown' } }));
  // The fact is about no level, so the progress does not count it.
  parsed(await put(facts, agent(), { facts: { housing: 'yes' } }));
  expect(await line('AZ', 5)).toEqual([
    [before, sure],
    [before - 1, sure + 1],
    [before - 1, sure + 1],
    [before - 1, sure + 1],
    [before, sure],
  ]);
  expect(await line(state, 4)).toEqual([
    [other, others],
    [other - 1, others],
    [other - 1, others],
    [other - 1, others],
  ]);
  // The last day's numbers equal the current progress.
  const { states } = parsed(await ask('/v1/agent/progress', agent()));
  const [last] = (await days('days=1')).slice(-1);
  expect(last?.states).toEqual(
    states.map((one: Record<string, number>) => ({
      code: one.code,
      unknown: (one.unconfirmed ?? 0) + (one.unknownLevels ?? 0),
      confirmed: (one.confirmed ?? 0) + (one.stale ?? 0),
    })),
  );
});

it('yes to an unknown level ends one unknown, and the same sent again ends no other', async () => {
  const { put, line } = await opened();
  const [[before = 0, sure = 0] = []] = await line(state, 1);
  const body = { facts: { level: 'yes' } };
  parsed(await put(level, agent(), body, '"0"'));
  parsed(await put(level, agent(), body, '"0"'));
  parsed(await put(level, agent(), body));
  expect(await line(state, 2)).toEqual([
    [before, sure],
    [before - 1, sure + 1],
  ]);
});

it('a denied offering is unknown no more, and an expired one was confirmed', async () => {
  const { put, pass, line } = await opened();
  const [[before = 0, sure = 0] = []] = await line('AZ', 1);
  parsed(await put(facts, agent(), { facts: { level: 'no' } }));
  expect(await line('AZ', 1)).toEqual([[before - 1, sure]]);
  parsed(await put(facts, agent('ana'), { facts: { level: 'yes' } }));
  pass(200 * DAY);
  expect(await line('AZ', 1)).toEqual([[before - 1, sure + 1]]);
});

it('reads a year at most, and names every fault', async () => {
  const { ask, days } = await opened();
  expect(await days('days=366')).toHaveLength(366);
  for (const query of ['days=0', 'days=367', 'days=x', 'state=XX', 'from=2026-01-01'])
    expect((await ask(`/v1/agent/progress/days?${query}`, editor())).status).toBe(400);
});
