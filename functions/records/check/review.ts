import type { CenterRecord } from '../../domain/record.ts';
import { DataError, type Fault } from '../fault.ts';
import { type Checked, type CheckOptions, checkRecords } from './check.ts';
import { type Check, describeFinding, type Finding, type Remark } from './finding.ts';
import { checkHours } from './hours.ts';
import { checkPhones } from './phones.ts';
import { unusedValues } from './unused.ts';
import { checkWhereabouts } from './whereabouts.ts';

const checks: readonly Check[] = [checkPhones, checkWhereabouts, checkHours];

/** What the checks say of one well-formed record. */
export const remarksOn = (record: CenterRecord): Remark[] => checks.flatMap((check) => check(record));

export interface Review {
  /** The records without a fault of form, in the order of the files. */
  readonly records: readonly CenterRecord[];
  readonly centers: number;
  readonly files: number;
  /** By file, line and column. */
  readonly findings: Finding[];
  /** Worth knowing, and nothing to mend. */
  readonly notes: string[];
}

/**
 * Reads a file or a folder of records and looks at everything that can be checked without calling anybody: first their form,
 * then whether what they say can be true.
 * @throws when the path is not there.
 */
export async function reviewRecords(path: string, options: CheckOptions = {}): Promise<Review> {
  return reviewChecked(await checkRecords(path, options));
}

/** The same of records whose form was checked already. */
export function reviewChecked({ records, located, files, faults }: Checked): Review {
  const findings: Finding[] = faults.map((fault) => ({ ...fault, severity: 'fault' }));
  for (const { record, faultAt } of located) {
    for (const { severity, path, message } of remarksOn(record)) {
      findings.push({ ...faultAt(path, message), severity });
    }
  }
  findings.sort(inFiles);
  // What the faulty records hold is not known, so what nobody has is not either.
  const unused = faults.length > 0 ? [] : unusedValues(records);
  const notes = unused.map(
    ({ field, values }) => `note: no offering has the ${field} ${values.join(', ')}: a filter for it finds nothing`,
  );
  return { records, centers: records.length, files, findings, notes };
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

const byId = (one: CenterRecord, other: CenterRecord): number => compare(one.center.id, other.center.id);

const inFiles = (one: Fault, other: Fault): number =>
  compare(one.file, other.file) || one.line - other.line || one.column - other.column;

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
