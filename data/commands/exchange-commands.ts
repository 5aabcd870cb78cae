import { existsSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { toText } from '../../functions/records/diff/text.ts';
import { toHtml } from '../diff/html.ts';
import { judgedDifference } from '../diff/judged.ts';
import { exportRecords, type Format, formats } from '../export/run.ts';
import { writeWhole } from '../files/write-whole.ts';
import { type FindTreatmentOptions, importFindTreatment } from '../import/findtreatment.ts';
import { type HsdsOptions, importHsds } from '../import/hsds.ts';
import { importCsv, type Outcome, type SheetOptions } from '../import/sheet.ts';
import { readFormerIds } from '../match/aliases.ts';
import { PROVIDERS_FOLDER } from '../provider-facts/list.ts';
import { loadRecords } from '../records/load.ts';
import { againstTable } from './against-table.ts';
import { printAccount, withContext } from './match-commands.ts';
import { withProviderFacts } from './publish.ts';

interface DiffOptions {
  readonly against: string;
  readonly html?: string;
  readonly endpoint?: string;
  readonly providers: string;
}

const toError = (line: string): void => void process.stderr.write(`${line}\n`);

/** Adds the commands `export` and `diff`, and the imports of everything except SAMHSA's workbooks. */
export function addExchangeCommands(program: Command): void {
  addExport(program);
  addDiff(program);
  const imports = program.commands.find((command) => command.name() === 'import');
  if (imports === undefined) throw new Error('there is no command "import" to add to');
  addImporters(imports);
}

function addExport(program: Command): void {
  program
    .command('export')
    .summary('the whole dataset as JSON, CSV, GeoJSON or HSDS')
    .description(
      'Writes every center of a file or folder, sorted by id. CSV has one row per offering and a column for every field; ' +
        'hsds is the objects of Open Referral HSDS 3. Importing either again gives the same centers.',
    )
    .argument('[path]', 'a file or a folder', 'data/centers')
    .addOption(new Option('--format <format>', 'which format').choices(Object.keys(formats)).makeOptionMandatory())
    .option('--out <file>', 'where to write it (default: standard output)')
    .option('--with-private', 'also what only the admissions team sees', false)
    .action(async (path: string, options: { format: Format; out?: string; withPrivate: boolean }) => {
      const text = await exportRecords(path, options);
      if (text !== null) process.stdout.write(text);
    });
}

function addDiff(program: Command): void {
  program
    .command('diff')
    .summary('what would change: centers added, removed and changed, by field')
    .description(
      'Compares a file or folder of centers with another, as text and, with --html, as one page with a map that makes no ' +
        'requests. Both begin with the consequences: IOPs, phones, ids and confirmations. Centers are matched as by an ' +
        'import with --previous.',
    )
    .argument('<path>', 'the new file or folder')
    .requiredOption('--against <path or table>', 'what is there now: a file, a folder, or a table’s published dataset')
    .option('--endpoint <url>', 'with a table: an engine on this machine instead of AWS')
    .option(
      '--providers <folder>',
      'with a table: the folder with providers.json and what was collected, as with publish',
      PROVIDERS_FOLDER,
    )
    .option('--html <file>', 'also write an HTML page')
    .action(async (path: string, { against, html, endpoint, providers }: DiffOptions) => {
      const { before, after, notes } = existsSync(against)
        ? { before: await loadRecords(against), after: await loadRecords(path), notes: [] }
        : await againstTable(await withProviderFacts(await loadRecords(path), providers, toError), {
            table: against,
            former: await readFormerIds(path),
            ...(endpoint !== undefined && { endpoint }),
          });
      const difference = await judgedDifference(before, after, path);
      if (html !== undefined) await writeWhole(html, toHtml(difference, { before: against, after: path }));
      process.stdout.write([toText(difference), ...notes.map((note) => `${note}\n`)].join(''));
    });
}

function addImporters(imports: Command): void {
  const sheet = (name: string, summary: string, argument: string, about: string): Command =>
    withContext(imports.command(name))
      .summary(summary)
      .description(`${summary}. Writes one .json file per state, all or nothing; the report goes to standard output.`)
      .argument(argument, about)
      .requiredOption('--out <folder>', 'where to write the files');
  sheet(
    'csv',
    'From an operator’s own sheet, or our own CSV export',
    '<file>',
    'a CSV file in UTF-8, or an .xlsx workbook',
  )
    .option(
      '--map <mapping.json>',
      'a JSON file that says what its columns and values mean; data/README.md has an example',
    )
    .option('--sheet <name>', 'which sheet of a workbook, if it has several')
    .action(async (file: string, options: SheetOptions & { map?: string; sheet?: string }) =>
      report(await importCsv(file, options)),
    );
  sheet('hsds', 'From Open Referral HSDS 3', '<path>', 'a JSON file, or a folder with a file for each table')
    .option('--source <text>', '"name @ 2026-11-01", for centers whose file does not say where its facts are from')
    .action(async (path: string, options: HsdsOptions) => report(await importHsds(path, options)));
  withContext(imports.command('findtreatment'))
    .summary('From the JSON or CSV export of FindTreatment.gov')
    .description(
      'From the export of FindTreatment.gov, all its pages. Names of services become codes through their category.',
    )
    .argument('<files...>', 'its JSON pages, a JSON list of them, or its CSV')
    .requiredOption('--as-of <day>', 'the day of the export, such as 2026-11-01', dayOf)
    .requiredOption('--out <folder>', 'where to write the files')
    .action(async (files: string[], options: FindTreatmentOptions) =>
      printAccount(importFindTreatment(files, options)),
    );
}

function dayOf(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
  if (!isDay) throw new InvalidArgumentError('a day is written 2026-11-01.');
  return text;
}

function report({ account, why }: Outcome): void {
  process.stdout.write(account);
  if (why !== undefined) throw new Error(why);
}
