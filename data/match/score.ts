import { evidenceOf, type Finding } from './evidence.ts';
import type { Profile } from './profile.ts';

/** From this score up, two listings are merged automatically. */
export const mergeFrom = 10;
/** From this score up, a person is asked; below it, they are two centers. */
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
 * Scores two listings as one center: adds the points for and against it. Does not merge listings unless both give the
 * same building, because houses that withhold their street share their operator's number.
 */
export function score(one: Profile, other: Profile): Score {
  const findings = evidenceOf(one, other);
  const points = findings.reduce((sum, { points }) => sum + points, 0);
  const placed = findings.some(({ feature, is }) => feature === 'building' && !unplaced.has(is));
  const outcome = points < doubtFrom ? 'distinct' : points < mergeFrom || !placed ? 'doubtful' : 'merged';
  return { points, outcome, findings };
}

/** Explains a score to a reviewer: `building same +5; suite other -3; …`. */
export function explainScore({ findings }: Score): string {
  return findings
    .filter(({ points }) => points !== 0)
    .map(({ feature, is, points }) => `${feature} ${is} ${points > 0 ? '+' : ''}${points}`)
    .join('; ');
}
