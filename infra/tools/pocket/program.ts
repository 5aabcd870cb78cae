import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { DataError, loadRecords } from '../../../data/records/load.ts';
import { en } from '../../../web/words/en.ts';
import { bundleScripts } from './bundle.ts';
import { PocketError } from './error.ts';
import { addressOf, fetchOfApi } from './from-api.ts';
import { dayInGit, fetchOfRecords } from './from-data.ts';
import { type Listings, readListings } from './listings.ts';
import { makePocket, type Pocket } from './make.ts';
import { checkOut, writeOut } from './write.ts';

interface Given {
  readonly out: string;
  readonly force?: true;
  readonly from?: string;
  readonly data?: string;
  readonly date?: string;
  readonly site?: string;
}

/** Receives the command's output. */
export interface Output {
  readonly print: (text: string) => void;
  /** Receives progress messages and errors. */
  readonly tell: (line: string) => void;
}

const ownListings = fileURLToPath(new URL('../../../data/centers', import.meta.url));

/**
 * Runs `npm run pocket --`.
 * @returns the exit code: 0, or 1 if nothing was written
 */
export async function runPocket(args: readonly string[], { print, tell }: Output): Promise<number> {
  const program = new Command('npm run pocket --')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: (text) => tell(text.trimEnd()) })
    .description(
      'Writes one HTML file that holds the finder with its listings, places and map, in English and Spanish. It works ' +
        'from a USB stick or an email, without a network, and sends nothing.',
    )
    .option('--out <file>', 'the file to write', 'locator.html')
    .option('--force', 'replace the file if it is there')
    .option('--from <url>', 'take the listings of a running locator, such as https://find.example.org')
    .option('--data <path>', 'take them from this file or folder of centers (default: data/centers)')
    .option('--date <day>', 'the day of that data, shown in the heading (default: its last change in git)', dayOf)
    .option('--site <url>', 'website whose center pages the file links to; without it there are no such links')
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError('(--help shows the options)')
    .configureHelp({ helpWidth: 110 })
    .addHelpText(
      'after',
      `
Examples:
  npm run pocket
  npm run pocket -- --out /media/usb/locator.html --site https://find.example.org
  npm run pocket -- --from https://find.example.org --out locator.html --force
  npm run pocket -- --data imported --date 2026-11-29`,
    )
    .action((given: Given) => write(given, { print, tell }));
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof PocketError || error instanceof DataError)) throw error;
    tell(`error: ${error.message}`);
    return 1;
  }
}

async function write(given: Given, { print, tell }: Output): Promise<void> {
  const { out, from, force = false } = given;
  await checkOut(out, force);
  const site = given.site === undefined ? null : addressOf(given.site, '--site');
  const listings = from === undefined ? await fromData(given, tell) : await fromApi(from, given, tell);
  tell('Writing the file …');
  const pocket = makePocket(listings, await bundleScripts(), site);
  await writeOut(out, pocket.html, force);
  print(reportText(out, listings, pocket, site));
}

async function fromData({ data = ownListings, date }: Given, progress: Output['tell']): Promise<Listings> {
  if (!existsSync(data)) throw new PocketError(`There is no file or folder ${data}.`);
  const asOf = date ?? (await dayInGit(data));
  progress(`Checking ${data === ownListings ? 'data/centers' : data} …`);
  const records = await loadRecords(data);
  if (records.length === 0) throw new PocketError(`${data} has no centers.`);
  progress(`Building the index of ${records.length} centers …`);
  return readListings({ fetch: await fetchOfRecords(records, asOf), url: '', progress });
}

function fromApi(from: string, { data, date }: Given, progress: Output['tell']): Promise<Listings> {
  if (data !== undefined || date !== undefined)
    throw new PocketError(
      `--from says where the listings and their day are from: leave out ${data ? '--data' : '--date'}.`,
    );
  const url = addressOf(from, '--from');
  progress(`Asking ${url} …`);
  return readListings({ fetch: fetchOfApi(), url, progress });
}

function dayOf(text: string): string {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(text))
    throw new InvalidArgumentError('It takes a day such as 2026-11-29.');
  if (ms > Date.now()) throw new InvalidArgumentError('That day is in the future.');
  return text;
}

const kb = (bytes: number): string => `${Math.ceil(bytes / 1_000)} KB`;

function reportText(out: string, { asOf, centers, states }: Listings, { bytes }: Pocket, site: string | null): string {
  return `${out}: ${kb(bytes.all)}
  ${en.centers(centers)} in ${states.length} states (${states.join(', ')}), listings as of ${en.day(asOf)}
  listings and places ${kb(bytes.listings)}, program with map and both languages ${kb(bytes.program)}
  links to pages of centers: ${site ?? 'none (--site names the website that has them)'}
Open it in a browser. It loads and sends nothing.
`;
}
