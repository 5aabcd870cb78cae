import { stringify } from 'csv-stringify/sync';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { escapeFormula } from '../files/formulas.ts';
import { columnsFor, type RowOptions, rowsOf } from './rows.ts';

/**
 * Writes CSV (RFC 4180): one row per offering, one column per field. It starts with a byte order mark, because
 * spreadsheets otherwise do not recognize UTF-8.
 */
export function toCsv(records: readonly CenterRecord[], options: RowOptions): string {
  const names = columnsFor(options).map(({ name }) => name);
  const rows = records.flatMap((record) => rowsOf(record, options));
  const cells = rows.map((row) => names.map((name) => escapeFormula(row[name] ?? '')));
  return stringify([names, ...cells], { bom: true, record_delimiter: 'windows' });
}
