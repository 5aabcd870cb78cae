import type { FactValue } from '../../client/types.ts';
import type { Act, Press, Seen, SeenFact } from '../ports.ts';

/** A fact that was stale stays stale: the API takes no expiry in the past. */
const SOON_MS = 60_000;

/**
 * What takes an act back: each fact is what it was when the key was pressed; where nothing was recorded, the listing's own
 * word holds again.
 * @param seen What is recorded now, as far as it is known.
 */
export function undoOf(act: Act, now: number, seen: Seen | null): Press {
  const facts: Record<string, FactValue> = {};
  let end = Number.POSITIVE_INFINITY;
  for (const field of Object.keys(act.facts)) {
    const before = act.seen?.facts[field];
    facts[field] = before === undefined || isOver(before, now) ? nothingSaid(field) : before.value;
    if (before?.expiresAt != null) end = Math.min(end, Math.max(Date.parse(before.expiresAt), now + SOON_MS));
  }
  return {
    ...{ center: act.center, offering: act.offering, facts, seen, pressedAt: new Date(now).toISOString() },
    ...(end === Number.POSITIVE_INFINITY ? {} : { expiresAt: new Date(end).toISOString() }),
  };
}

const nothingSaid = (field: string): FactValue => (field === 'intake' ? { state: 'unknown' } : 'unknown');

/** True if it was full or closed until a day that is past. */
const isOver = ({ value }: SeenFact, now: number): boolean =>
  typeof value === 'object' && value.until !== undefined && Date.parse(value.until) <= now;
