import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import { type Level, levels, levelTerm } from '../domain/level-of-care.ts';
import { compileFilter } from './filter.ts';
import { resultOf } from './match.ts';
import { type NearestContext, nearestOnly } from './nearest.ts';
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

/**
 * For each level that a center offers, the nearest center with the next level up and the nearest with the next level
 * down. If the center itself has that level, it is the result, at distance 0.
 */
export async function continuum(row: PackedCenter, withinKm: number | null, context: NearestContext): Promise<Step[]> {
  const offered = ordered.filter((level) => own(row, level, context.now) !== null);
  const to = (level: Level | undefined) => (level === undefined ? null : stepTo(row, level, withinKm, context));
  return Promise.all(
    offered.map(async (level) => {
      const at = ordered.indexOf(level);
      const [stepUp, stepDown] = await Promise.all([to(ordered[at + 1]), to(ordered[at - 1])]);
      return { level, stepUp, stepDown };
    }),
  );
}

async function stepTo(
  row: PackedCenter,
  level: Level,
  withinKm: number | null,
  context: NearestContext,
): Promise<StepTo | null> {
  const itself = own(row, level, context.now);
  if (itself !== null) return { level, match: itself };
  const origin = { lat: row[packed.lat], lng: row[packed.lng] };
  const { matches } = await nearestOnly({ origin, withinKm, filter: { level: [level] }, limit: 1 }, context);
  const [match] = matches;
  return match === undefined ? null : { level, match };
}

function own(row: PackedCenter, level: Level, now: number): Match | null {
  const result = resultOf(row, compileFilter({ level: [level] }, now), 'listed');
  return result === null ? null : { ...result, distanceKm: 0, farthestKm: 0 };
}
