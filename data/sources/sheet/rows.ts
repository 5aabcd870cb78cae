import { readCsv } from '../../files/read-csv.ts';
import { isArchive } from '../../files/read-text.ts';
import { visibleSheets } from '../samhsa/workbook.ts';
import type { SheetCell } from './cell.ts';

export interface SheetLine {
  /** The position for messages: `line 3` of a CSV file, `row 3` of a workbook. */
  readonly where: string;
  readonly cells: readonly SheetCell[];
}

/**
 * Reads the rows of a CSV file or a workbook, the header first.
 * @param sheet The name of the workbook's sheet to read. @default its only visible sheet that is not empty
 * @throws if the file cannot be read, or has several sheets and none is named.
 */
export async function* readRows(path: string, sheet?: string): AsyncGenerator<SheetLine> {
  if (await isArchive(path)) yield* workbookRows(path, sheet);
  else if (sheet !== undefined) throw new Error(`"${path}" is not an .xlsx workbook, so it has no sheet "${sheet}"`);
  else for await (const { line, cells } of readCsv(path)) yield { where: `line ${line}`, cells };
}

async function* workbookRows(path: string, wanted?: string): AsyncGenerator<SheetLine> {
  const visible = await visibleSheets(path);
  const filled = visible.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  const fitting = wanted === undefined ? filled : visible.filter(({ sheet }) => sheet === wanted);
  const [found, ...others] = fitting;
  const names = visible.map(({ sheet }) => `"${sheet}"`).join(', ');
  if (found === undefined) {
    const what = wanted === undefined ? 'no visible sheet with cells' : `no visible sheet "${wanted}"`;
    throw new Error(`"${path}" has ${what}; it has ${names || 'none'}`);
  }
  if (others.length > 0) {
    const several = fitting.map(({ sheet }) => `"${sheet}"`).join(' and ');
    throw new Error(`"${path}" has cells in ${several}: say which is meant with --sheet`);
  }
  let width = 0;
  for (const [index, row] of found.data.entries()) {
    const cells = row.map(
      (value, column): SheetCell => cellOf(value, found.errors.has(`${lettersOf(column)}${index + 1}`)),
    );
    if (cells.every((cell) => cell === '')) continue;
    if (width === 0) width = cells.findLastIndex((cell) => cell !== '') + 1;
    const beyond = cells.findIndex((cell, column) => column >= width && cell !== '');
    if (beyond >= 0)
      throw new Error(`"${path}" row ${index + 1} has a cell in column ${lettersOf(beyond)}, which has no name`);
    yield { where: `row ${index + 1}`, cells: cells.slice(0, width) };
  }
}

function cellOf(value: unknown, isError: boolean): SheetCell {
  if (isError) return { kind: 'error', text: 'such as #REF!' };
  if (value instanceof Date) return { kind: 'date', text: value.toISOString().slice(0, 10) };
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  return value === null || value === undefined ? '' : String(value);
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${lettersOf(Math.floor(column / 26) - 1)}${last}`;
}
