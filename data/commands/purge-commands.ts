import type { Command } from 'commander';
import { ofTable } from './publish-commands.ts';
import type { TableOptions } from './publish-table.ts';
import { describeAudit, type PurgeCommand, purgeCenter } from './purge.ts';

/** Adds `purge`, which withdraws a center, and `audit`, which lists who changed what readers see. */
export function addPurgeCommands(program: Command): void {
  ofTable(program.command('purge'))
    .summary('withdraw a center from every version, such as a shelter whose address must not be known')
    .description(
      'Withdraws a center: from what readers see, from every version that can be brought back, with all that people added ' +
        'to it. No import brings it back. Safe to repeat; run it twice, the second time an hour later.',
    )
    .argument('<center>', 'the center’s id')
    .option('--distribution <id>', 'also invalidate everything (/*) in this CloudFront distribution')
    .option('--cdn-endpoint <url>', 'CloudFront’s control plane on this machine instead of AWS')
    .option('--allow-again', 'the center may be published again')
    .action(async (center: string, options: PurgeCommand) => {
      process.stdout.write(await purgeCenter(center, options));
    });
  ofTable(program.command('audit'))
    .summary('who published, confirmed, corrected, rolled back and purged')
    .description('Lists every change of what readers see, newest first: when, which version, what and by whom.')
    .option('--center <id>', 'only purges of this center, of which the table keeps a hash')
    .action(async (options: TableOptions & { center?: string }) => {
      process.stdout.write(await describeAudit(options));
    });
}
