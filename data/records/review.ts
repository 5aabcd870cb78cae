import type { CenterRecord } from '../../functions/domain/record.ts';
import type { CheckOptions } from '../../functions/records/check/check.ts';
import { describeFinding } from '../../functions/records/check/finding.ts';
import { inFiles, type Review, remarksOn, reviewChecked } from '../../functions/records/check/review.ts';
import { DataError } from '../../functions/records/fault.ts';
import { checkRecords } from './read.ts';

/**
 * Reads a file or folder of records and checks everything that can be checked without a phone call: first the format,
 * then the plausibility of the facts.
 * @throws if the path is missing.
 */
export async function reviewRecords(path: string, options: CheckOptions = {}): Promise<Review> {
  return reviewChecked(await checkRecords(path, options));
}

/**
 * Reads records like `loadRecords` and checks them like `validate`.
 * @param onWarning Called with the text of each warning.
 * @throws {DataError} naming every fault.
 */
export async function loadReviewed(path: string, onWarning: (line: string) => void): Promise<CenterRecord[]> {
  const { records, findings } = await reviewRecords(path);
  const faults = findings.filter(({ severity }) => severity === 'fault');
  if (faults.length > 0) throw new DataError(faults);
  for (const finding of findings) onWarning(describeFinding(finding));
  return [...records].sort(byId);
}

/**
 * Like `loadReviewed`, but only counts the warnings: finding their lines takes longer than reading the files.
 * @throws {DataError} naming every fault.
 */
export async function loadCounted(path: string): Promise<{ records: CenterRecord[]; warnings: number }> {
  const { located, faults } = await checkRecords(path);
  const all = [...faults];
  let warnings = 0;
  for (const { record, faultAt } of located) {
    for (const { severity, path: place, message } of remarksOn(record)) {
      if (severity === 'fault') all.push(faultAt(place, message));
      else warnings += 1;
    }
  }
  if (all.length > 0) throw new DataError(all.sort(inFiles));
  return { records: located.map(({ record }) => record).sort(byId), warnings };
}

const byId = (one: CenterRecord, other: CenterRecord): number => (one.center.id < other.center.id ? -1 : 1);
