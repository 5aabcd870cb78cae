import type { CenterRecord } from '../functions/domain/record.ts';
import { type CheckOptions, checkRecords } from './check.ts';
import type { Check, Finding, Remark } from './checks/finding.ts';
import { checkHours } from './checks/hours.ts';
import { checkPhones } from './checks/phones.ts';
import { unusedValues } from './checks/unused.ts';
import { checkWhereabouts } from './checks/whereabouts.ts';

const checks: readonly Check[] = [checkPhones, checkWhereabouts, checkHours];

/** What the checks say of one well-formed record. */
export const remarksOn = (record: CenterRecord): Remark[] => checks.flatMap((check) => check(record));

export interface Review {
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
  const { records, located, files, faults } = await checkRecords(path, options);
  const findings: Finding[] = faults.map((fault) => ({ ...fault, severity: 'fault' }));
  for (const { record, faultAt } of located) {
    for (const { severity, path, message } of remarksOn(record)) {
      findings.push({ ...faultAt(path, message), severity });
    }
  }
  findings.sort((one, other) => compare(one.file, other.file) || one.line - other.line || one.column - other.column);
  // What the faulty records hold is not known, so what nobody has is not either.
  const unused = faults.length > 0 ? [] : unusedValues(records);
  const notes = unused.map(
    ({ field, values }) => `note: no offering has the ${field} ${values.join(', ')}: a filter for it finds nothing`,
  );
  return { centers: records.length, files, findings, notes };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
