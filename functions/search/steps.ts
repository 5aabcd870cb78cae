import type { PackedCenter } from '../dataset/packed-center.ts';
import { type Level, levels, levelTerm } from '../domain/level-of-care.ts';
import { compileFilter } from './filter.ts';
import { resultOf } from './match.ts';
import type { Match } from './query.ts';

/** The next steps in care from one level of a center. */
export interface Step {
  readonly level: Level;
  readonly stepUp: StepTo | null;
  readonly stepDown: StepTo | null;
}

export interface StepTo {
  readonly level: Level;
  readonly match: Match;
}

/** Levels of the continuum from least to most care; detox and sober living are not part of it. */
const ordered: readonly Level[] = levels.codes
  .filter((level) => levelTerm(level).order !== null)
  .sort((a, b) => (levelTerm(a).order ?? 0) - (levelTerm(b).order ?? 0));

/** Levels of the continuum that a center offers, from least to most care. */
export const levelsOffered = (row: PackedCenter, now: number): readonly Level[] =>
  ordered.filter((level) => ownOf(row, level, now) !== null);

/** The next levels down and up in the continuum; undefined at its ends. */
export function beside(level: Level): { readonly up: Level | undefined; readonly down: Level | undefined } {
  const at = ordered.indexOf(level);
  return { up: ordered[at + 1], down: ordered[at - 1] };
}

/** The center itself as the next step, 0 km away, if it offers the level; null if it does not. */
export function ownOf(row: PackedCenter, level: Level, now: number): Match | null {
  const result = resultOf(row, compileFilter({ level: [level] }, now), 'listed');
  return result === null ? null : { ...result, distanceKm: 0, farthestKm: 0 };
}
