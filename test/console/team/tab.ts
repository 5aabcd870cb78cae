import type { Act, Sent } from '../../../web/console/ports.ts';
import { type Answer, type Entry, entryOf } from '../../../web/console/team/entry.ts';
import { due, emptyQueue, type Queue, type QueueEvent, step } from '../../../web/console/team/queue.ts';
import { actOf, ME, type PlainApi } from './world.ts';

export const T0 = Date.parse('2026-11-29T17:00:00.000Z');
export const iso = (ms: number) => new Date(T0 + ms).toISOString();

/** A tab of the console, with the stored queue (its shelf). A crash loses the tab, but never the shelf. */
export class Tab {
  queue: Queue = emptyQueue;
  readonly told: Sent[] = [];
  readonly shelf: Map<string, Entry>;

  constructor(shelf: Map<string, Entry>) {
    this.shelf = shelf;
  }

  do(event: QueueEvent, now: number): void {
    const { queue, effects } = step(this.queue, event, now);
    this.queue = queue;
    for (const effect of effects) {
      if (effect.type === 'put') this.shelf.set(effect.entry.act.id, effect.entry);
      if (effect.type === 'delete') this.shelf.delete(effect.id);
      if (effect.type === 'tell') this.told.push(effect.sent);
    }
  }
}

export const press = (over: Partial<Act> & { ms: number }): Act => {
  const { ms, ...rest } = over;
  const act = { center: 'c', offering: 'o', facts: { level: 'yes' as const }, seen: null, ...rest };
  return actOf({ ...act, pressedAt: iso(ms) });
};
export const add = (tab: Tab, act: Act, now = Date.parse(act.pressedAt)) =>
  tab.do({ type: 'pressed', entry: entryOf(act, ME, Date.parse(act.pressedAt), false) }, now);

/**
 * Sends the acts that are due.
 * @param fate Outcome of a request: `lost` before it arrives, `unheard` after.
 */
export function sendOnce(
  tab: Tab,
  api: PlainApi,
  now: number,
  fate: (act: Act) => 'arrives' | 'lost' | 'unheard',
): number {
  const ready = due(tab.queue, ME, now);
  for (const { act, ifMatch } of ready) {
    tab.do({ type: 'sending', id: act.id }, now);
    const how = fate(act);
    const answer: Answer = how === 'lost' ? noAnswer : api.record(act, ifMatch, ME);
    tab.do({ type: 'answered', id: act.id, answer: how === 'arrives' ? answer : noAnswer }, now);
  }
  return ready.length;
}
export const noAnswer: Answer = { kind: 'no-answer', retryAfter: null };
export const arrives = () => 'arrives' as const;
