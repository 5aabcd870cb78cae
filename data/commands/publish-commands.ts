import { type Command, InvalidArgumentError } from 'commander';
import { PROVIDERS_FOLDER } from '../provider-facts/list.ts';
import { FailedCheck } from './failed-check.ts';
import { collectTable, listVersions, type PublishCommand, publishFolder, rollbackTable } from './publish.ts';
import type { TableOptions } from './publish-table.ts';
import { type UploadOptions, upload } from './upload.ts';

const toError = (line: string): void => void process.stderr.write(`${line}\n`);
const SECONDS = { h: 3_600, d: 86_400 } as const;

/** Adds the commands that publish to a table and maintain it. Reports go to stdout, progress to stderr. */
export function addPublishCommands(program: Command): void {
  ofTable(program.command('publish'))
    .summary('publish records to a table, all or nothing')
    .description(
      'Publishes a file of records, or every .json file of a folder. Readers see the old dataset until the new ' +
        'one is complete. What the table holds already is not written again, so an interrupted publish can simply be repeated. ' +
        'What admissions teams confirmed stays.',
    )
    .argument('[path]', 'a file or a folder', 'data/centers')
    .option('--dry-run', 'write nothing; say what would be written')
    .option(
      '--allow-drop',
      'go ahead even if much would be lost: 10 % of centers or ids, 20 % of a level, 25 % of either in a state',
    )
    .option('--with-examples', 'also the fictional centers of data/examples.json')
    .option('--providers <folder>', 'the folder with providers.json and what was collected', PROVIDERS_FOLDER)
    .action(async (path: string, options: PublishCommand) => {
      process.stdout.write(await publishFolder(path, options, toError));
    });
  program
    .command('upload')
    .summary('put records into the bucket of a deployment, which checks and publishes them')
    .description(
      'Puts a file of records, or a folder’s, into the bucket as one file; a function checks it as `validate` does and ' +
        'publishes it, and this waits for its report. Exits with 1 if it was refused; then nothing changes.',
    )
    .argument('[path]', 'a file or a folder', 'data/centers')
    .requiredOption('--bucket <name>', 'the bucket, as a deployment prints it')
    .option('--providers <folder>', 'the folder with providers.json and what was collected', PROVIDERS_FOLDER)
    .option('--endpoint <url>', 'a bucket on this machine instead of AWS', endpointOf)
    .option(
      '--allow-drop',
      'go ahead even if much would be lost: 10 % of centers or ids, 20 % of a level, 25 % of either in a state',
    )
    .option('--no-wait', 'do not wait for the report')
    .action(async (path: string, options: UploadOptions) => {
      const { account, ok } = await upload(path, options);
      process.stdout.write(account);
      if (!ok) throw new FailedCheck();
    });
  ofTable(program.command('versions'))
    .summary('list the published versions that can be brought back')
    .description('Lists the versions that can be brought back, newest first.')
    .action(async (options: TableOptions) => void process.stdout.write(await listVersions(options)));
  ofTable(program.command('rollback'))
    .summary('bring back the previous version, or another')
    .description('Moves HEAD to a version that is still kept. Readers follow within five seconds.')
    .option('--to <version>', 'a version that `versions` lists (default: the previous one)')
    .action(async (options: TableOptions & { to?: string }) => {
      process.stdout.write(await rollbackTable(options));
    });
  ofTable(program.command('collect'))
    .summary('remove what no kept version needs')
    .description(
      'Removes versions that were replaced long enough ago, except the current one and the one before it, and then the ' +
        'pages that no kept version needs. Publishing may continue meanwhile, and you may stop and restart this.',
    )
    .option('--older-than <age>', 'such as 1d or 12h: how long a replaced version is kept', ageOf, SECONDS.d)
    .action(async (options: TableOptions & { olderThan: number }) => {
      process.stdout.write(await collectTable(options, toError));
    });
}

export const ofTable = (command: Command): Command =>
  command
    .requiredOption('--table <name>', 'the table, as a deployment prints it')
    .option('--endpoint <url>', 'an engine on this machine instead of AWS', endpointOf);

function endpointOf(url: string): string {
  if (URL.canParse(url) && /^https?:/.test(url)) return url;
  throw new InvalidArgumentError('a URL begins with http://, such as http://127.0.0.1:8000.');
}

/** Parses a duration such as `12h` or `1d`. @returns seconds */
function ageOf(age: string): number {
  const [, number, unit] = /^(\d{1,4})([hd])$/.exec(age) ?? [];
  if (number === undefined || (unit !== 'h' && unit !== 'd')) {
    throw new InvalidArgumentError('an age is hours or days, such as 12h or 1d.');
  }
  return Number(number) * SECONDS[unit];
}
