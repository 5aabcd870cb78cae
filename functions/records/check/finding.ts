import type { CenterRecord } from '../../domain/record.ts';
import { describeFault, type Fault } from '../fault.ts';
import type { Path } from '../positions.ts';

/** A fault keeps a file out; a warning asks a person to look, and keeps it out only under `--strict`. */
type Severity = 'fault' | 'warning';

export interface Finding extends Fault {
  readonly severity: Severity;
}

/** What a check says of one record: where in it, and what would be right. */
export interface Remark {
  readonly severity: Severity;
  /** Inside the record: `['center', 'phones', 0]`. */
  readonly path: Path;
  readonly message: string;
}

/** Looks at one well-formed record. */
export type Check = (record: CenterRecord) => Remark[];

export function describeFinding(finding: Finding): string {
  const { severity, message } = finding;
  return describeFault(severity === 'fault' ? finding : { ...finding, message: `warning: ${message}` });
}
