import { levels } from '../../../functions/domain/level-of-care.ts';
import type { Offering } from '../engine/found.ts';
import type { Seen } from '../ports.ts';
import { fieldsOf, type Own, rowsOf, type State } from './state.ts';

/** What keys record of: one offering of the open center, or a level that its listing cannot speak of. */
export interface Target {
  /** An offering's id, or the level. */
  readonly offering: string;
  readonly level: string;
  /** Null for an unknown level. */
  readonly listed: Offering | null;
  /** What was recorded, as it is on the screen; null where nobody could be asked. */
  readonly seen: Seen | null;
}

type Looked = Pick<State, 'found' | 'opened' | 'details' | 'level'>;

/** Levels that the keys can be turned to: those asked for first, then as the continuum has them. */
export function levelsOf({ found, opened }: Looked): readonly string[] {
  if (opened === null) return [];
  const { offerings, center } = opened;
  const asked = askedLevels({ found });
  const known = inOrder([...offerings.map(({ level }) => level), ...(center.unknownLevels ?? [])]);
  return known.toSorted((a, b) => Number(asked.includes(b)) - Number(asked.includes(a)));
}

/** Levels from the least care to the most, each once. */
export function inOrder(known: readonly string[]): readonly string[] {
  const order: readonly string[] = levels.codes;
  return [...new Set(known)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

export function askedLevels(state: Pick<State, 'found'>): readonly string[] {
  const { level } = fieldsOf(state);
  return Array.isArray(level) ? (level as readonly string[]) : [];
}

/** Null where nothing can be recorded: the listing names no level, and its source could have. */
export function targetOf(state: Looked): Target | null {
  const { opened, details } = state;
  const able = levelsOf(state);
  const level = state.level !== null && able.includes(state.level) ? state.level : able[0];
  if (opened === null || level === undefined) return null;
  const matched = rowsOf(state).find(({ center }) => center.id === opened.center.id)?.matched ?? [];
  const ofLevel = opened.offerings.filter((one) => one.level === level);
  const listed = ofLevel.find(({ id }) => matched.some((one) => one.id === id)) ?? ofLevel[0] ?? null;
  const offering = listed?.id ?? level;
  return {
    offering,
    level,
    listed,
    seen: details === 'loading' || details === 'failed' ? null : seenOf(details, offering),
  };
}

function seenOf(details: Exclude<State['details'], string>, offering: string): Seen | null {
  if (details === null) return null;
  const found =
    details.offerings.find(({ id }) => id === offering) ??
    [...details.unknownLevels, ...details.endedLevels].find(({ level }) => level === offering);
  return found?.recorded ?? null;
}

/** What this agent recorded of an offering since the page was opened. */
export const ownOf = (own: Own, center: string, offering: string): Own[string] => own[`${center}/${offering}`] ?? {};
