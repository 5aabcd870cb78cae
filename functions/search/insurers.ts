import type { Summary } from '../dataset/summary.ts';
import { isPayerKind } from '../domain/payer.ts';

const insurerLists = new WeakMap<Summary, readonly string[]>();

/** Lists the insurers that the dataset names. Keeps one list for each summary, so that callers can tell by identity that it has not changed. */
export function insurersOf(summary: Summary): readonly string[] {
  let insurers = insurerLists.get(summary);
  if (insurers === undefined) {
    insurers = Object.keys(summary.values.payer ?? {}).filter((payer) => !isPayerKind(payer));
    insurerLists.set(summary, insurers);
  }
  return insurers;
}
