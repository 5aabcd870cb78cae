// Long: hundreds of acts, each with its publish.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactValue } from '../../../web/client/types.ts';
import type { Press, Sent } from '../../../web/console/ports.ts';
import type { LiveTeam } from '../../../web/console/team/team.ts';
import { type Issuer, startIssuer } from '../../agent/issuer.ts';
import { serveAgents } from '../../agent/serve.ts';
import { pick, seeded } from '../../support/random.ts';
import { NOW, records } from '../../support/real-records.ts';
import { runs } from '../../support/runs.ts';
import { browser, connection, openTab, signedInAs } from './desk.ts';

let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer?.close());

const some = records.filter(({ offerings }) => offerings.some(({ level }) => level === 'iop')).slice(0, 8);
const targets = some.map(({ center, offerings }) => ({
  center: center.id,
  offering: offerings.find(({ level }) => level === 'iop')?.id ?? '',
}));
const fields = ['level', 'schedule.evening', 'schedule.weekend', 'housing', 'payer.aetna'];
const token = (name: string) => issuer.token({ username: name, sub: `u-${name}`, origin_jti: `s-${name}` });

async function desk(name = 'ana') {
  const served = await serveAgents(issuer, some);
  const wire = connection(served);
  const shared = browser();
  const clock = { now: NOW };
  const now = () => clock.now;
  const pass = (ms: number) => {
    clock.now += ms;
    served.pass(ms);
  };
  const signIn = signedInAs(name, () => token(name));
  const tab = (crash?: AbortSignal) => openTab({ shared, signIn, now, fetch: wire.fetch, ...(crash && { crash }) });
  /** Facts that another agent records, directly through the API. */
  const other = (press: Press) =>
    served.put(
      `/v1/agent/centers/${press.center}/offerings/${press.offering}/facts`,
      token('kim'),
      { facts: press.facts, pressedAt: press.pressedAt },
      '*',
    );
  return { served, wire, shared, clock, pass, signIn, tab, other };
}

const target = targets[0] ?? { center: '', offering: '' };
const seenBy = async (team: LiveTeam) =>
  (await team.center(target.center)).offerings.find(({ id }) => id === target.offering)?.recorded ?? null;
const press = (now: number, facts: Record<string, FactValue>, seen: Press['seen'] = null): Press => ({
  ...target,
  ...{ facts, seen, pressedAt: new Date(now).toISOString() },
});
const factsNow = async ({ served }: Awaited<ReturnType<typeof desk>>) =>
  Object.fromEntries(
    (await served.store.facts(target.center)).flatMap(({ facts }) =>
      Object.entries(facts).map(([field, { value, by }]) => [field, `${JSON.stringify(value)} ${by}`]),
    ),
  );

describe('an act', () => {
  it('is recorded, and taken back by an act of its own', async () => {
    const set = await desk();
    const team = await set.tab();
    const first = await team.send(press(set.clock.now, { housing: 'no' }, await seenBy(team)));
    expect(first.outcome.kind).toBe('recorded');
    set.pass(1_000);
    // The screen shows the version before: one's own act is not a conflict.
    const before = { version: 0, facts: {} };
    const second = await team.send(press(set.clock.now, { housing: 'yes', intake: { state: 'full' } }, before));
    expect(second.outcome).toMatchObject({ kind: 'recorded', answer: { version: 2 }, history: [], meanwhile: false });
    expect((await factsNow(set)).housing).toBe('"yes" ana');
    set.pass(1_000);
    const undone = await team.undo(second.act);
    expect(undone.outcome.kind).toBe('recorded');
    expect(await factsNow(set)).toEqual({ housing: '"unknown" ana', intake: '{"state":"unknown"} ana' });
    expect((await set.served.store.acts(target.center)).length).toBe(5);
    expect(team.state).toMatchObject({ waiting: [], conflicts: [], settled: [], offlineSince: null });
  });

  it('is taken back to what was recorded before it, with its expiry', async () => {
    const set = await desk();
    const team = await set.tab();
    const expiresAt = new Date(NOW + 5 * 86_400_000).toISOString();
    await team.send({ ...press(set.clock.now, { housing: 'no' }, await seenBy(team)), expiresAt });
    set.pass(1_000);
    const { act } = await team.send(press(set.clock.now, { housing: 'yes' }, await seenBy(team)));
    set.pass(1_000);
    await team.undo(act);
    const [facts] = await set.served.store.facts(target.center);
    expect(facts?.facts.housing).toMatchObject({ value: 'no', expiresAt });
  });

  it.each(['mine', 'theirs'] as const)(
    'of two agents: the second sees both versions and decides (%s)',
    async (keep) => {
      const set = await desk();
      const team = await set.tab();
      const seen = await seenBy(team);
      await set.other(press(set.clock.now, { housing: 'no' }));
      set.pass(1_000);
      const { outcome } = await team.send(press(set.clock.now, { housing: 'yes' }, seen));
      expect(outcome).toMatchObject({
        kind: 'conflict',
        conflict: {
          mine: { facts: { housing: 'yes' } },
          theirs: { version: 1, facts: { housing: { value: 'no', by: 'kim' } } },
        },
      });
      expect(await factsNow(set)).toEqual({ housing: '"no" kim' });
      const [conflict] = team.state.conflicts;
      expect(conflict?.theirs.facts.housing?.by).toBe('kim');
      expect(JSON.stringify(await set.shared.shelf.all())).not.toMatch(/kim|ana/);
      set.pass(1_000);
      const decided = await team.decide(conflict?.id ?? '', keep);
      expect(decided?.outcome.kind).toBe(keep === 'mine' ? 'recorded' : undefined);
      expect(await factsNow(set)).toEqual({ housing: keep === 'mine' ? '"yes" ana' : '"no" kim' });
      expect(team.state.conflicts).toEqual([]);
      expect(await set.shared.shelf.all()).toEqual([]);
    },
  );

  it('that the API will never take is refused, with why', async () => {
    const set = await desk();
    const team = await set.tab();
    const { outcome } = await team.send({ ...press(set.clock.now, { housing: 'yes' }), offering: 'nothing-there' });
    expect(outcome).toMatchObject({ kind: 'refused', problem: { status: 404 } });
    expect(await set.shared.shelf.all()).toEqual([]);
  });

  it('waits where the sign-in is over, and goes out once the same person is back, not another', async () => {
    const set = await desk();
    const team = await set.tab();
    set.signIn.set({ kind: 'out', ended: true });
    const { outcome } = await team.send(press(set.clock.now, { housing: 'yes' }));
    expect([outcome.kind, team.state.waiting.length]).toEqual(['waiting', 1]);

    const lee = signedInAs('lee', () => token('lee'));
    const elsewhere = await openTab({
      shared: set.shared,
      signIn: lee,
      now: () => set.clock.now,
      fetch: set.wire.fetch,
    });
    const before = set.wire.requests;
    await elsewhere.retry();
    expect([set.wire.requests, elsewhere.state.waiting]).toEqual([before, []]);
    expect(await factsNow(set)).toEqual({});

    set.signIn.set({ kind: 'in', person: { name: 'ana', groups: ['agent'] } });
    await expect.poll(() => factsNow(set)).toEqual({ housing: '"yes" ana' });
    expect(team.state.settled).toMatchObject([{ outcome: { kind: 'recorded' } }]);
  });

  it('before anybody signed in is refused, not kept', async () => {
    const set = await desk();
    set.signIn.set({ kind: 'out', ended: false });
    const team = await set.tab();
    const { outcome } = await team.send(press(set.clock.now, { housing: 'yes' }));
    expect([outcome.kind, await set.shared.shelf.all()]).toEqual(['refused', []]);
  });
});

describe('two tabs', () => {
  it('send each act once, and both know what became of it', async () => {
    const set = await desk();
    const [one, two] = await Promise.all([set.tab(), set.tab()]);
    const sent = await Promise.all(
      Array.from({ length: 30 }, (_, at) => {
        const where = targets[at % targets.length] ?? target;
        const tab = at % 2 === 0 ? one : two;
        return tab.send({ ...press(set.clock.now + at, { housing: at % 3 === 0 ? 'no' : 'yes' }), ...where });
      }),
    );
    expect(sent.map(({ outcome }) => outcome.kind)).toEqual(sent.map(() => 'recorded'));
    // No more requests than key presses.
    expect(set.wire.requests).toBe(30);
    await expect.poll(() => [one.state.waiting, two.state.waiting]).toEqual([[], []]);
  });
});

describe('an outage', () => {
  it('hundreds of acts, with crashes and lost answers in between: the latest key press of each fact holds', async () => {
    const set = await desk();
    const random = seeded(1_000);
    const count = runs(800);
    set.wire.cut = 'before';
    let crash = new AbortController();
    let team = await set.tab(crash.signal);
    const pressed: (Press & { readonly by: string })[] = [];
    const waiting: Promise<Sent>[] = [];
    for (let at = 0; at < count; at += 1) {
      set.pass(1 + Math.floor(random() * 900));
      const facts = { [pick(random, fields)]: pick(random, ['yes', 'no', 'unknown'] as const) };
      const one = { ...press(set.clock.now, facts), ...pick(random, targets) };
      pressed.push({ ...one, by: 'ana' });
      waiting.push(team.send(one));
      // An agent whose connection works.
      if (at % 20 === 0) {
        const theirs = { ...press(set.clock.now + 1, { [pick(random, fields)]: 'yes' }), ...pick(random, targets) };
        pressed.push({ ...theirs, by: 'kim' });
        expect((await set.other(theirs)).status).toBe(200);
      }
    }
    expect(new Set((await Promise.all(waiting)).map(({ outcome }) => outcome.kind))).toEqual(new Set(['waiting']));
    expect(team.state.waiting).toHaveLength(count);
    expect(team.state.offlineSince).not.toBeNull();

    set.wire.cut = null;
    await team.retry();
    for (const left of [0.9 * count, 0.6 * count, 0.3 * count]) {
      await expect
        .poll(async () => (await set.shared.shelf.all()).length, { interval: 5, timeout: 60_000 })
        .toBeLessThan(left);
      // The running answers are lost, and then the tab.
      set.wire.cut = 'after';
      await new Promise((resolve) => setTimeout(resolve, 30));
      crash.abort();
      set.wire.cut = null;
      crash = new AbortController();
      team = await set.tab(crash.signal);
    }
    await expect.poll(async () => (await set.shared.shelf.all()).length, { interval: 50, timeout: 100_000 }).toBe(0);
    expect([team.state.waiting, team.state.conflicts]).toEqual([[], []]);

    const expected = new Map<string, string>();
    for (const { center, offering, facts, by } of pressed.sort((a, b) => (a.pressedAt < b.pressedAt ? -1 : 1)))
      for (const [field, value] of Object.entries(facts))
        expected.set(`${center}/${offering}/${field}`, `${value} ${by}`);
    const held = new Map<string, string>();
    let acts = 0;
    for (const { center } of some) {
      acts += (await set.served.store.acts(center.id)).length;
      for (const { offering, facts } of await set.served.store.facts(center.id))
        for (const [field, { value, by }] of Object.entries(facts))
          held.set(`${center.id}/${offering}/${field}`, `${value} ${by}`);
    }
    expect(held).toEqual(expected);
    expect(acts).toBe(pressed.length);
  }, 240_000);
});
