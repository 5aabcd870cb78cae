import { type Command, InvalidArgumentError } from 'commander';
import { ofTable } from './publish-commands.ts';
import type { TableOptions } from './publish-table.ts';
import { type RestoreCommand, restore, verify } from './restore.ts';

/** Adds `verify`, which checks a whole table, and `restore`, which brings a backup back in a new table. */
export function addRestoreCommands(program: Command): void {
  ofTable(program.command('verify'))
    .summary('check that a table is whole: every page of every version, and what people added')
    .description('Reads everything that the table holds and checks it. Changes nothing; exits with 1 if it is damaged.')
    .action(async (options: TableOptions) => {
      process.stdout.write(await verify(options));
    });
  ofTable(program.command('restore'))
    .summary('bring a backup back in a new table, and check it')
    .description(
      'Restores the table’s point-in-time backup into a new table, turns on again what a restore leaves out (backups, ' +
        'expiry, deletion protection), checks the new table and says how to point the stack to it. The old table stays.',
    )
    .requiredOption('--to <name>', 'the new table')
    .option('--at <instant>', 'such as 2026-11-30T01:00:00Z (default: the latest moment)', instantOf)
    .action(async (options: RestoreCommand) => {
      process.stdout.write(await restore(options, (line) => void process.stderr.write(`${line}\n`)));
    });
}

function instantOf(text: string): string {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('a moment is in UTC, such as 2026-11-30T01:00:00Z.');
}
