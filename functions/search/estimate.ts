import type { Entry } from '../dataset/index-nodes.ts';
import type { LevelCounts, Summary } from '../dataset/summary.ts';
import type { CompiledFilter } from './filter.ts';
import type { Wanted } from './match.ts';

/**
 * Expected number of wanted centers under the entry. Assumes that fields are independent and have the dataset's overall
 * frequencies. The entry's mask shows that a value does occur, so its frequency f is raised to f / (1 − (1 − f)ⁿ), the
 * expected share among n if at least one has it. The estimate decides only what to read first, never what is found.
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
  // A center's facts are mostly the same for all its levels, so it must not count once per level.
  if (wanted !== 'listed' && filter.levelMask === 0 && programs > entry.count) expected *= entry.count / programs;
  return Math.min(entry.count, expected) * inStates;
}

/** Share of the entry's centers that are in the asked states, as if each of its states had its usual share of them. */
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

/** Share of the level's centers about which no field is certainly "no". */
function notNoShare({ asked }: CompiledFilter, everywhere: LevelCounts): number {
  if (everywhere.offered === 0) return 1;
  return asked.reduce((share, one) => {
    const { yes, unknown } = one.counted(everywhere);
    return share * Math.min(1, (yes + unknown) / everywhere.offered);
  }, 1);
}

/** An unread entry: the expected number of matches, and the distances between which they can be. */
export interface Prospect {
  readonly expected: number;
  readonly fromKm: number;
  readonly toKm: number;
  /** Possible distances of the expected matches, all equally likely; null if not known. */
  readonly atKm: readonly number[] | null;
}

/** Expected matches nearer than `km`. Without known distances, an entry's matches are spread evenly over its span. */
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
