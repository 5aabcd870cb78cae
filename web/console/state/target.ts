import { levels } from '../../../functions/domain/level-of-care.ts';
import type { Offering } from '../engine/found.ts';
import type { Seen } from '../ports.ts';
import { fieldsOf, type Own, rowsOf, type State } from './state.ts';

/**
 * What a recording key is about: one offering of the open center, or a level of which its listing does not say whether
 * the center offers it.
 */
export interface Target {
  /** The offering's id. For a level that the listing does not know about, the level itself. */
  readonly offering: string;
  readonly level: string;
  /** The listed offering; null for a level that the listing does not know about. */
  readonly listed: Offering | null;
  /** The recorded facts as shown on screen. Null if they could not be read. */
  readonly seen: Seen | null;
}

type Looked = Pick<State, 'found' | 'opened' | 'details' | 'level'>;

/** Levels that the keys can record about: those asked for, then the rest from least care to most. */
export function levelsOf({ found, opened }: Looked): readonly string[] {
  if (opened === null) return [];
  const { offerings, center } = opened;
  const asked = askedLevels({ found });
  const known = inOrder([...offerings.map(({ level }) => level), ...(center.unknownLevels ?? [])]);
  return known.toSorted((a, b) => Number(asked.includes(b)) - Number(asked.includes(a)));
}

/** Sorts levels from the least care to the most, without duplicates. */
export function inOrder(known: readonly string[]): readonly string[] {
  const order: readonly string[] = levels.codes;
  return [...new Set(known)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

export function askedLevels(state: Pick<State, 'found'>): readonly string[] {
  const { level } = fieldsOf(state);
  return Array.isArray(level) ? (level as readonly string[]) : [];
}

/**
 * The offering or level that a recording key is about. Null if there is none: no center is open, or its listing names
 * no level.
 */
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

/** What this agent recorded about an offering since opening the page. */
export const ownOf = (own: Own, center: string, offering: string): Own[string] => own[`${center}/${offering}`] ?? {};
