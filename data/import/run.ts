import { basename } from 'node:path';
import type { State } from '../../functions/domain/state.ts';
import { places } from '../../functions/places/load.ts';
import { locator, readCoordinates } from '../sources/samhsa/coordinates.ts';
import type { Listing } from '../sources/samhsa/listing.ts';
import { readApart } from '../sources/samhsa/read-apart.ts';
import type { Directory } from '../sources/samhsa/workbook.ts';
import { accountOf } from './account.ts';
import { type ContextOptions, readContext, settle, writeSettled } from './context.ts';
import { HeldBackError, whyHeldBack } from './hold-back.ts';
import { importListings } from './samhsa.ts';

export interface ImportOptions extends ContextOptions {
  readonly workbooks: readonly string[];
  readonly coordinates?: string | undefined;
  readonly states: readonly State[];
  readonly year?: number | undefined;
  /** True to write the valid rows even if some rows are refused. Otherwise one refused row prevents all writing. */
  readonly skipRefused?: boolean | undefined;
  readonly progress: (line: string) => void;
}

/**
 * Imports workbooks and writes one file per state.
 * @returns the closing report
 * @throws before writing, if a file cannot be read or a record would be invalid.
 * @throws {HeldBackError} if no center was found, or rows were refused without `skipRefused`.
 */
export async function importSamhsa(options: ImportOptions): Promise<string> {
  const { progress } = options;
  const states = new Set<string>(options.states);
  const listings: Listing[] = [];
  const read: ReadFile[] = [];
  const otherStates = new Map<string, number>();
  for (const path of options.workbooks) {
    const directory = await readApart(path, { year: options.year, states });
    const { kind, listings: rows, otherStates: others } = directory;
    progress(
      `${basename(path)}: ${rows.length} rows in ${options.states.join(', ')} (${rows.length > 0 ? kind : 'no rows'})`,
    );
    refuseTwoEditions(read, { path, directory });
    read.push({ path, directory });
    for (const row of rows) listings.push(row);
    for (const [state, count] of others) otherStates.set(state, (otherStates.get(state) ?? 0) + count);
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
  const account = accountOf(done, settled, options.states, otherStates);
  const why = await whyHeldBack({ ...options, records: settled.records, refused: done.refusals.length });
  if (why !== null) throw new HeldBackError(why, account);
  const files = await writeSettled(options.out, settled, options.states);
  progress(`wrote ${files.length} files into ${options.out}`);
  return account;
}

interface ReadFile {
  readonly path: string;
  readonly directory: Directory;
}

/** Throws if two files are editions of one directory. Every center would be listed twice, once with outdated facts. */
function refuseTwoEditions(read: readonly ReadFile[], { path, directory }: ReadFile): void {
  const { kind, year } = directory;
  const other = read.find((each) => !isEmpty(each.directory) && each.directory.kind === kind);
  if (other === undefined || isEmpty(directory)) return;
  throw new Error(
    `"${basename(other.path)}" (${other.directory.year}) and "${basename(path)}" (${year}) are both the ${kind} directory: ` +
      'import the newer one alone, with the dataset of the older one as --previous',
  );
}

const isEmpty = ({ listings, otherStates }: Directory): boolean => listings.length === 0 && otherStates.size === 0;
