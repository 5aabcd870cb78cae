import { places } from '../../functions/places/load.ts';
import { readCsv } from '../files/read-csv.ts';
import { readJson } from '../files/read-text.ts';
import { nearDuplicates } from '../match/near-duplicates.ts';
import { accountOf } from '../sources/sheet/account.ts';
import { parseMapping, type ReadCells, readerFor } from '../sources/sheet/mapping.ts';
import { type Collected, Collector } from '../sources/sheet/records.ts';
import { type ContextOptions, readContext, settle, settledLines, writeSettled } from './context.ts';
import { whyHeldBack } from './hold-back.ts';

export interface SheetOptions extends ContextOptions {
  /** Write what is sound though rows are refused; otherwise any refused row keeps everything back. */
  readonly skipRefused?: boolean | undefined;
}

export interface Outcome {
  readonly account: string;
  readonly written: boolean;
  /** Why nothing was written. */
  readonly why?: string;
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
export async function finish(done: Collected, options: SheetOptions): Promise<Outcome> {
  const { out } = options;
  const account = accountOf(done);
  const why = await whyHeldBack({ ...options, records: done.records, refused: done.refused });
  if (why !== null) return { account, written: false, why };
  const context = await readContext(options);
  const settled = settle(done.records, nearDuplicates(done.records, context.decisions), context);
  await writeSettled(out, settled);
  return {
    account:
      account +
      settledLines(settled)
        .map((line) => `${line}\n`)
        .join(''),
    written: true,
  };
}

/** The point of a ZIP of the table of places; null for one that there is not. */
export function zipPoint(zip: string): { readonly lat: number; readonly lng: number } | null {
  return /^\d{5}$/.test(zip) ? (places().zip(zip)?.location ?? null) : null;
}
