import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type State, stateCodes, stateNames } from '../functions/domain/state.ts';
import { describeFinding } from '../functions/records/check/finding.ts';
import { addCheckFactsCommand } from './commands/check-facts.ts';
import { addCollectFactsCommand } from './commands/collect-facts.ts';
import { addConfirmCommand, addCorrectCommands } from './commands/correct-commands.ts';
import { addCost } from './commands/cost.ts';
import { addExchangeCommands } from './commands/exchange-commands.ts';
import { FailedCheck } from './commands/failed-check.ts';
import { addMatchCommands, printAccount, withContext } from './commands/match-commands.ts';
import { addPublishCommands } from './commands/publish-commands.ts';
import { addPurgeCommands } from './commands/purge-commands.ts';
import { addRestoreCommands } from './commands/restore-commands.ts';
import type { ContextOptions } from './import/context.ts';
import { importSamhsa } from './import/run.ts';
import { reviewRecords } from './records/review.ts';

/**
 * Runs one command of `npm run data --`. Prints to stdout and stderr.
 * @returns the exit code: 0, or 1 if something is wrong
 */
export async function runData(args: readonly string[]): Promise<number> {
  try {
    await makeProgram().parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof FailedCheck))
      console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

function makeProgram(): Command {
  const program = new Command('npm run data --')
    // All commands inherit this: a wrong option throws an error here, and does not end the process.
    .exitOverride()
    .description('Checks, imports, corrects and publishes the records of treatment centers.')
    .usage('<command> [options]')
    .helpOption('-h, --help', 'show this help, or a command’s')
    .helpCommand(false)
    .showHelpAfterError('(--help shows the options)')
    .configureHelp({ helpWidth: 110 })
    .addHelpText(
      'after',
      `
Examples:
  npm run data -- validate
  npm run data -- validate data/examples.json
  npm run data -- import samhsa su-2023.xlsx mh-2024.xlsx --coordinates points.csv --out imported
  npm run data -- export --format csv --out centers.csv

data/README.md explains what the records are and where they come from.`,
    );

  program
    .command('validate')
    .summary('name every fault of the records, by file and line')
    .description(
      'Checks a file of records, or every .json file of a folder, and names every fault: file, line and column, ' +
        'the record, the place in it and what would be right. Exits with 1 if there are faults.',
    )
    .argument('[path]', 'a file or a folder', 'data/centers')
    .option('--strict', 'exit with 1 for warnings too')
    .action(validate);

  const imports = program
    .command('import')
    .summary('make records from a directory, a sheet or another publisher’s dataset')
    .description('Makes records from a directory, a sheet or another publisher’s dataset.')
    .helpCommand(false);

  withContext(imports.command('samhsa'))
    .summary('from the workbooks of SAMHSA’s National Directories')
    .description(
      'Makes records of SAMHSA’s National Directories of substance-use and mental-health treatment facilities: one ' +
        '.json file for each state, written only when all is well. Rows about the same center become one record. ' +
        'The closing report goes to standard output, progress to standard error.',
    )
    .argument('<workbook...>', 'the .xlsx files as published; their columns are found by name')
    .requiredOption('--out <folder>', 'where to write the files')
    .option('--coordinates <csv>', 'points looked up for the listings (default: the point of each center’s ZIP)')
    .addOption(
      new Option('--states <list>', 'which states, such as AZ,CA')
        .argParser(statesOf)
        .default([...stateCodes], stateCodes.join(',')),
    )
    .option('--year <year>', 'the directories’ year, if the files’ names do not give it', yearOf)
    .action(async (workbooks: string[], options: ImportOptions) => {
      const progress = (line: string): void => void process.stderr.write(`${line}\n`);
      await printAccount(importSamhsa({ ...options, workbooks, progress }));
    });

  addCost(program);
  addPublishCommands(program);
  addExchangeCommands(program);
  addCorrectCommands(program);
  addConfirmCommand(program);
  addPurgeCommands(program);
  addRestoreCommands(program);
  addMatchCommands(program);
  addCheckFactsCommand(program);
  addCollectFactsCommand(program);
  return program;
}

interface ImportOptions extends ContextOptions {
  readonly coordinates?: string;
  readonly states: State[];
  readonly year?: number;
  readonly skipRefused?: boolean;
}

async function validate(path: string, { strict = false }: { readonly strict?: boolean }): Promise<void> {
  const { centers, files, findings, notes } = await reviewRecords(path, { thorough: true });
  for (const finding of findings) console.log(describeFinding(finding));
  for (const note of notes) console.log(note);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const faults = findings.length - warnings;
  const all = [
    faults > 0 ? count(faults, 'fault') : 'no faults',
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  console.log(`checked ${count(centers, 'center')} in ${count(files, 'file')}: ${all.join(', ')}`);
  if (faults > 0 || (strict && warnings > 0)) throw new FailedCheck();
}

function statesOf(list: string): State[] {
  const codes = list.split(',').map((code) => code.trim().toUpperCase());
  const wrong = codes.filter((code) => !Object.hasOwn(stateNames, code));
  if (wrong.length > 0) {
    throw new InvalidArgumentError(`"${wrong.join(', ')}" is not among ${stateCodes.join(', ')}.`);
  }
  return stateCodes.filter((code) => codes.includes(code));
}

function yearOf(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('a year has four digits, such as 2023.');
  return Number(text);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
