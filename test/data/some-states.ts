import { basename, join } from 'node:path';
import { visibleSheets } from '../../data/sources/samhsa/workbook.ts';
import { type CellValue, writeSheets } from './workbook.ts';

/**
 * Writes a directory again with its rows of some states alone, and its other sheets as they are: it is read in a moment,
 * which matters where it is imported several times.
 * @returns the new workbook's path
 */
export async function withSomeStates(workbook: string, states: readonly string[], folder: string): Promise<string> {
  const sheets = await visibleSheets(workbook);
  const path = join(folder, basename(workbook));
  const written = sheets.map(({ sheet, data: [header = [], ...rows] }) => {
    const state = header.findIndex((name) => String(name).trim().toLowerCase() === 'state');
    const kept = state === -1 ? rows : rows.filter((row) => states.includes(String(row[state])));
    return { name: sheet, rows: [header, ...kept].map((row) => row.map(cellOf)) };
  });
  await writeSheets(path, written);
  return path;
}

function cellOf(value: unknown): CellValue {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError(`a directory has a cell with ${String(value)}`);
}
