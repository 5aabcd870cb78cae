import type { CenterRecord } from '../../domain/record.ts';
import type { Fault } from '../fault.ts';
import type { Checked } from './check.ts';
import type { Check, Finding, Remark } from './finding.ts';
import { checkHours } from './hours.ts';
import { checkPhones } from './phones.ts';
import { checkUnsafe } from './unsafe.ts';
import { unusedValues } from './unused.ts';
import { checkWhereabouts } from './whereabouts.ts';

const checks: readonly Check[] = [checkPhones, checkWhereabouts, checkHours, checkUnsafe];

/** The remarks of all checks about one well-formed record. */
export const remarksOn = (record: CenterRecord): Remark[] => checks.flatMap((check) => check(record));

export interface Review {
  /** The well-formed records, in the order of the files. */
  readonly records: readonly CenterRecord[];
  readonly centers: number;
  readonly files: number;
  /** Sorted by file, line and column. */
  readonly findings: Finding[];
  /** Notes about all records together, which need no fix. */
  readonly notes: string[];
}

/** Checks everything that can be checked without calling anybody: first the records' form, then their plausibility. */
export function reviewChecked({ records, located, files, faults }: Checked): Review {
  const findings: Finding[] = faults.map((fault) => ({ ...fault, severity: 'fault' }));
  for (const { record, faultAt } of located) {
    for (const { severity, path, message } of remarksOn(record)) {
      findings.push({ ...faultAt(path, message), severity });
    }
  }
  findings.sort(inFiles);
  // Faulty records are not among `records`, so their values would be reported as unused.
  const unused = faults.length > 0 ? [] : unusedValues(records);
  const notes = unused.map(
    ({ field, values }) => `note: no offering has the ${field} ${values.join(', ')}: a filter for it finds nothing`,
  );
  return { records, centers: records.length, files, findings, notes };
}

/** For sorting faults by file, line and column. */
export const inFiles = (one: Fault, other: Fault): number =>
  compare(one.file, other.file) || one.line - other.line || one.column - other.column;

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
