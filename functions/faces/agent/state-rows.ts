import * as z from 'zod';
import { type PackedCenter, packed, unpackCenter, unpackOffering } from '../../dataset/packed-center.ts';
import { confirmationState } from '../../domain/confirmation.ts';
import type { Level } from '../../domain/level-of-care.ts';
import { type State, stateCodes } from '../../domain/state.ts';
import type { RouteContext } from '../../http/services.ts';

/** A served state, in any case. */
export const stateParameter = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.enum(stateCodes, `must be one of ${stateCodes.join(', ')}`));

/** Every listed center of some states, from one dataset. */
export async function rowsOf(states: readonly State[], { locator, meter }: RouteContext) {
  const rows: PackedCenter[] = [];
  let version = null;
  for (const state of states) {
    const question = {
      ...{ where: { kind: 'state' as const, state }, filter: {}, name: null, after: null },
      ...{ limit: Number.MAX_SAFE_INTEGER, withUnknown: false, withAlternatives: false },
    };
    const found = await locator.answer(question, meter, version);
    version = { publishedAt: found.head.publishedAt, version: found.head.version };
    rows.push(...found.answer.matches.map(({ row }) => row));
    if (state === states.at(-1)) return { rows, head: found.head };
  }
  throw new RangeError('no state was asked for');
}

/**
 * How many offerings of a center are in which state.
 * @param now Milliseconds since 1970: decides what is stale.
 * @param level Counts offerings of this level alone.
 */
export function countsOf(row: PackedCenter, now: number, level?: Level) {
  const offerings = row[packed.offerings].map((one) => unpackOffering(row, one));
  const counted = offerings.filter((one) => level === undefined || one.level === level);
  const states = counted.map(({ confirmation }) => confirmationState(confirmation, now));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return {
    offerings: states.length,
    confirmed: count('confirmed'),
    stale: count('stale'),
    denied: count('denied'),
    unconfirmed: count('unconfirmed'),
  };
}

/** The same of many centers, with their unknown levels. */
export function total(rows: readonly PackedCenter[], now: number) {
  const sum = { offerings: 0, confirmed: 0, stale: 0, denied: 0, unconfirmed: 0, unknownLevels: 0 };
  for (const row of rows) {
    const counts = countsOf(row, now);
    for (const [name, count] of Object.entries(counts)) sum[name as keyof typeof counts] += count;
    sum.unknownLevels += unpackCenter(row).unknownLevels.length;
  }
  return { centers: rows.length, ...sum };
}
