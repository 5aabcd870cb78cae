import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formats } from '../../data/export/run.ts';
import { importFindTreatment } from '../../data/import/findtreatment.ts';
import { HeldBackError } from '../../data/import/hold-back.ts';
import { importHsds } from '../../data/import/hsds.ts';
import { importSamhsa } from '../../data/import/run.ts';
import { importCsv } from '../../data/import/sheet.ts';
import { loadRecords } from '../../data/records/load.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { phoenix, phoenixMental, writeSheets, writeWorkbook } from '../data/workbook.ts';
import { seeded } from '../support/random.ts';
import { mutated } from './mutate.ts';

const help = `npm run fuzz:importers -- [options]

Gives every importer files that were right until a seeded change, and checks that it ends with a sentence or an account whose
numbers add up, never with a crash, and that its folder is as before or whole. Exits with 1 if anything was wrong.

Options:
  --runs N   how many files (1000)
  --seed N   of the changes (1)
  --help     this text
`;

const mapping = 'test/data/operator-mapping.json';
const source = 'Our own list @ 2026-11-01';

interface To {
  readonly out: string;
  readonly skipRefused: boolean;
}

interface Subject {
  readonly name: string;
  readonly file: string;
  readonly bytes: Buffer;
  readonly run: (file: string, to: To) => Promise<string>;
}

export interface FuzzedImports {
  readonly counts: ReadonlyMap<string, { written: number; heldBack: number; refused: number }>;
  readonly faults: readonly string[];
}

/** Gives changed files to every importer in turn. */
export async function fuzzImporters(runs: number, seed: number): Promise<FuzzedImports> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  try {
    return await fuzzIn(folder, runs, seeded(seed));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fuzzIn(folder: string, runs: number, random: () => number): Promise<FuzzedImports> {
  const subjects = await subjectsIn(folder);
  const counts = new Map(subjects.map(({ name }) => [name, { written: 0, heldBack: 0, refused: 0 }]));
  const faults: string[] = [];
  for (let index = 0; index < runs; index++) {
    const subject = subjects[index % subjects.length];
    if (subject === undefined) break;
    const place = join(folder, String(index));
    await mkdir(place);
    const [file, out] = [join(place, subject.file), join(place, 'out')];
    await writeFile(file, mutated(subject.bytes, random));
    const { end, fault } = await checked(subject, file, { out, skipRefused: random() < 0.5 });
    const count = counts.get(subject.name);
    if (count !== undefined) count[end]++;
    if (fault !== null) faults.push(`${subject.name}, file ${index}: ${fault}`);
    await rm(place, { recursive: true });
  }
  return { counts, faults };
}

type End = 'written' | 'heldBack' | 'refused';

async function checked({ run }: Subject, file: string, to: To): Promise<{ end: End; fault: string | null }> {
  const { out } = to;
  let account = '';
  let end: End = 'written';
  let fault: string | null = null;
  try {
    account = await run(file, to);
  } catch (error) {
    end = error instanceof HeldBackError ? 'heldBack' : 'refused';
    if (error instanceof HeldBackError) account = error.account;
    else fault = faultOfError(error);
  }
  const [rows = 0, ...parts] = (account.split('\n')[0]?.match(/\d+/g) ?? []).map(Number);
  if (end !== 'refused' && rows !== parts.reduce((sum, part) => sum + part, 0)) fault = `does not add up: ${account}`;
  const left = (await readdir(join(out, '..'))).filter((name) => name.startsWith('.'));
  if (left.length > 0) fault = `left ${left.join(', ')}`;
  const isThere = (await readdir(join(out, '..'))).includes('out');
  if (isThere !== (end === 'written')) fault = `${end}, but the folder is ${isThere ? '' : 'not '}there`;
  else if (isThere && (await loadRecords(out)).length !== parts[0])
    fault = 'wrote another number of centers than it says';
  return { end, fault };
}

/** An importer refuses a file with its own message; a JavaScript error is a crash. */
function faultOfError(error: unknown): string | null {
  if (!(error instanceof Error)) return `threw ${String(error)}`;
  const isOwn =
    error.constructor === Error && !/Cannot read|is not a function|call stack|undefined/.test(error.message);
  if (!isOwn) return error.stack ?? error.message;
  return error.message.length > 5000 ? `says ${error.message.length} characters` : null;
}

async function subjectsIn(folder: string): Promise<Subject[]> {
  const records = (await loadRecords('test/fixtures/listings')).slice(0, 20);
  const bytes = (text: string): Buffer => Buffer.from(text);
  const outcome = async (made: ReturnType<typeof importCsv>): Promise<string> => {
    const { account, why } = await made;
    if (why !== undefined) throw new HeldBackError(why, account);
    return account;
  };
  const [directories, book] = [
    ['su-2023.xlsx', 'mh-2024.xlsx'].map((name) => join(folder, name)),
    join(folder, 'x.xlsx'),
  ];
  await writeWorkbook(directories[0] ?? '', [phoenix, { ...phoenix, Name1: 'Verde', Street1: '9 Oak Street' }]);
  await writeWorkbook(directories[1] ?? '', [phoenixMental]);
  const sheet = await readFile('test/data/operator-sheet.csv');
  await writeSheets(book, [
    {
      name: 'Sites',
      rows: sheet
        .toString()
        .trim()
        .split('\n')
        .map((line) => line.split(',').slice(0, 14)),
    },
  ]);
  const services = [
    { f1: 'Type of Care', f2: 'TC', f3: 'Substance use treatment; Detoxification' },
    { f1: 'Service Setting', f2: 'SET', f3: 'Outpatient; Intensive outpatient treatment' },
  ];
  const listed = records.map(({ center: { name, address, phones, location } }) => ({
    ...{ name1: name, street1: address.street, city: address.city, state: address.state, zip: address.zip },
    ...{ phone: phones[0]?.number, latitude: String(location.lat), longitude: location.lng, services },
  }));
  const findTreatment = (file: string, to: To) => importFindTreatment(file, { ...to, asOf: '2026-11-01' });
  const samhsa = (file: string, to: To) =>
    importSamhsa({ ...to, workbooks: [file], states: stateCodes, progress: () => {} });
  return [
    {
      name: 'sheet',
      file: 'a.csv',
      bytes: sheet,
      run: (file, to) => outcome(importCsv(file, { ...to, map: mapping })),
    },
    {
      name: 'workbook',
      file: 'a.xlsx',
      bytes: await readFile(book),
      run: (file, to) => outcome(importCsv(file, { ...to, map: mapping })),
    },
    {
      name: 'own CSV',
      file: 'a.csv',
      bytes: bytes(formats.csv(records, { withPrivate: true })),
      run: (file, to) => outcome(importCsv(file, to)),
    },
    {
      name: 'HSDS',
      file: 'a.json',
      bytes: bytes(formats.hsds(records, { withPrivate: true })),
      run: (file, to) => outcome(importHsds(file, { ...to, source })),
    },
    {
      name: 'FindTreatment',
      file: 'a.json',
      bytes: bytes(JSON.stringify({ page: 1, totalPages: 1, rows: listed })),
      run: findTreatment,
    },
    { name: 'SAMHSA', file: 'su-2023.xlsx', bytes: await readFile(directories[0] ?? ''), run: samhsa },
  ];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const { counts, faults } = await fuzzImporters(wholeNumber('runs', values.runs), wholeNumber('seed', values.seed));
  for (const [name, { written, heldBack, refused }] of counts) {
    console.log(
      `${name.padEnd(14)} ${written} written, ${heldBack} held back with an account, ${refused} refused with a sentence`,
    );
  }
  console.log(`${faults.length} faults`);
  for (const fault of faults.slice(0, 20)) console.log(`\n${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${name} must be a whole number, not "${text}"`);
}

if (import.meta.main) await main();
