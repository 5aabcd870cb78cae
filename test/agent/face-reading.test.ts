import { describe, expect, it } from 'vitest';
import { peopleNearby } from '../../functions/places/people-near.ts';
import { publish } from '../../functions/publish/publish.ts';
import { NOW, records } from '../support/real-records.ts';
import { at, center, id, parsed, WITHIN, withPeople } from './asking.ts';

const { agent, serve } = await withPeople();

describe('reading', () => {
  it('a search gives each center with its private fields, and never to be kept', async () => {
    const { ask } = await serve();
    const answer = await ask('/v1/agent/centers?name=lantern+bridge&limit=5', agent());
    const { results } = parsed(answer);
    const own = records.find((one) => one.center.id === id)?.private;
    expect(results.find((one: { center: { id: string } }) => one.center.id === id).private).toEqual({
      ...{ version: 1, by: null, at: at(0) },
      ...own,
    });
    expect(own?.facilityCode).not.toBeNull();
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers.etag).toBeUndefined();
  });

  it('a center has what is recorded of each offering with a version', async () => {
    const { ask } = await serve();
    const { offerings, unknownLevels, corrections, private: hidden } = parsed(await ask(center, agent()));
    expect(
      offerings.every((one: { recorded: object }) => JSON.stringify(one.recorded) === '{"version":0,"facts":{}}'),
    ).toBe(true);
    expect([unknownLevels, corrections.version, hidden.version]).toEqual([[], 0, 1]);
  });

  it('facts of a level that was unknown are shown at one program, even if a listing names two of it by now', async () => {
    const { store, ask, put, pass } = await serve();
    const before = records.find((one) => one.center.unknownLevels.includes('iop') && one.offerings.length > 0);
    const [model] = before?.offerings ?? [];
    if (before === undefined || model === undefined) throw new Error('the fixtures have no such center');
    const own = `/v1/agent/centers/${before.center.id}`;
    const said = { facts: { level: 'yes', 'schedule.evening': 'yes' } };
    expect((await put(`${own}/offerings/iop/facts`, agent(), said)).status).toBe(200);
    const programs = ['iop', 'iop-mental-health'].map((end) => ({
      ...{ ...model, id: `${before.center.id}-${end}` },
      level: 'iop' as const,
    }));
    const unknownLevels = before.center.unknownLevels.filter((level) => level !== 'iop');
    const named = {
      ...before,
      center: { ...before.center, unknownLevels },
      offerings: [...before.offerings, ...programs],
    };
    await publish({ store, records: records.map((one) => (one === before ? named : one)), now: NOW + 1 });
    pass(WITHIN);
    const { offerings } = parsed(await ask(own, agent()));
    const shown = offerings.filter((one: { level: string }) => one.level === 'iop');
    expect(shown.map(({ recorded }: { recorded: { version: number } }) => recorded.version)).toEqual([1, 0]);
  });

  it('what is not there is 404, what is wrong is 400 with every fault', async () => {
    const { ask } = await serve();
    for (const target of ['/v1/agent/centers/no-such', '/v1/agent/nothing', '/v1/agent/centers/UPPER/history'])
      expect((await ask(target, agent())).status).toBe(404);
    const { errors } = parsed(await ask('/v1/agent/worklist?state=XX&limit=0&near=1', agent()), 400);
    expect(errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual(['limit', 'near', 'state']);
    expect((await ask(center, agent(), { method: 'DELETE' })).headers.allow).toBe('GET, HEAD, OPTIONS');
    expect((await ask(`${center}/corrections`, agent(), { method: 'POST' })).headers.allow).toBe(
      'GET, HEAD, PUT, OPTIONS',
    );
  });
});

describe('what to ask next', () => {
  it('ranks centers by the people near, and leaves out what is all confirmed', async () => {
    const { ask, put, pass } = await serve();
    const { worklist, open } = parsed(await ask('/v1/agent/worklist?limit=200', agent()));
    const people = worklist.map((one: { people: number }) => one.people);
    expect(people).toEqual([...people].sort((a: number, b: number) => b - a));
    expect(people[0]).toBeGreaterThan(1_000_000);
    expect(people).toEqual(
      worklist.map(({ center }: { center: { location: { lat: number; lng: number } } }) =>
        peopleNearby(center.location),
      ),
    );
    const own = worklist.find((one: { unconfirmed: number; unknownLevels: string[]; center: { id: string } }) =>
      records.some(
        (record) =>
          record.center.id === one.center.id &&
          record.offerings.length === 1 &&
          record.center.unknownLevels.length === 0,
      ),
    );
    const [only] = records.find((record) => record.center.id === own.center.id)?.offerings ?? [];
    const target = `/v1/agent/centers/${own.center.id}/offerings/${only?.id}/facts`;
    expect((await put(target, agent(), { facts: { level: 'yes' } })).status).toBe(200);
    pass(WITHIN);
    const after = parsed(await ask('/v1/agent/worklist?limit=200', agent()));
    expect(after.open).toBe(open - 1);
    expect(after.worklist.some((one: { center: { id: string } }) => one.center.id === own.center.id)).toBe(false);
    const inOne = parsed(await ask('/v1/agent/worklist?state=ok', agent())).worklist;
    expect(new Set(inOne.map((one: { center: { address: { state: string } } }) => one.center.address.state))).toEqual(
      new Set(['OK']),
    );
  });

  it('counts each state, and a confirmation moves one', async () => {
    const { ask, put, pass } = await serve();
    const total = async () => {
      const { states } = parsed(await ask('/v1/agent/progress', agent()));
      return states.find(({ code }: { code: string }) => code === 'AZ');
    };
    const before = await total();
    expect(before.centers).toBe(records.filter(({ center: one }) => one.address.state === 'AZ').length);
    const [unconfirmed] = records.flatMap(({ center: one, offerings }) =>
      one.address.state === 'AZ' ? offerings.filter(({ confirmation }) => confirmation.state === 'unconfirmed') : [],
    );
    const own = records.find(({ offerings }) => offerings.some((one) => one === unconfirmed))?.center.id;
    await put(`/v1/agent/centers/${own}/offerings/${unconfirmed?.id}/facts`, agent(), { facts: { level: 'yes' } });
    pass(WITHIN);
    expect(await total()).toEqual({
      ...before,
      confirmed: before.confirmed + 1,
      unconfirmed: before.unconfirmed - 1,
    });
  });
});
