/** One fault in one place of a data file. */
export interface Fault {
  readonly file: string;
  /** Line and column, counted from 1 as in editors. */
  readonly line: number;
  readonly column: number;
  /** JSON pointer (RFC 6901) to the value in the file; empty for the file as a whole. */
  readonly pointer: string;
  /** Id of the center that the fault is in, if its record has one. */
  readonly record: string | null;
  /** What is wrong, and what would be right. */
  readonly message: string;
}

/**
 * Describes a fault in a form that editors and terminals make clickable: `data/centers/AZ.json:12:9 [some-id]
 * /0/center/phones: …`.
 */
export function describeFault({ file, line, column, pointer, record, message }: Fault): string {
  const where = `${file}:${line}:${column}`;
  const what = [record === null ? '' : `[${record}]`, pointer].filter((part) => part !== '').join(' ');
  return what === '' ? `${where}: ${message}` : `${where} ${what}: ${message}`;
}

/** Lists every fault of a data set at once, so that one run is enough to fix it. */
export class DataError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const noun = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(`${noun} in the data\n${faults.map((fault) => `  ${describeFault(fault)}`).join('\n')}`);
    this.name = 'DataError';
    this.faults = faults;
  }
}
