import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { readText } from './read-text.ts';

/**
 * Maximum number of rows: five times the offerings in both national directories. No single operator has a larger sheet.
 */
export const mostRows = 100_000;
/**
 * Maximum size of a row in bytes; usual rows have about 2 KB. Without this limit, an unclosed quote would turn the rest
 * of the file into one cell.
 */
const mostRowBytes = 1_000_000;

/**
 * Reads the rows of a CSV file one at a time, the header first.
 * @throws at the first faulty row: a different number of cells, an open quote, too many rows, not UTF-8.
 */
export async function* readCsv(path: string): AsyncGenerator<{ readonly line: number; readonly cells: string[] }> {
  // Checks the number of lines before the first row is used, so that a file that is too long needs no memory.
  if (await hasManyLines(path)) for await (const _ of parseCsv(path));
  yield* parseCsv(path);
}

/**
 * True if a file has more lines than `mostRows`. It may still have fewer rows, because a cell can contain line breaks.
 */
async function hasManyLines(path: string): Promise<boolean> {
  let lines = 0;
  for await (const part of readText(path)) {
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) lines++;
    if (lines > mostRows) return true;
  }
  return false;
}

async function* parseCsv(path: string): AsyncGenerator<{ readonly line: number; readonly cells: string[] }> {
  const parser = parse({ bom: true, skip_empty_lines: true, info: true, max_record_size: mostRowBytes });
  // Errors of both streams are thrown by the loop below, so this callback ignores them.
  pipeline(Readable.from(commaText(path)), parser, () => {});
  let rows = -1;
  let columns = 0;
  try {
    for await (const { record, info } of parser) {
      const cells: string[] = record;
      if (rows < 0) columns = cells.length;
      if (++rows > mostRows) throw new Error(`"${path}" has more than ${mostRows} rows: split it into smaller files`);
      yield { line: info.lines, cells };
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new Error(`"${path}" is not a whole CSV file: ${reasonOf(error, columns)}`, { cause: error });
    throw error;
  }
}

/** Yields the text of a CSV file. @throws if its first line shows that cells are not separated by commas */
async function* commaText(path: string): AsyncGenerator<string> {
  let isFirst = true;
  for await (const part of readText(path)) {
    if (isFirst) refuseOtherSeparator(path, part);
    isFirst = false;
    yield part;
  }
}

/**
 * Spreadsheets in some countries separate cells with semicolons, and cells copied from a spreadsheet are separated by
 * tabs.
 */
function refuseOtherSeparator(path: string, text: string): void {
  const line = /^[^\r\n]*/.exec(text.replace(/"[^"]*"/g, ''))?.[0] ?? '';
  if (line.includes(',')) return;
  const marks = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
  const found = Object.entries(marks).find(([mark]) => line.includes(mark));
  if (found === undefined) return;
  throw new Error(
    `"${path}" separates its cells by ${found[1]}, not by commas: save it as "CSV UTF-8 (comma delimited)" or .xlsx`,
  );
}

function reasonOf(error: CsvError, columns: number): string {
  if (error.code !== 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' || !Array.isArray(error.record)) return error.message;
  const { lines, record } = error;
  return `line ${lines} has ${record.length} cells, but the first line names ${columns}: a comma inside a cell needs quotes around it`;
}
