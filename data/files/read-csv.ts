import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { readText } from './read-text.ts';

/** Five times the offerings in both national directories: no single operator has a larger sheet. */
export const mostRows = 100_000;
/** A row is about 2 KB. Without this limit, an unclosed quote would turn the rest of the file into one cell. */
const mostRowBytes = 1_000_000;

/**
 * Reads the rows of a CSV file one at a time, the header first.
 * @throws at the first faulty row: a different number of cells, an open quote, too many rows, not UTF-8.
 */
export async function* readCsv(path: string): AsyncGenerator<{ readonly line: number; readonly cells: string[] }> {
  // Checks the length before yielding the first row, so that a file that is too long costs no memory.
  if (await hasManyLines(path)) for await (const _ of parseCsv(path));
  yield* parseCsv(path);
}

/** True if a file has more lines than the most rows. Cells of several lines may still make it valid. */
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
  // The loop below throws the errors of both streams.
  pipeline(Readable.from(readText(path)), parser, () => {});
  let rows = -1;
  try {
    for await (const { record, info } of parser) {
      const cells: string[] = record;
      if (++rows > mostRows) throw new Error(`"${path}" has more than ${mostRows} rows: give it in parts`);
      yield { line: info.lines, cells };
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new Error(`"${path}" is not a whole CSV file: ${error.message}`, { cause: error });
    throw error;
  }
}
