import * as z from 'zod';
import { confirmationState } from '../../domain/confirmation.ts';
import type { Level } from '../../domain/level-of-care.ts';
import { stateCodes } from '../../domain/state.ts';
import type { Listed } from './listed.ts';

/** Postal code of a state that has centers, in upper or lowercase. */
export const stateParameter = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.enum(stateCodes, `must be one of ${stateCodes.join(', ')}`));

/**
 * Counts one center's offerings by confirmation state.
 * @param now Milliseconds since 1970. Decides which confirmations are stale.
 * @param level Counts only offerings of this level.
 */
export function countsOf({ offerings }: Listed, now: number, level?: Level) {
  const counts = { offerings: 0, confirmed: 0, stale: 0, denied: 0, unconfirmed: 0 };
  for (const { level: own, confirmation } of offerings) {
    if (level !== undefined && own !== level) continue;
    counts.offerings += 1;
    counts[confirmationState(confirmation, now)] += 1;
  }
  return counts;
}

/** Adds up the counts of many centers, and counts their unknown levels. @param now Milliseconds since 1970. */
export function total(centers: readonly Listed[], now: number) {
  const sum = { offerings: 0, confirmed: 0, stale: 0, denied: 0, unconfirmed: 0, unknownLevels: 0 };
  for (const center of centers) {
    const counts = countsOf(center, now);
    for (const [name, count] of Object.entries(counts)) sum[name as keyof typeof counts] += count;
    sum.unknownLevels += center.unknownLevels.length;
  }
  return { centers: centers.length, ...sum };
}
