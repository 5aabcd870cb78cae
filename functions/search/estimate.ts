import type { Entry } from '../dataset/index-nodes.ts';
import type { LevelCounts, Summary } from '../dataset/summary.ts';
import type { CompiledFilter } from './filter.ts';
import type { Wanted } from './match.ts';

/**
 * Estimates how many wanted centers are under an index entry. Assumes that fields are independent, and that values are
 * as frequent as in the whole dataset. If the entry's mask has a value, at least one of its n centers has it, so the
 * value's frequency f is raised to f / (1 − (1 − f)ⁿ). The estimate decides only what to read first, never what is
 * found.
 */
export function expectedMatches(entry: Entry, filter: CompiledFilter, summary: Summary, wanted: Wanted): number {
  const inStates = shareInStates(entry, filter, summary);
  if (!filter.offeringLevel) return wanted === 'unknown' ? 0 : entry.count * inStates;
  let [expected, programs] = [0, 0];
  for (const level of filter.levels) {
    const everywhere = summary.levels[level];
    if (everywhere === undefined) continue;
    const { offered = 0, unknown = 0 } = entry.levels[level] ?? {};
    programs += offered + unknown;
    const listed = offered * listedShare(filter, everywhere, offered);
    if (wanted !== 'unknown') expected += listed;
    if (wanted === 'listed') continue;
    const notNo = notNoShare(filter, everywhere);
    expected += Math.max(0, offered * notNo - listed) + unknown * notNo;
  }
  // Without a requested level, do not count a center once for each of its levels: its facts are mostly the same for
  // all.
  if (wanted !== 'listed' && filter.levelMask === 0 && programs > entry.count) expected *= entry.count / programs;
  return Math.min(entry.count, expected) * inStates;
}

/**
 * Estimated share of the entry's centers that are in the requested states, from the number of centers in each of the
 * entry's states.
 */
function shareInStates({ states }: Entry, { states: asked }: CompiledFilter, { byState }: Summary): number {
  if (asked === null) return 1;
  const centersIn = (codes: readonly string[]) => codes.reduce((sum, code) => sum + (byState[code]?.centers ?? 0), 0);
  const all = centersIn(states);
  return all === 0 ? 1 : centersIn(states.filter((state) => asked.has(state))) / all;
}

function listedShare({ asked }: CompiledFilter, everywhere: LevelCounts, here: number): number {
  if (here === 0 || everywhere.offered === 0) return 0;
  let share = 1;
  for (const one of asked) {
    const frequency = Math.min(1, one.counted(everywhere).yes / everywhere.offered);
    share *= frequency === 0 ? 0 : frequency / (1 - (1 - frequency) ** here);
  }
  return Math.min(1, share);
}

/** Estimated share of the level's centers that do not answer "no" to any requested field. */
function notNoShare({ asked }: CompiledFilter, everywhere: LevelCounts): number {
  if (everywhere.offered === 0) return 1;
  return asked.reduce((share, one) => {
    const { yes, unknown } = one.counted(everywhere);
    return share * Math.min(1, (yes + unknown) / everywhere.offered);
  }, 1);
}

/** An index entry that was not read yet: the estimated number of its matches, and the range of their distances. */
export interface Prospect {
  readonly expected: number;
  readonly fromKm: number;
  readonly toKm: number;
  /** Possible distances of the matches, all equally likely; null if not known. */
  readonly atKm: readonly number[] | null;
}

/**
 * Estimated number of matches nearer than `km`. If distances are unknown, an entry's matches are assumed to be spread
 * evenly between its nearest and its farthest possible distance.
 */
export function promisedWithin(prospects: readonly Prospect[], km: number): number {
  let sum = 0;
  for (const { expected, fromKm, toKm, atKm } of prospects) {
    if (atKm !== null) {
      let nearer = 0;
      for (const at of atKm) if (at < km) nearer += 1;
      sum += (expected * nearer) / atKm.length;
    } else if (km >= toKm) sum += expected;
    else if (km > fromKm) sum += (expected * (km - fromKm)) / (toKm - fromKm);
  }
  return sum;
}
