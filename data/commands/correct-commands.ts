import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ConfirmCommand, confirmOffering } from './confirm.ts';
import { type CorrectCommand, correctCenter, describeHistory, showCorrections } from './correct.ts';
import { ofTable } from './publish-commands.ts';
import type { TableOptions } from './publish-table.ts';

/** Adds `confirm`. Its options are not checked here, because the command itself reports every fault at once. */
export function addConfirmCommand(program: Command): void {
  ofTable(program.command('confirm'))
    .summary('record what admissions said about an offering of a published center')
    .description(
      'Records that admissions confirmed or denied that a center offers a program, and publishes it; readers have it within ' +
        'five seconds. No import erases it. A denied offering leaves the searches; a confirmed one is stale after --until.',
    )
    .argument('<center>', 'the center’s id')
    .argument('<offering>', 'the offering’s id; it may leave the center’s out, such as iop')
    .option('--state <state>', 'confirmed or denied')
    .option('--clear', 'remove what was recorded: unconfirmed again')
    .option('--by <name>', 'the staff member whom admissions told; never a caller')
    .option('--until <day>', 'until when a confirmation holds, such as 2026-12-31 (90 days)')
    .addHelpText(
      'after',
      `
Examples:
  npm run data -- confirm mesa-house-phoenix-1x2y3z iop --state confirmed --by kim --until 2026-12-31 --table NAME
  npm run data -- confirm mesa-house-phoenix-1x2y3z iop --clear --by kim --table NAME`,
    )
    .action(async (center: string, offering: string, options: ConfirmCommand) => {
      process.stdout.write(await confirmOffering(center, offering, options));
    });
}

/**
 * Adds `correct`, which corrects facts of a published center, and `history`, which lists what people said about it.
 * `override` is the former name of `correct`; scripts may still use it.
 */
export function addCorrectCommands(program: Command): void {
  addCorrect(program.command('correct'));
  addCorrect(program.command('override', { hidden: true }));
  ofTable(program.command('history'))
    .summary('everything that people confirmed, denied or corrected about a center')
    .description(
      'Lists everything that was ever confirmed, denied, corrected or cleared for a center: when, by whom, why; oldest first.',
    )
    .argument('<center>', 'the center’s id')
    .action(async (center: string, options: TableOptions) => {
      process.stdout.write(await describeHistory(center, options));
    });
}

function addCorrect(command: Command): void {
  ofTable(command)
    .summary('correct a fact of a published center, so that no import undoes it')
    .description(
      'Lays corrections over the imported facts of one center and publishes it; readers have it within five seconds. ' +
        'Imports never undo them; a publish names those whose imported fact has changed since. Without --set and --clear it ' +
        'shows what is corrected.',
    )
    .argument('<center>', 'the center’s id')
    .option(
      '--set <path=value>',
      'such as phones.0.number=+16023441234, closed=true, website=null; may be repeated',
      collect,
      [],
    )
    .addOption(
      new Option('--clear [path]', 'remove a correction, or all of them; may be repeated')
        .preset('all')
        .argParser((path: string, before: readonly string[]) => [...before, path])
        .default([], 'none'),
    )
    .option('--reason <text>', 'one line on how it is known: about the center, never about a caller')
    .option('--by <name>', 'who says so', userInfo().username)
    .addHelpText(
      'after',
      `
Paths: name, alternateNames, organization.name, address.street, location.lat, phones.0.number, phones.0.extension, website,
unknownLevels, closed, and offerings.<id>.level, .schedule, .payers, .housing, .intake and so on; an offering’s id may leave
the center’s out. A value is a text or JSON: --set 'offerings.iop.schedule.hoursPerWeek={"min":9,"max":12}'`,
    )
    .action(async (center: string, options: CorrectCommand) => {
      const changes = options.set.length > 0 || options.clear.length > 0;
      process.stdout.write(await (changes ? correctCenter(center, options) : showCorrections(center, options)));
    });
}

function collect(text: string, before: readonly string[]): readonly string[] {
  if (!/^[^=\s]+=/.test(text)) throw new InvalidArgumentError('a correction is path=value, such as name=Mesa House.');
  return [...before, text];
}
