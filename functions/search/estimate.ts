import type { Entry } from '../dataset/directory.ts';
import type { Mask } from '../dataset/masks.ts';
import type { Summary } from '../dataset/summary.ts';
import type { CompiledFilter } from './filter.ts';

/**
 * Expected number of matching centers under the entry. Assumes that fields are independent and have the dataset's
 * overall frequencies. The entry's mask shows that a value does occur, so its frequency f is raised to
 * f / (1 − (1 − f)ⁿ), the expected share among n if at least one has it.
 * The estimate decides only what to read first, never what is found.
 */
export function expectedMatches(entry: Entry, filter: CompiledFilter, summary: Summary): number {
  const inStates = shareInStates(entry, filter, summary);
  if (!filter.offeringLevel) return entry.count * inStates;
  let expected = 0;
  for (const level of filter.levels) {
    const here = entry.levels[level]?.offered ?? 0;
    const everywhere = summary.levels[level];
    if (here === 0 || everywhere === undefined || everywhere.offered === 0) continue;
    let share = 1;
    const narrow = (having: number): void => {
      const frequency = Math.min(1, having / everywhere.offered);
      share *= frequency === 0 ? 0 : frequency / (1 - (1 - frequency) ** here);
    };
    for (const { name, mask } of filter.masks) {
      narrow(havingAny(mask, everywhere.bits[name]));
    }
    if (filter.payer !== null) {
      const { mask, insurers } = filter.payer;
      const kinds = havingAny(mask, everywhere.bits.payers);
      narrow(kinds + totalOf(everywhere.insurers, insurers));
    }
    if (filter.languages !== null) narrow(totalOf(everywhere.languages, filter.languages));
    expected += here * Math.min(1, share);
  }
  return Math.min(entry.count, expected) * inStates;
}

/** Share of the entry's centers that are in the asked states, as if each of its states had its usual share of them. */
function shareInStates({ states }: Entry, { states: asked }: CompiledFilter, { byState }: Summary): number {
  if (asked === null) return 1;
  const centersIn = (codes: readonly string[]) => codes.reduce((sum, code) => sum + (byState[code]?.centers ?? 0), 0);
  const all = centersIn(states);
  return all === 0 ? 1 : centersIn(states.filter((state) => asked.has(state))) / all;
}

function havingAny(mask: Mask, counts: readonly number[] = []): number {
  return counts.reduce((sum, count, bit) => sum + ((mask & (1 << bit)) !== 0 ? count : 0), 0);
}

function totalOf(counts: Readonly<Record<string, number>>, values: ReadonlySet<string>): number {
  let total = 0;
  for (const value of values) total += Object.hasOwn(counts, value) ? (counts[value] ?? 0) : 0;
  return total;
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
