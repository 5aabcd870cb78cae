import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { writeWhole } from '../../../data/files/write-whole.ts';
import { DataError, loadRecords } from '../../../data/records/load.ts';
import { packCenter } from '../../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { isState, type State, stateCodes } from '../../../functions/domain/state.ts';
import { listed } from '../../../functions/faces/agent/listed.ts';
import { openCenters } from '../../../functions/faces/agent/open-centers.ts';
import { worklistCsv, zipsCsv } from './csv.ts';
import { makePage } from './make.ts';
import { survey } from './survey.ts';

interface Given {
  readonly out: string;
  readonly force?: boolean;
  readonly state?: readonly State[];
  readonly data: string;
}

/** Receives the command's output. */
export interface Output {
  readonly print: (text: string) => void;
  /** Receives progress messages and errors. */
  readonly tell: (line: string) => void;
}

/** Thrown for an error that the user of the command can fix. */
class AtlasError extends Error {}

const ownListings = fileURLToPath(new URL('../../../data/centers', import.meta.url));
const files = ['zips.csv', 'worklist.csv', 'index.html'] as const;

/**
 * Runs `npm run atlas --`.
 * @returns the exit code: 0, or 1 if nothing was written
 */
export async function runAtlas(args: readonly string[], { print, tell }: Output): Promise<number> {
  const program = new Command('npm run atlas --')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: (text) => tell(text.trimEnd()) })
    .description(
      'Measures from every ZIP to the nearest center with an intensive outpatient program, by payment, age and language. ' +
        'Writes zips.csv (one row per ZIP), worklist.csv (whom to ask, by people near) and index.html (map and tables, one file).',
    )
    .option('--state <codes>', 'only the ZIPs of these states, such as AZ or AZ,NV', statesOf)
    .option('--out <folder>', 'the folder to write to', 'atlas')
    .option('--force', 'replace the files if they are there')
    .option('--data <path>', 'take the centers of this file or folder', ownListings)
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError('(--help shows the options)')
    .configureHelp({ helpWidth: 110, optionDescription: (option) => describe(option.description, option.defaultValue) })
    .addHelpText(
      'after',
      `
Columns of zips.csv: *_listed_* is the nearest center that lists it, *_may_* the nearest that may offer it (its listing
cannot say). Empty: none in our states. Miles are straight lines.

Examples:
  npm run atlas
  npm run atlas -- --state NV --out nevada --force`,
    )
    .action((given: Given) => write(given, { print, tell }));
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof AtlasError || error instanceof DataError)) throw error;
    tell(`error: ${error.message}`);
    return 1;
  }
}

const describe = (text: string, value: unknown): string =>
  value === undefined ? text : `${text} (default: ${value === ownListings ? 'data/centers' : value})`;

function statesOf(text: string): readonly State[] {
  const codes = text.split(',').map((code) => code.trim().toUpperCase());
  const wrong = codes.find((code) => !isState(code));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is not one of ${stateCodes.join(', ')}.`);
  return stateCodes.filter((code) => codes.includes(code));
}

async function write({ out, force = false, state: states = stateCodes, data }: Given, { print, tell }: Output) {
  const begun = performance.now();
  const seconds = (): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  await checkFolder(out, force);
  if (!existsSync(data)) throw new AtlasError(`There is no file or folder ${data}.`);
  const now = Date.now();
  tell(`Checking ${data === ownListings ? 'data/centers' : data} …`);
  // Fictional centers are left out, because the map would show care where there is none.
  const records = (await loadRecords(data)).filter(({ center }) => !center.sample);
  if (records.length === 0) throw new AtlasError(`${data} has only fictional centers.`);
  tell(`${seconds()}: ${records.length} centers. Measuring …`);
  const surveyed = survey(records, {
    states,
    now,
    progress: (done, all) => tell(`${seconds()}: ${done} of ${all} ZIPs`),
  });
  tell(`${seconds()}: all ${surveyed.zips.length} ZIPs. Writing …`);
  const inStates = records.filter(({ center }) => states.includes(center.address.state));
  const open = openCenters(
    inStates.map((record) => listed(packCenter(record))),
    now,
    'iop',
  );
  const texts = [zipsCsv(surveyed), worklistCsv(open), await makePage(surveyed, sourcesOf(records))];
  for (const [at, name] of files.entries()) await writeWhole(join(out, name), texts[at] ?? '');
  const megabytes = (text: string): string => `${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`;
  print(`${files.map((name, at) => `${join(out, name)}: ${megabytes(texts[at] ?? '')}`).join('\n')}
${surveyed.zips.length} ZIPs of ${states.join(', ')}; ${count(surveyed.zips)} people in cities; ${surveyed.centers.length} centers that list or may offer an intensive outpatient program; ${open.length} to ask.
${seconds()}, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory.
`);
}

const count = (zips: readonly { readonly people: number }[]): string =>
  zips.reduce((sum, { people }) => sum + people, 0).toLocaleString('en-US');

const sourcesOf = (records: readonly CenterRecord[]): readonly string[] =>
  [...new Set(records.flatMap(({ center }) => center.sources.map(({ name, asOf }) => `${name} (${asOf})`)))].sort();

/** Checks that the files may be written, before the work that takes long. @throws AtlasError */
async function checkFolder(out: string, force: boolean): Promise<void> {
  const there = await stat(out).catch(() => null);
  if (there !== null && !there.isDirectory()) throw new AtlasError(`${out} is a file. Name a folder: --out <folder>.`);
  const old = files.find((name) => existsSync(join(out, name)));
  if (old !== undefined && !force)
    throw new AtlasError(`${join(out, old)} is there already. Nothing was written. --force replaces it.`);
}
