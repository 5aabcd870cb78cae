import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import type { Level } from '../domain/level-of-care.ts';
import { type NearestContext, nearestOnly } from './nearest.ts';
import { beside, levelsOffered, ownOf, type Step, type StepTo } from './steps.ts';

/**
 * For each level that a center offers, the nearest center with the next level up, and the nearest with the next level
 * down. If the center itself has that level, it is the result, at distance 0.
 */
export async function continuum(row: PackedCenter, withinKm: number | null, context: NearestContext): Promise<Step[]> {
  const to = (level: Level | undefined) => (level === undefined ? null : stepTo(row, level, withinKm, context));
  return Promise.all(
    levelsOffered(row, context.now).map(async (level) => {
      const { up, down } = beside(level);
      const [stepUp, stepDown] = await Promise.all([to(up), to(down)]);
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
  const itself = ownOf(row, level, context.now);
  if (itself !== null) return { level, match: itself };
  const origin = { lat: row[packed.lat], lng: row[packed.lng] };
  const { matches } = await nearestOnly({ origin, withinKm, filter: { level: [level] }, limit: 1 }, context);
  const [match] = matches;
  return match === undefined ? null : { level, match };
}
