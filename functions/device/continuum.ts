import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import type { Level } from '../domain/level-of-care.ts';
import { beside, levelsOffered, ownOf, type Step, type StepTo } from '../search/steps.ts';
import type { Listings } from './listings.ts';
import { nearestByScan } from './scan.ts';

/**
 * For each level of care of a center, the nearest centers for the next step, at any distance. Gives the same steps as
 * search/continuum.ts, which reads pages.
 */
export function stepsFrom(row: PackedCenter, listings: Listings, now: number): readonly Step[] {
  const origin = { lat: row[packed.lat], lng: row[packed.lng] };
  const to = (level: Level | undefined): StepTo | null => {
    if (level === undefined) return null;
    const where = { kind: 'near', origin, withinKm: null } as const;
    const match = ownOf(row, level, now) ?? nearestByScan({ filter: { level: [level] } }, where, listings, now);
    return match === null ? null : { level, match };
  };
  return levelsOffered(row, now).map((level) => {
    const { up, down } = beside(level);
    return { level, stepUp: to(up), stepDown: to(down) };
  });
}
