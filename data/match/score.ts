import { evidenceOf, type Finding } from './evidence.ts';
import type { Profile } from './profile.ts';

/** Two listings with this score or more are merged automatically. */
const mergeFrom = 10;
/** A pair with this score or more that is not merged goes to a person. Below it, the two listings are two centers. */
const doubtFrom = 5;

export const outcomes = ['merged', 'doubtful', 'distinct'] as const;
export type Outcome = (typeof outcomes)[number];

const unplaced = new Set(['not given', 'next door, or a slip', 'other']);

export interface Score {
  readonly points: number;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/**
 * Scores how likely two listings are one center: adds the points for and against it. They are merged only if both give
 * the same building, because houses that withhold their street share their operator's number.
 */
export function score(one: Profile, other: Profile): Score {
  const findings = evidenceOf(one, other);
  const points = findings.reduce((sum, { points }) => sum + points, 0);
  const placed = findings.some(({ feature, is }) => feature === 'building' && !unplaced.has(is));
  const outcome = points < doubtFrom ? 'distinct' : points < mergeFrom || !placed ? 'doubtful' : 'merged';
  if (outcome === 'distinct' && hasMovedByName(one, other, findings)) return { points, outcome: 'doubtful', findings };
  return { points, outcome, findings };
}

/**
 * True if two directories list a site of the same name, operator and main number at two addresses of one town. Their
 * editions are of different years, so it has probably moved, and the older address would send people to an empty house.
 */
function hasMovedByName(one: Profile, other: Profile, findings: readonly Finding[]): boolean {
  const is = (feature: Finding['feature'], what: string): boolean =>
    findings.some((finding) => finding.feature === feature && finding.is === what);
  if (one.directory === null || other.directory === null || one.directory === other.directory) return false;
  if (one.street === null || other.street === null || one.city !== other.city || one.state !== other.state)
    return false;
  return isElsewhere(findings) && is('operator', 'same') && is('site', 'same') && is('phone', 'same main number');
}

/** True if the two listings give different buildings. */
export const isElsewhere = (findings: readonly Finding[]): boolean =>
  findings.some(({ feature, is }) => feature === 'building' && is === 'other');

/** Explains a score to a reviewer: `building same +5; suite other -3; …`. */
export function explainScore({ findings }: Score): string {
  return findings
    .filter(({ points }) => points !== 0)
    .map(({ feature, is, points }) => `${feature} ${is} ${points > 0 ? '+' : ''}${points}`)
    .join('; ');
}
