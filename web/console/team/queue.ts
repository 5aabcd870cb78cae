import type { Act, Outcome, Sent } from '../ports.ts';
import { type Answer, type Entry, holds, placeOf, withoutNames } from './entry.ts';

/**
 * Acts that are not recorded yet, and when to send them again. All functions are pure: time and answers are arguments.
 */
export interface Queue {
  /** Acts that are not recorded yet, in the order of their key presses. */
  readonly entries: readonly Entry[];
  /** Ids of the acts that are being sent. */
  readonly sending: readonly string[];
  /**
   * For each offering, which version this person's acts changed into which. Without this, the person's own acts would
   * conflict with each other.
   */
  readonly steps: Readonly<Record<string, Steps>>;
  /** Number of failed attempts since the last answer. */
  readonly failures: number;
  /** Time of the next attempt, in milliseconds since 1970. */
  readonly retryAt: number;
  /** When the API first failed to answer, in milliseconds since 1970. Null while it answers. */
  readonly offlineSince: number | null;
}

/** For one offering: maps a version to the one that the person's own act made from it. */
export type Steps = Readonly<Record<number, number>>;

export const emptyQueue: Queue = {
  entries: [],
  sending: [],
  steps: {},
  failures: 0,
  retryAt: 0,
  offlineSince: null,
};

export type QueueEvent =
  /** Acts that were read from the browser's database. Acts that are being sent stay as they are. */
  | { readonly type: 'loaded'; readonly entries: readonly Entry[] }
  | { readonly type: 'pressed'; readonly entry: Entry }
  | { readonly type: 'sending'; readonly id: string }
  | { readonly type: 'answered'; readonly id: string; readonly answer: Answer }
  /**
   * A person decided a conflict. `again` is the same act with the current time. It is null if the other person's fact
   * stays.
   */
  | { readonly type: 'decided'; readonly id: string; readonly again: Entry | null }
  /** Somebody signed in, or the browser reports a connection, so waiting acts are sent at once. */
  | { readonly type: 'retry' }
  /** Another tab reported which versions this person's acts made. */
  | { readonly type: 'stepped'; readonly place: string; readonly steps: Steps }
  /** A request that was not about an act got an answer. */
  | { readonly type: 'reached' }
  /** A request that was not about an act got no answer. */
  | { readonly type: 'lost' };

/** Work for the caller after a step: write to the database, or report what became of an act. */
export type Effect =
  | { readonly type: 'put'; readonly entry: Entry }
  | { readonly type: 'delete'; readonly id: string }
  | { readonly type: 'tell'; readonly sent: Sent };

export interface Stepped {
  readonly queue: Queue;
  readonly effects: readonly Effect[];
}

/** Maximum number of acts that are sent at the same time, each about a different offering. */
const MOST_SENDING = 4;
const MOST_WAIT_S = 60;
/**
 * An act that is older than this counts as waiting. If the database does not say so, the page closed before sending it.
 */
const AT_ONCE_MS = 10_000;

/**
 * Applies an event to the queue.
 * @param now Milliseconds since 1970.
 */
export function step(queue: Queue, event: QueueEvent, now: number): Stepped {
  switch (event.type) {
    case 'loaded':
      return only({ ...queue, entries: sorted(event.entries) });
    case 'pressed': {
      const waited = event.entry.waited || queue.offlineSince !== null;
      const entry = { ...event.entry, waited };
      return { queue: { ...queue, entries: sorted([...queue.entries, entry]) }, effects: [{ type: 'put', entry }] };
    }
    case 'sending':
      return only({ ...queue, sending: [...queue.sending, event.id] });
    case 'answered':
      return answered({ ...queue, sending: without(queue.sending, event.id) }, event.id, event.answer, now);
    case 'decided':
      return decided(queue, event.id, event.again, now);
    case 'retry':
      return only({ ...queue, retryAt: 0 });
    case 'stepped': {
      const { place, steps } = event;
      return only({ ...queue, steps: { ...queue.steps, [place]: { ...queue.steps[place], ...steps } } });
    }
    case 'reached':
      return only(queue.offlineSince === null ? queue : { ...queue, failures: 0, retryAt: 0, offlineSince: null });
    case 'lost':
      return waiting({ ...queue, offlineSince: queue.offlineSince ?? now });
  }
}

/** The acts to send now: the first act about each offering, unless a person must first decide a conflict about it. */
export function due(
  queue: Queue,
  owner: string,
  now: number,
): readonly { readonly act: Act; readonly ifMatch: string }[] {
  if (queue.retryAt > now) return [];
  // After a failure, only one act at a time is sent, to test the connection.
  const most = queue.failures > 0 ? 1 : MOST_SENDING;
  const seen = new Set<string>();
  const heads = queue.entries.filter((entry) => {
    if (entry.owner !== owner || seen.has(placeOf(entry.act))) return false;
    seen.add(placeOf(entry.act));
    return entry.theirs === null;
  });
  return heads
    .filter(({ act }) => !queue.sending.includes(act.id))
    .slice(0, Math.max(0, most - queue.sending.length))
    .map((entry) => ({ act: entry.act, ifMatch: ifMatchOf(queue, entry, now) }));
}

/**
 * When to look for acts to send again, in milliseconds since 1970. Null if an earlier event will cause it, or nothing
 * waits.
 */
export function wakeAt(queue: Queue, owner: string, now: number): number | null {
  if (queue.sending.length > 0 || queue.retryAt <= now) return null;
  return due({ ...queue, retryAt: 0 }, owner, now).length > 0 ? queue.retryAt : null;
}

function ifMatchOf({ steps }: Queue, { act, waited }: Entry, now: number): string {
  if (waited || act.seen === null || now - Date.parse(act.pressedAt) > AT_ONCE_MS) return '*';
  return `"${after(steps[placeOf(act)], act.seen.version)}"`;
}

/** Returns the latest version that this person's own acts made from the version that was on screen. */
function after(steps: Steps = {}, version: number): number {
  const next = steps[version];
  return next === undefined || next <= version ? version : after(steps, next);
}

function answered(queue: Queue, id: string, answer: Answer, now: number): Stepped {
  const entry = queue.entries.find(({ act }) => act.id === id);
  if (entry === undefined) return only(queue);
  const { act } = entry;
  const here = { ...queue, failures: 0, retryAt: 0, offlineSince: null };
  switch (answer.kind) {
    case 'no-answer':
      return noAnswer(queue, entry, answer.retryAfter, now);
    case 'signed-out':
      return told(waiting(here), { act, outcome: { kind: 'waiting' } });
    case 'refused':
      return done(here, act, { kind: 'refused', problem: answer.problem });
    case 'changed': {
      const { current } = answer;
      if (holds(act, current)) return recorded(here, entry, { ...current, offering: act.offering }, []);
      const theirs = withoutNames(current, Object.keys(current.facts));
      const kept = { ...entry, theirs };
      const conflict = { id, mine: act, theirs: current };
      return {
        queue: { ...here, entries: here.entries.map((one) => (one === entry ? kept : one)) },
        effects: [
          { type: 'put', entry: kept },
          { type: 'tell', sent: { act, outcome: { kind: 'conflict', conflict } } },
        ],
      };
    }
    case 'recorded':
      return recorded(here, entry, answer.answer, answer.answer.acts);
  }
}

function decided(queue: Queue, id: string, again: Entry | null, now: number): Stepped {
  const entry = queue.entries.find(({ act }) => act.id === id);
  if (entry === undefined || entry.theirs === null) return only(queue);
  const { act, theirs } = entry;
  const left = { ...queue, entries: queue.entries.filter((one) => one !== entry) };
  // The person has now seen the other person's version, so this person's next acts are based on it.
  const seen = act.seen === null ? left : stepped(left, placeOf(act), act.seen.version, theirs.version);
  const gone: Effect = { type: 'delete', id };
  if (again === null) return { queue: seen, effects: [gone] };
  // Adds the new act before deleting the old one, so that a crash between the two loses nothing.
  const added = step(seen, { type: 'pressed', entry: again }, now);
  return { queue: added.queue, effects: [...added.effects, gone] };
}

const stepped = (queue: Queue, place: string, from: number, to: number): Queue => ({
  ...queue,
  steps: { ...queue.steps, [place]: { ...queue.steps[place], [from]: to } },
});

type Recorded = Extract<Outcome, { kind: 'recorded' }>['answer'];
/** The facts in effect: from the answer to an act, or from the current state in a 412 response. */
type Held = Pick<Recorded, 'offering' | 'version'> & {
  readonly facts: Readonly<Record<string, { value: unknown; at: string; by?: string }>>;
};

function recorded(queue: Queue, entry: Entry, answer: Held, acts: Recorded['acts']): Stepped {
  const { act } = entry;
  const seen = act.seen === null ? null : after(queue.steps[placeOf(act)], act.seen.version);
  // This act raised the version by one. If the version is higher than that, somebody else recorded something in the
  // meantime.
  const meanwhile = seen !== null && answer.version > seen + 1 && !isAllOf(act, answer, acts);
  const history = acts.filter(({ took, field, at, by }) => {
    const held = answer.facts[field];
    // Leaves out acts whose fact is in effect. An act that was sent twice is one: the second time it changed nothing.
    return !took && !(held?.at === at && held.by === by);
  });
  const full = { dataset: { version: null }, ...answer, acts } as Recorded;
  return done(withSteps(queue, entry, answer, acts), act, {
    kind: 'recorded',
    answer: full,
    history: history.map(({ field }) => field),
    meanwhile,
  });
}

/**
 * Notes which versions this person's acts made, so that the person's next act does not conflict with them. The next key
 * may be pressed before this answer arrives, or on a screen that was read before it.
 */
function withSteps(queue: Queue, { act, tried }: Entry, answer: Held, acts: Recorded['acts']): Queue {
  const { version } = answer;
  const place = placeOf(act);
  // One person recorded everything here, so every earlier version counts as seen: no other person's fact can be
  // overwritten.
  if (isAllOf(act, answer, acts)) {
    let next = queue;
    for (let from = 0; from < version; from += 1) next = stepped(next, place, from, version);
    return next;
  }
  const seen = act.seen === null ? null : after(queue.steps[place], act.seen.version);
  // If an earlier try got no answer, somebody else may have made this version. It is surely this person's own only if
  // it directly follows the version that was seen.
  const isOwn = (!tried && acts.some(({ took }) => took)) || (seen === version - 1 && isHeld(act, answer));
  return isOwn ? stepped(queue, place, version - 1, version) : queue;
}

/**
 * True if a fact of the act is in effect with the act's own time. It may have another time: if clocks differ, the API
 * moves an act to just after the fact that its person had seen.
 */
const isHeld = (act: Act, { facts }: Held): boolean =>
  Object.keys(act.facts).some((field) => isSameTime(facts[field]?.at, act.pressedAt));

/** True if one person recorded everything that is in effect: the person of this act. */
function isAllOf(act: Act, { facts }: Held, acts: Recorded['acts']): boolean {
  const own = Object.keys(act.facts).find((field) => isSameTime(facts[field]?.at, act.pressedAt));
  const by = acts[0]?.by ?? (own === undefined ? undefined : facts[own]?.by);
  return by !== undefined && Object.values(facts).every((fact) => fact.by === by);
}

const isSameTime = (one: string | undefined, other: string): boolean =>
  one !== undefined && Date.parse(one) === Date.parse(other);

function noAnswer(queue: Queue, entry: Entry, retryAfter: number | null, now: number): Stepped {
  const { act } = entry;
  const failures = queue.failures + 1;
  const seconds = Math.max(Math.min(MOST_WAIT_S, 2 ** (failures - 1)), retryAfter ?? 0);
  const held = {
    ...queue,
    entries: queue.entries.map((one) => (one === entry ? { ...entry, tried: true, waited: false } : one)),
    failures,
    retryAt: Math.max(queue.retryAt, now + seconds * 1_000),
    offlineSince: queue.offlineSince ?? now,
  };
  return told(waiting(held), { act, outcome: { kind: 'waiting' } });
}

/** Marks all acts in the queue as having waited, and stores that. */
function waiting(queue: Queue): Stepped {
  const changed = queue.entries.filter(({ waited }) => !waited).map((entry) => ({ ...entry, waited: true }));
  const entries = queue.entries.map((entry) => (entry.waited ? entry : { ...entry, waited: true }));
  return { queue: { ...queue, entries }, effects: changed.map((entry) => ({ type: 'put', entry })) };
}

function done(queue: Queue, act: Act, outcome: Outcome): Stepped {
  const entries = queue.entries.filter((one) => one.act.id !== act.id);
  return told({ queue: { ...queue, entries }, effects: [{ type: 'delete', id: act.id }] }, { act, outcome });
}

const told = ({ queue, effects }: Stepped, sent: Sent): Stepped => ({
  queue,
  effects: [...effects, { type: 'tell', sent }],
});
const only = (queue: Queue): Stepped => ({ queue, effects: [] });
const without = (list: readonly string[], one: string) => list.filter((other) => other !== one);
const sorted = (entries: readonly Entry[]) => entries.toSorted((a, b) => a.order - b.order);
