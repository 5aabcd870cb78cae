import { describe, expect, it } from 'vitest';
import type { Seen, Sent } from '../../../web/console/ports.ts';
import { type Entry, entryOf } from '../../../web/console/team/entry.ts';
import { due, wakeAt } from '../../../web/console/team/queue.ts';
import { add, arrives, iso, noAnswer, press, sendOnce, T0, Tab } from './tab.ts';
import { ME, PlainApi } from './world.ts';

describe('one act', () => {
  it('is kept before anything is due, goes with the version that was seen, and is forgotten once recorded', () => {
    const tab = new Tab(new Map());
    const api = new PlainApi();
    const act = press({ ms: 0, seen: { version: 0, facts: {} } });
    add(tab, act);
    expect(tab.shelf.size).toBe(1);
    expect(due(tab.queue, ME, T0)).toEqual([{ act, ifMatch: '"0"' }]);
    sendOnce(tab, api, T0, arrives);
    expect(tab.shelf.size).toBe(0);
    expect(tab.told).toMatchObject([{ outcome: { kind: 'recorded', history: [], meanwhile: false } }]);
  });

  it('is no conflict with the act before it, which made another version', () => {
    const tab = new Tab(new Map());
    const api = new PlainApi();
    const seen: Seen = { version: 0, facts: {} };
    for (const ms of [0, 100, 200]) add(tab, press({ ms, seen, facts: { [`schedule.${ms}`]: 'yes' } }));
    for (const _ of [1, 2, 3]) sendOnce(tab, api, T0 + 300, arrives);
    expect(tab.told.map(({ outcome }) => outcome.kind)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(api.at('c', 'o').version).toBe(3);
  });

  it('comes second: both versions are kept, the acts after it wait, and a person decides', () => {
    for (const keep of ['mine', 'theirs'] as const) {
      const tab = new Tab(new Map());
      const api = new PlainApi();
      const seen = api.seen('c', 'o');
      api.record(press({ ms: 0, facts: { level: 'no' } }), '*', 'kim');
      const act = press({ ms: 500, seen });
      add(tab, act);
      add(tab, press({ ms: 600, seen, facts: { housing: 'yes' } }));
      sendOnce(tab, api, T0 + 700, arrives);
      expect(tab.told).toMatchObject([
        {
          outcome: {
            kind: 'conflict',
            conflict: { mine: act, theirs: { facts: { level: { value: 'no', by: 'kim' } } } },
          },
        },
      ]);
      expect(due(tab.queue, ME, T0 + 800)).toEqual([]);
      // Stored without the other person's name.
      expect(tab.shelf.get(act.id)?.theirs?.facts.level).toEqual({ value: 'no', at: iso(0), expiresAt: null });

      const theirs = tab.shelf.get(act.id)?.theirs ?? null;
      const again = keep === 'theirs' ? null : entryOf(press({ ms: 900, seen: theirs }), ME, T0 + 900, false);
      tab.do({ type: 'decided', id: act.id, again }, T0 + 900);
      for (const _ of [1, 2]) sendOnce(tab, api, T0 + 1_000, arrives);
      expect(tab.shelf.size).toBe(0);
      expect(api.at('c', 'o').facts.get('level')?.value).toBe(keep === 'mine' ? 'yes' : 'no');
      const after = tab.told.slice(1).map(({ outcome }) => outcome.kind);
      expect(after).toEqual(keep === 'mine' ? ['recorded', 'recorded'] : ['recorded']);
    }
  });

  it('whose answer was lost is sent again as the same act, and is recorded once', () => {
    for (const late of [1_000, 20_000]) {
      const tab = new Tab(new Map());
      const api = new PlainApi();
      const act = press({ ms: 0, seen: api.seen('c', 'o') });
      add(tab, act);
      sendOnce(tab, api, T0, () => 'unheard');
      // The agent opens the page again, as after a crash.
      const next = new Tab(tab.shelf);
      next.do({ type: 'loaded', entries: [...tab.shelf.values()] }, T0 + late);
      sendOnce(next, api, T0 + late, arrives);
      expect(next.told).toMatchObject([{ outcome: { kind: 'recorded', history: [], meanwhile: false } }]);
      expect([api.history.size, next.shelf.size]).toEqual([1, 0]);
    }
  });

  it('that crashed before its answer is no conflict with itself', () => {
    const shelf = new Map<string, Entry>();
    const tab = new Tab(shelf);
    const api = new PlainApi();
    const act = press({ ms: 0, seen: api.seen('c', 'o') });
    add(tab, act);
    api.record(act, '"0"', ME);
    const next = new Tab(shelf);
    next.do({ type: 'loaded', entries: [...shelf.values()] }, T0 + 500);
    // The act is recent, so the queue sends its version. The API reports a conflict that this same act caused.
    expect(due(next.queue, ME, T0 + 500)[0]?.ifMatch).toBe('"0"');
    sendOnce(next, api, T0 + 500, arrives);
    expect(next.told.map(({ outcome }) => outcome.kind)).toEqual(['recorded']);
  });

  it('that waited and is older than what holds becomes history, and says so', () => {
    const tab = new Tab(new Map());
    const api = new PlainApi();
    add(tab, press({ ms: 0, seen: api.seen('c', 'o'), facts: { level: 'no', housing: 'yes' } }));
    sendOnce(tab, api, T0, () => 'lost');
    api.record(press({ ms: 60_000 }), '*', 'kim');
    sendOnce(tab, api, T0 + 120_000, arrives);
    expect(tab.told.at(-1)?.outcome).toMatchObject({ kind: 'recorded', history: ['level'], meanwhile: true });
    expect(api.at('c', 'o').facts.get('level')).toMatchObject({ value: 'yes', by: 'kim' });
    expect(api.at('c', 'o').facts.get('housing')).toMatchObject({ value: 'yes', by: ME });
  });

  it('of somebody else is never sent', () => {
    const tab = new Tab(new Map());
    tab.do({ type: 'pressed', entry: entryOf(press({ ms: 0 }), 'another', 1, false) }, T0);
    expect(due(tab.queue, ME, T0)).toEqual([]);
    expect(due(tab.queue, 'another', T0)).toHaveLength(1);
  });

  it('keeps no name and no fact that it is not about', () => {
    const fact = { value: 'no' as const, at: iso(0), expiresAt: null, by: 'kim' };
    const act = press({ ms: 9, seen: { version: 4, facts: { level: fact, housing: fact } } });
    const entry = entryOf(act, ME, 1, false);
    expect(entry.act.seen).toEqual({ version: 4, facts: { level: { value: 'no', at: iso(0), expiresAt: null } } });
    expect(JSON.stringify(entry)).not.toContain('kim');
  });
});

/**
 * One agent presses C, F and U while the center still loads, or while the screen shows the values from before the first
 * key press.
 */
describe('acts of one agent', () => {
  const seenFirst = ['nothing', 'the version before', 'what the first made'] as const;
  const seenLater = ['nothing', 'the version before', 'the newest'] as const;
  const ends = ['comes', 'comes late', 'is lost', 'is lost after it arrived', 'is lost with the tab'] as const;
  const sets = [0, 2].flatMap((before) =>
    seenFirst.flatMap((first) => seenLater.flatMap((later) => ends.map((end) => ({ before, first, later, end })))),
  );

  it.each(sets)('no conflict with oneself: %o', ({ before, first, later, end }) => {
    const api = new PlainApi();
    // Shows what a colleague recorded before.
    for (let at = 0; at < before; at += 1)
      api.record(press({ ms: at - 90_000, facts: { [`k${at}`]: 'yes' } }), '*', 'kim');
    const old = api.seen('c', 'o');
    const seen = (what: string) =>
      what === 'nothing' ? null : what === 'the version before' ? old : api.seen('c', 'o');
    const shelf = new Map<string, Entry>();
    let tab = new Tab(shelf);
    const told: Sent[] = [];
    const c = press({ ms: 0, seen: seen(first) });
    add(tab, c);
    const [sent] = due(tab.queue, ME, T0);
    tab.do({ type: 'sending', id: c.id }, T0);
    const answer = end === 'is lost' ? noAnswer : api.record(c, sent?.ifMatch ?? '', ME);
    if (end === 'comes') tab.do({ type: 'answered', id: c.id, answer }, T0 + 100);
    const f = press({ ms: 200, facts: { intake: { state: 'full' } }, seen: seen(later) });
    add(tab, f);
    // Only one act per offering is under way; the others are sent with the version that it creates.
    expect(due(tab.queue, ME, T0 + 200).map(({ act }) => act.id)).toEqual(end === 'comes' ? [f.id] : []);
    add(
      tab,
      press({
        ms: 300,
        facts: { intake: { state: 'unknown' } },
        seen: f.seen && { version: f.seen.version, facts: {} },
      }),
    );
    let now = T0 + 400;
    if (end === 'comes late') {
      now += 3_000;
      tab.do({ type: 'answered', id: c.id, answer }, now);
    } else if (end === 'is lost with the tab') {
      told.push(...tab.told);
      tab = new Tab(shelf);
      tab.do({ type: 'loaded', entries: [...shelf.values()] }, now);
    } else if (end !== 'comes') {
      now += 3_000;
      tab.do({ type: 'answered', id: c.id, answer: noAnswer }, now);
    }
    for (let at = 0; shelf.size > 0 && at < 9; at += 1) {
      sendOnce(tab, api, now, arrives);
      now += 1_100;
    }
    // After an outage the center is read again; otherwise the screen may still show older values.
    const shown = end.startsWith('comes') ? seen(later) : api.seen('c', 'o');
    for (const late of [api.seen('c', 'o'), shown]) {
      add(tab, press({ ms: now - T0, facts: { housing: 'yes' }, seen: late }));
      sendOnce(tab, api, now, arrives);
      now += 50;
    }
    expect([...told, ...tab.told].map(({ outcome }) => outcome.kind).filter((kind) => kind !== 'waiting')).toEqual(
      Array.from({ length: 5 }, () => 'recorded'),
    );
    expect(
      [...api.at('c', 'o').facts].filter(([, { by }]) => by === ME).map(([field, { value }]) => [field, value]),
    ).toEqual([
      ['level', 'yes'],
      ['intake', { state: 'unknown' }],
      ['housing', 'yes'],
    ]);
  });

  it('another tab that was told goes on from the version that this one made', () => {
    const api = new PlainApi();
    const seen = api.seen('c', 'o');
    const [one, other] = [new Tab(new Map()), new Tab(new Map())];
    add(one, press({ ms: 0, seen }));
    sendOnce(one, api, T0, arrives);
    other.do({ type: 'stepped', place: 'c/o', steps: one.queue.steps['c/o'] ?? {} }, T0);
    add(other, press({ ms: 50, seen, facts: { intake: { state: 'full' } } }));
    sendOnce(other, api, T0 + 50, arrives);
    expect(other.told.map(({ outcome }) => outcome.kind)).toEqual(['recorded']);
  });

  it('what a colleague recorded in between is still a conflict, also after an answer that was lost', () => {
    for (const fate of ['arrives', 'unheard'] as const) {
      const api = new PlainApi();
      const tab = new Tab(new Map());
      add(tab, press({ ms: 0, seen: null }));
      sendOnce(tab, api, T0, () => fate);
      const seen = api.seen('c', 'o');
      api.record(press({ ms: 500, facts: { housing: 'no' } }), '*', 'kim');
      sendOnce(tab, api, T0 + 2_000, arrives);
      add(tab, press({ ms: 2_100, seen, facts: { intake: { state: 'full' } } }));
      sendOnce(tab, api, T0 + 2_100, arrives);
      expect(tab.told.at(-1)?.outcome.kind).toBe('conflict');
    }
  });
});

describe('an outage', () => {
  it('is tried again after 1, 2, 4, … whole seconds, at most 60, or as the API says', () => {
    const tab = new Tab(new Map());
    add(tab, press({ ms: 0 }));
    let now = T0;
    const waits: number[] = [];
    for (let at = 0; at < 9; at += 1) {
      sendOnce(tab, new PlainApi(), now, () => 'lost');
      const next = wakeAt(tab.queue, ME, now) ?? Number.NaN;
      expect(due(tab.queue, ME, next - 1)).toEqual([]);
      waits.push((next - now) / 1_000);
      now = next;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(tab.queue.offlineSince).toBe(T0);
    const [{ act } = { act: press({ ms: 0 }) }] = due(tab.queue, ME, now);
    tab.do({ type: 'answered', id: act.id, answer: { kind: 'no-answer', retryAfter: 90 } }, now);
    expect(wakeAt(tab.queue, ME, now)).toBe(now + 90_000);
    tab.do({ type: 'retry' }, now);
    expect(due(tab.queue, ME, now)).toHaveLength(1);
  });

  it('is found over by one act alone', () => {
    const tab = new Tab(new Map());
    for (let at = 0; at < 20; at += 1) add(tab, press({ ms: at, offering: `o${at}` }));
    expect(due(tab.queue, ME, T0 + 50)).toHaveLength(4);
    sendOnce(tab, new PlainApi(), T0 + 50, () => 'lost');
    expect(due(tab.queue, ME, T0 + 100_000)).toHaveLength(1);
  });

  it('sends nothing after the sign-in ended, until somebody signs in, and loses nothing', () => {
    const tab = new Tab(new Map());
    const act = press({ ms: 0, seen: { version: 3, facts: {} } });
    add(tab, act);
    tab.do({ type: 'sending', id: act.id }, T0);
    tab.do({ type: 'answered', id: act.id, answer: { kind: 'signed-out' } }, T0);
    expect(tab.told).toMatchObject([{ outcome: { kind: 'waiting' } }]);
    expect(tab.shelf.get(act.id)?.waited).toBe(true);
    expect(due(tab.queue, ME, T0)).toEqual([{ act, ifMatch: '*' }]);
  });
});
