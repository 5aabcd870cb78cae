import type { LevelCounts, Summary } from '../../dataset/summary.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { sorted, summarizeDataset } from '../build/summarize-dataset.ts';

type Counts = Readonly<Record<string, number>>;

/**
 * The counts of a dataset after one center changed. They can be updated this way because all counts are sums over
 * centers.
 * @param before,after The center before and after; null if it is added or removed.
 */
export function changeSummary(summary: Summary, before: CenterRecord | null, after: CenterRecord | null): Summary {
  const [none, less, more] = [null, before, after].map((one) => summarizeDataset(one === null ? [] : [one])) as [
    Summary,
    Summary,
    Summary,
  ];
  const changed = (get: (of: Summary) => Counts | undefined): Record<string, number> =>
    change(get(summary) ?? {}, get(less) ?? {}, get(more) ?? {}, get(none) ?? {});
  const byState = mapped(summary.byState, (_, state) => ({
    centers: changed((of) => ({ n: of.byState[state]?.centers ?? 0 })).n ?? 0,
    byLevel: changed((of) => of.byState[state]?.byLevel),
  }));
  const values = mapped(summary.values, (_, field) => {
    const counts = changed((of) => of.values[field]);
    return field === 'payer' || field === 'language' ? sorted(counts) : counts;
  });
  const levels = summary.levels.map(
    (level, index): LevelCounts => ({
      offered: changed((of) => ({ n: of.levels[index]?.offered ?? 0 })).n ?? 0,
      bits: mapped(level.bits, (bits, field) =>
        bits.map((count, bit) => count - bitOf(less, index, field, bit) + bitOf(more, index, field, bit)),
      ),
      insurers: sorted(changed((of) => of.levels[index]?.insurers)),
      languages: sorted(changed((of) => of.levels[index]?.languages)),
    }),
  );
  return { centers: summary.centers - less.centers + more.centers, byState, values, levels };
}

const bitOf = (of: Summary, level: number, field: keyof LevelCounts['bits'], bit: number): number =>
  of.levels[level]?.bits[field]?.[bit] ?? 0;

/** Removes insurers and languages whose count dropped to zero. Values of closed lists stay with a count of zero. */
function change(counts: Counts, less: Counts, more: Counts, always: Counts): Record<string, number> {
  const of = (list: Counts, key: string) => (Object.hasOwn(list, key) ? (list[key] ?? 0) : 0);
  return Object.fromEntries(
    [...new Set([...Object.keys(counts), ...Object.keys(more)])]
      .map((key): [string, number] => [key, of(counts, key) - of(less, key) + of(more, key)])
      .filter(([key, count]) => count !== 0 || key === 'n' || Object.hasOwn(always, key)),
  );
}

function mapped<Name extends string, From, To>(
  from: Readonly<Partial<Record<Name, From>>>,
  map: (value: From, name: Name) => To,
): Record<Name, To> {
  const entries = Object.entries(from) as [Name, From][];
  return Object.fromEntries(entries.map(([name, value]) => [name, map(value, name)])) as Record<Name, To>;
}
