import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../web/console/ports.ts';
import { type Entry, entryOf } from '../../../web/console/team/entry.ts';
import { due } from '../../../web/console/team/queue.ts';
import { add, arrives, sendOnce, T0, Tab } from './tab.ts';
import { actOf, heldBy, latest, ME, PlainApi } from './world.ts';

const field = fc.constantFrom('level', 'housing', 'schedule.evening');
const move = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      place: fc.nat(2),
      field,
      yes: fc.boolean(),
      fresh: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('other' as const),
      place: fc.nat(2),
      field,
      yes: fc.boolean(),
      ago: fc.nat(5_000),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      fate: fc.constantFrom('arrives', 'arrives', 'lost', 'unheard'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const), between: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(70_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('decide' as const), mine: fc.boolean() }) },
);

describe('whatever happens', () => {
  it('the latest key press of each fact holds, each act is in the history once, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const api = new PlainApi();
        const shelf = new Map<string, Entry>();
        let tab = new Tab(shelf);
        let now = T0;
        const pressed: (Act & { by: string })[] = [];
        const dropped = new Set<string>();
        const decide = (mine: boolean) => {
          const entry = tab.queue.entries.find(({ theirs }) => theirs !== null);
          if (entry === undefined) return;
          dropped.add(entry.act.id);
          const { id: _, ...rest } = entry.act;
          const again = actOf({ ...rest, pressedAt: new Date(now).toISOString(), seen: entry.theirs });
          if (mine) pressed.push({ ...again, by: ME });
          tab.do({ type: 'decided', id: entry.act.id, again: mine ? entryOf(again, ME, now, false) : null }, now);
        };
        for (const one of moves) {
          now += 7;
          if (one.kind === 'press') {
            const [center, offering] = ['c', `o${one.place}`];
            const seen = one.fresh ? api.seen(center, offering) : null;
            const facts = { [one.field]: one.yes ? ('yes' as const) : ('no' as const) };
            const act = actOf({ center, offering, facts, seen, pressedAt: new Date(now).toISOString() });
            pressed.push({ ...act, by: ME });
            add(tab, act, now);
          } else if (one.kind === 'other') {
            const pressedAt = new Date(now - one.ago).toISOString();
            // Two key presses in the same millisecond are not tested here.
            if (pressed.some((act) => act.pressedAt === pressedAt)) continue;
            const facts = { [one.field]: one.yes ? ('yes' as const) : ('no' as const) };
            const act = actOf({ center: 'c', offering: `o${one.place}`, facts, seen: null, pressedAt });
            pressed.push({ ...act, by: 'kim' });
            api.record(act, '*', 'kim');
          } else if (one.kind === 'send') sendOnce(tab, api, now, () => one.fate as 'arrives');
          else if (one.kind === 'wait') now += one.ms;
          else if (one.kind === 'decide') decide(one.mine);
          else {
            // The request may have arrived, but nobody received its answer.
            const [first] = one.between ? due(tab.queue, ME, now) : [];
            if (first !== undefined) api.record(first.act, first.ifMatch, ME);
            tab = new Tab(shelf);
            tab.do({ type: 'loaded', entries: [...shelf.values()] }, now);
          }
        }
        for (let at = 0; shelf.size > 0; at += 1) {
          expect(at).toBeLessThan(500);
          now += 61_000;
          decide(at % 2 === 0);
          sendOnce(tab, api, now, arrives);
        }
        const arrived = pressed.filter(({ id }) => !dropped.has(id));
        expect(heldBy(api)).toEqual(latest(arrived));
        expect(api.history.size).toBe(arrived.length);
      }),
      { numRuns: 400 },
    );
  });
});
