import { stringify } from 'csv-stringify/sync';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { escapeFormula } from '../files/formulas.ts';
import { columnsFor, type RowOptions, rowsOf } from './rows.ts';

/** One row per offering, one column per field (RFC 4180). Starts with a BOM, which spreadsheets need to read UTF-8. */
export function toCsv(records: readonly CenterRecord[], options: RowOptions): string {
  const names = columnsFor(options).map(({ name }) => name);
  const rows = records.flatMap((record) => rowsOf(record, options));
  const cells = rows.map((row) => names.map((name) => escapeFormula(row[name] ?? '')));
  return stringify([names, ...cells], { bom: true, record_delimiter: 'windows' });
}
