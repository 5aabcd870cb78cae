import { stateCodes } from '../../functions/domain/state.ts';
import { places } from '../../functions/places/load.ts';
import { accountOf } from '../sheet/account.ts';
import { parseMapping, type ReadCells, readerFor } from '../sheet/mapping.ts';
import { readCsv } from '../sheet/read-csv.ts';
import { readJson } from '../sheet/read-text.ts';
import { type Collected, Collector } from '../sheet/records.ts';
import { writeStates } from '../write.ts';
import { byState } from './samhsa.ts';

export interface SheetOptions {
  /** The folder that gets one file a state. */
  readonly out: string;
  /** Write what is sound though rows are refused; otherwise any refused row keeps everything back. */
  readonly skipRefused?: boolean | undefined;
}

export interface Outcome {
  readonly account: string;
  readonly written: boolean;
}

/**
 * Makes records of an operator's sheet, or of our own CSV export where there is no mapping.
 * @throws when the file or its columns cannot be read; then, too, nothing is written.
 */
export async function importCsv(
  path: string,
  options: SheetOptions & { readonly map?: string | undefined },
): Promise<Outcome> {
  const mapping = options.map === undefined ? null : parseMapping(options.map, await readJson(options.map));
  const collector = new Collector(zipPoint);
  let read: ReadCells | null = null;
  for await (const { line, cells } of readCsv(path)) {
    if (read === null) {
      read = readerFor(path, cells, mapping);
      continue;
    }
    const where = `line ${line}`;
    try {
      collector.add({ where, cells: read(cells) });
    } catch (error) {
      collector.refuse(where, error instanceof Error ? error.message : String(error));
    }
  }
  if (read === null) throw new Error(`"${path}" is empty: its first line must name its columns`);
  return finish(collector.finish(), options);
}

/** Writes what was collected, all or nothing, and gives the account. */
export async function finish(done: Collected, { out, skipRefused = false }: SheetOptions): Promise<Outcome> {
  const written = done.records.length > 0 && (skipRefused || done.refused.length === 0);
  if (written) await writeStates(out, byState(done.records, stateCodes));
  return { account: accountOf(done), written };
}

/** The point of a ZIP of the table of places; null for one that there is not. */
export function zipPoint(zip: string): { readonly lat: number; readonly lng: number } | null {
  return /^\d{5}$/.test(zip) ? (places().zip(zip)?.location ?? null) : null;
}
