import type { CenterRecord } from '../../functions/domain/record.ts';
import type { CheckOptions } from '../../functions/records/check/check.ts';
import { describeFinding } from '../../functions/records/check/finding.ts';
import { inFiles, type Review, remarksOn, reviewChecked } from '../../functions/records/check/review.ts';
import { DataError } from '../../functions/records/fault.ts';
import { checkRecords } from './read.ts';

/**
 * Reads a file or a folder of records and looks at everything that can be checked without calling anybody: first their form,
 * then whether what they say can be true.
 * @throws when the path is not there.
 */
export async function reviewRecords(path: string, options: CheckOptions = {}): Promise<Review> {
  return reviewChecked(await checkRecords(path, options));
}

/**
 * Reads records as `loadRecords` does, and looks at them as `validate` does.
 * @param onWarning Gets each warning, described.
 * @throws {DataError} that names every fault.
 */
export async function loadReviewed(path: string, onWarning: (line: string) => void): Promise<CenterRecord[]> {
  const { records, findings } = await reviewRecords(path);
  const faults = findings.filter(({ severity }) => severity === 'fault');
  if (faults.length > 0) throw new DataError(faults);
  for (const finding of findings) onWarning(describeFinding(finding));
  return [...records].sort(byId);
}

/**
 * Reads records as `loadReviewed` does, but only counts the warnings: naming their lines takes longer than reading the files.
 * @throws {DataError} that names every fault.
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
