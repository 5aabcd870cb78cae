import type { FactValue } from '../../client/types.ts';
import type { Act, Press, Seen, SeenFact } from '../ports.ts';

/**
 * Milliseconds from now until a fact expires that was already stale before. The API accepts no past time, and the fact
 * should be stale again at once.
 */
const SOON_MS = 60_000;

/**
 * Builds the act that undoes another. Each fact gets the value that it had before; if nobody had recorded one, the
 * listing's own value applies again.
 * @param seen What is recorded now, as far as known.
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

/** True if the intake was full or closed until a day that has passed. */
const isOver = ({ value }: SeenFact, now: number): boolean =>
  typeof value === 'object' && value.until !== undefined && Date.parse(value.until) <= now;
