import { places } from '../../functions/places/load.ts';
import { readJson } from '../files/read-text.ts';
import { nearDuplicates } from '../match/near-duplicates.ts';
import { accountOf } from '../sources/sheet/account.ts';
import { parseMapping, type ReadCells, readerFor } from '../sources/sheet/mapping.ts';
import { type Collected, Collector } from '../sources/sheet/records.ts';
import { readRows, type SheetLine } from '../sources/sheet/rows.ts';
import { type ContextOptions, readContext, settle, settledLines, writeSettled } from './context.ts';
import { whyHeldBack } from './hold-back.ts';

export interface SheetOptions extends ContextOptions {
  /** True to write the valid rows even if some rows are refused. Otherwise one refused row prevents all writing. */
  readonly skipRefused?: boolean | undefined;
}

export interface Outcome {
  readonly account: string;
  readonly written: boolean;
  /** Says why nothing was written; absent if the records were written. */
  readonly why?: string;
}

/**
 * Imports an operator's sheet (CSV or .xlsx), or our own CSV export if there is no mapping.
 * @throws if the file or its columns cannot be read; in that case nothing is written.
 */
export async function importCsv(
  path: string,
  options: SheetOptions & { readonly map?: string | undefined; readonly sheet?: string | undefined },
): Promise<Outcome> {
  const mapping = options.map === undefined ? null : parseMapping(options.map, await readJson(options.map));
  const collector = new Collector(zipPoint);
  let read: ReadCells | null = null;
  for await (const { where, cells } of readRows(path, options.sheet)) {
    if (read === null) {
      read = readerFor(path, headerOf(path, cells), mapping);
      continue;
    }
    try {
      collector.add({ where, cells: read(cells) });
    } catch (error) {
      collector.refuse(where, error instanceof Error ? error.message : String(error));
    }
  }
  if (read === null) throw new Error(`"${path}" is empty: its first line must name its columns`);
  return finish(collector.finish(), options);
}

function headerOf(path: string, cells: SheetLine['cells']): string[] {
  return cells.map((cell) => {
    if (typeof cell === 'string') return cell;
    throw new Error(`the columns of "${path}" cannot be read: a name is a ${cell.kind} (${cell.text}), not a text`);
  });
}

/** Writes the collected records, all or nothing. @returns the report */
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

/** Returns the point of a ZIP; null if the table of places does not have the ZIP. */
export function zipPoint(zip: string): { readonly lat: number; readonly lng: number } | null {
  return /^\d{5}$/.test(zip) ? (places().zip(zip)?.location ?? null) : null;
}
