import type { FactsAnswer, FactValue, Problem } from '../../client/types.ts';
import type { Act, Press, Seen } from '../ports.ts';

/**
 * An act as stored on this computer: values from closed lists, and times. It contains no person's name and no private
 * field.
 */
export interface Entry {
  readonly act: Act;
  /** Hash that identifies whose act it is, so that it is never sent under another person's name. */
  readonly owner: string;
  /** Position of the act in the order of key presses, over all tabs. */
  readonly order: number;
  /**
   * True once the act could not be sent immediately. If acts conflict from then on, the later key press wins, whatever
   * version it was based on.
   */
  readonly waited: boolean;
  /** True once the act was sent without getting an answer. It may have been recorded. */
  readonly tried: boolean;
  /** Facts that somebody else recorded first. Null unless there is a conflict, which a person must decide. */
  readonly theirs: Seen | null;
}

/** The API's response to an act. */
export type Answer =
  | { readonly kind: 'recorded'; readonly answer: FactsAnswer }
  | { readonly kind: 'changed'; readonly current: Seen }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** @property retryAfter Seconds to wait, if the API said so. */
  | { readonly kind: 'no-answer'; readonly retryAfter: number | null }
  | { readonly kind: 'signed-out' };

/** Key of an act's offering. Acts with the same key are sent in order. */
export const placeOf = ({ center, offering }: Pick<Press, 'center' | 'offering'>): string => `${center}/${offering}`;

/**
 * Creates the stored form of an act. Of what was seen, it keeps only the facts that the act is about, and not who
 * recorded them.
 */
export function entryOf(press: Press & { readonly id: string }, owner: string, order: number, waited: boolean): Entry {
  const { seen } = press;
  const act = { ...press, seen: seen === null ? null : withoutNames(seen, Object.keys(press.facts)) };
  return { act, owner, order, waited, tried: false, theirs: null };
}

/**
 * Copies what was seen, without names of people.
 * @param fields The facts to keep.
 */
export function withoutNames({ version, facts }: Seen, fields: readonly string[]): Seen {
  const kept = fields.flatMap((field) => {
    const fact = facts[field];
    if (fact === undefined) return [];
    const { value, at, expiresAt } = fact;
    return [[field, { value, at, expiresAt }] as const];
  });
  return { version, facts: Object.fromEntries(kept) };
}

/** True if every fact of the act is in effect. The API has then recorded the act, and only its answer was lost. */
export function holds(act: Act, { facts }: Seen): boolean {
  const at = Date.parse(act.pressedAt);
  return Object.entries(act.facts).every(([field, value]) => {
    const held = facts[field];
    return held !== undefined && Date.parse(held.at) === at && sameValue(value, held.value);
  });
}

/** True if two values are equal. The end of an intake may differ, because the API sets it if the act has none. */
function sameValue(sent: FactValue, held: FactValue): boolean {
  if (typeof sent !== 'object' || typeof held !== 'object') return sent === held;
  const until =
    sent.until === undefined || held.until === undefined || Date.parse(sent.until) === Date.parse(held.until);
  return sent.state === held.state && until;
}
