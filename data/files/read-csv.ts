import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { readText } from './read-text.ts';

/** Five times the offerings of the two directories of the whole country: a larger sheet is not one operator's. */
export const mostRows = 100_000;
/** A row is some 2 KB; a quote that is never closed would take the rest of the file for one cell. */
const mostRowBytes = 1_000_000;

/**
 * The rows of a CSV file, the header first, one at a time.
 * @throws at the first row that cannot be one: another number of cells, an open quote, too many rows, not UTF-8.
 */
export async function* readCsv(path: string): AsyncGenerator<{ readonly line: number; readonly cells: string[] }> {
  // Before anything is made of the first row: a file that is too long costs no memory.
  if (await hasManyLines(path)) for await (const _ of parseCsv(path));
  yield* parseCsv(path);
}

/** Whether a file has more lines than rows may be; cells of several lines may excuse it. */
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
  // An error of either side comes out of the loop below.
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
