import type { CenterRecord } from '../../domain/record.ts';
import { describeFault, type Fault } from '../fault.ts';
import type { Path } from '../positions.ts';

/** A fault makes a file invalid. A warning asks a person to look; it makes the file invalid only with `--strict`. */
type Severity = 'fault' | 'warning';

export interface Finding extends Fault {
  readonly severity: Severity;
}

/** A check's remark about one record: the path in it, what is wrong, and what would be right. */
export interface Remark {
  readonly severity: Severity;
  /** Path in the record, such as `['center', 'phones', 0]`. */
  readonly path: Path;
  readonly message: string;
}

/** A check of one well-formed record. */
export type Check = (record: CenterRecord) => Remark[];

export function describeFinding(finding: Finding): string {
  const { severity, message } = finding;
  return describeFault(severity === 'fault' ? finding : { ...finding, message: `warning: ${message}` });
}
