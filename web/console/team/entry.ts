import type { FactsAnswer, FactValue, Problem } from '../../client/types.ts';
import type { Act, Press, Seen } from '../ports.ts';

/** An act as this computer keeps it: closed values and times, no name and no private field. */
export interface Entry {
  readonly act: Act;
  /** Whose act it is: a hash, so that nobody else sends it under another name. */
  readonly owner: string;
  /** Position in the order of key presses, also across tabs. */
  readonly order: number;
  /** True once it could not be sent at once: from then on the times of the key presses decide, not versions. */
  readonly waited: boolean;
  /** True once it was sent and no answer came back: it may be recorded. */
  readonly tried: boolean;
  /** What somebody else recorded first; a person decides. */
  readonly theirs: Seen | null;
}

/** What came back for an act. */
export type Answer =
  | { readonly kind: 'recorded'; readonly answer: FactsAnswer }
  | { readonly kind: 'changed'; readonly current: Seen }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** @property retryAfter Seconds, where the API said so. */
  | { readonly kind: 'no-answer'; readonly retryAfter: number | null }
  | { readonly kind: 'signed-out' };

/** What acts are sent in order for. */
export const placeOf = ({ center, offering }: Pick<Press, 'center' | 'offering'>): string => `${center}/${offering}`;

/** Only what an act is about: the other facts of the offering, and who recorded them, are not kept. */
export function entryOf(press: Press & { readonly id: string }, owner: string, order: number, waited: boolean): Entry {
  const { seen } = press;
  const act = { ...press, seen: seen === null ? null : withoutNames(seen, Object.keys(press.facts)) };
  return { act, owner, order, waited, tried: false, theirs: null };
}

/** @param fields Those to keep. */
export function withoutNames({ version, facts }: Seen, fields: readonly string[]): Seen {
  const kept = fields.flatMap((field) => {
    const fact = facts[field];
    if (fact === undefined) return [];
    const { value, at, expiresAt } = fact;
    return [[field, { value, at, expiresAt }] as const];
  });
  return { version, facts: Object.fromEntries(kept) };
}

/** True if all of the act is what holds: it was recorded, and only the answer was lost. */
export function holds(act: Act, { facts }: Seen): boolean {
  const at = Date.parse(act.pressedAt);
  return Object.entries(act.facts).every(([field, value]) => {
    const held = facts[field];
    return held !== undefined && Date.parse(held.at) === at && sameValue(value, held.value);
  });
}

/** An intake without an end gets one from the API. */
export function sameValue(sent: FactValue, held: FactValue): boolean {
  if (typeof sent !== 'object' || typeof held !== 'object') return sent === held;
  const until =
    sent.until === undefined || held.until === undefined || Date.parse(sent.until) === Date.parse(held.until);
  return sent.state === held.state && until;
}
