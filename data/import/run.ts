import { basename } from 'node:path';
import type { State } from '../../functions/domain/state.ts';
import { places } from '../../functions/places/load.ts';
import { locator, readCoordinates } from '../sources/samhsa/coordinates.ts';
import type { Listing } from '../sources/samhsa/listing.ts';
import { readApart } from '../sources/samhsa/read-apart.ts';
import { accountOf } from './account.ts';
import { type ContextOptions, readContext, settle, writeSettled } from './context.ts';
import { HeldBackError, whyHeldBack } from './hold-back.ts';
import { importListings } from './samhsa.ts';

export interface ImportOptions extends ContextOptions {
  readonly workbooks: readonly string[];
  readonly coordinates?: string | undefined;
  readonly states: readonly State[];
  readonly year?: number | undefined;
  /** True to write the valid rows even if others are refused. Otherwise one refused row prevents all writing. */
  readonly skipRefused?: boolean | undefined;
  readonly progress: (line: string) => void;
}

/**
 * Imports workbooks and writes one file per state.
 * @returns the closing account
 * @throws before writing, if a file cannot be read or a record would be invalid.
 * @throws {HeldBackError} if no center was found, or rows were refused without `skipRefused`.
 */
export async function importSamhsa(options: ImportOptions): Promise<string> {
  const { progress } = options;
  const start = performance.now();
  const states = new Set<string>(options.states);
  const listings: Listing[] = [];
  for (const path of options.workbooks) {
    const rows = await readApart(path, { year: options.year, states });
    progress(`${basename(path)}: ${rows.length} rows in ${options.states.join(', ')} (${rows[0]?.kind ?? 'no rows'})`);
    for (const row of rows) listings.push(row);
  }
  const context = await readContext(options);
  const points = options.coordinates === undefined ? new Map() : await readCoordinates(options.coordinates);
  if (options.coordinates !== undefined) progress(`${basename(options.coordinates)}: ${points.size} points`);
  const done = importListings(
    listings,
    locator(points, (zip) => places().zip(zip)?.location ?? null),
    context.decisions,
  );
  const settled = settle(done.records, done.review, context);
  const account = accountOf(done, settled, options.states);
  const why = await whyHeldBack({ ...options, records: settled.records, refused: done.refusals.length });
  if (why !== null) throw new HeldBackError(why, account);
  const files = await writeSettled(options.out, settled, options.states);
  progress(`wrote ${files.length} files into ${options.out}`);
  const { maxRSS } = process.resourceUsage();
  progress(`took ${((performance.now() - start) / 1000).toFixed(1)} s and at most ${Math.round(maxRSS / 1000)} MB`);
  return account;
}
