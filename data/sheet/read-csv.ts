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
