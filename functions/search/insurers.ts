import type { Summary } from '../dataset/summary.ts';
import { isPayerKind } from '../domain/payer.ts';

const insurerLists = new WeakMap<Summary, readonly string[]>();

/**
 * Lists the insurers that the dataset names. Returns the same array each time for one summary, so that callers can
 * compare arrays to see whether anything changed.
 */
export function insurersOf(summary: Summary): readonly string[] {
  let insurers = insurerLists.get(summary);
  if (insurers === undefined) {
    insurers = Object.keys(summary.values.payer ?? {}).filter((payer) => !isPayerKind(payer));
    insurerLists.set(summary, insurers);
  }
  return insurers;
}
