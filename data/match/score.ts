import { evidenceOf, type Finding } from './evidence.ts';
import type { Profile } from './profile.ts';

/** From here on two listings are one center without asking anybody. */
export const mergeFrom = 10;
/** From here on a person is asked; below, they are two centers. */
export const doubtFrom = 5;

export const outcomes = ['merged', 'doubtful', 'distinct'] as const;
export type Outcome = (typeof outcomes)[number];

const unplaced = new Set(['not given', 'next door, or a slip', 'other']);

export interface Score {
  readonly points: number;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/**
 * Whether two listings are one center: the points of what speaks for and against it. Without a building that both give, nothing
 * is merged, for houses that withhold their street share an operator's number.
 */
export function score(one: Profile, other: Profile): Score {
  const findings = evidenceOf(one, other);
  const points = findings.reduce((sum, { points }) => sum + points, 0);
  const placed = findings.some(({ feature, is }) => feature === 'building' && !unplaced.has(is));
  const outcome = points < doubtFrom ? 'distinct' : points < mergeFrom || !placed ? 'doubtful' : 'merged';
  return { points, outcome, findings };
}

/** `building same +5; suite other -3; …`: what a reviewer reads. */
export function explainScore({ findings }: Score): string {
  return findings
    .filter(({ points }) => points !== 0)
    .map(({ feature, is, points }) => `${feature} ${is} ${points > 0 ? '+' : ''}${points}`)
    .join('; ');
}
