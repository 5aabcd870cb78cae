import { Command, Option } from 'commander';
import { DataError } from '../../../data/records/load.ts';
import { fieldNames, fields } from '../../../functions/domain/fields.ts';
import { NoDataError } from '../../local/data.ts';
import { type Answered, askHere, askServer } from './ask.ts';
import { crisisFirst } from './crisis-first.ts';
import { optionOf, printAnswer, printProblem } from './print.ts';

/** The options that are parameters of the API, each with an example and its meaning. */
const options: readonly (readonly [parameter: string, example: string, meaning: string])[] = [
  ['within', '25mi', 'radius: 25mi, 40km; without it the nearest, however far'],
  ['state', 'AZ', 'a whole state, instead of a place'],
  ['q', 'iop near 85004 medicaid', 'what people type, instead of a place'],
  ['name', 'lantern bridge', "words of a center's or organization's name, alone or beside a place"],
  ...fieldNames.map((name) => [name, String(fields[name].example), fields[name].option] as const),
  ['include', 'unknown', 'centers in doubt too: their listing cannot say'],
  ['limit', '10', '1 to 50'],
];

const program = new Command('npm run near --')
  .description('Finds the nearest centers that offer a program.')
  .argument('[place...]', 'a ZIP, a place such as "Phoenix, AZ", or a point such as 33.4484,-112.0740')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run near -- 85004 --level iop --within 25mi\n  npm run near -- Spokane WA --level php --payer medicaid --json',
  )
  .showHelpAfterError('(--help lists the options)')
  .allowExcessArguments();
for (const [name, example, meaning] of options)
  program.addOption(new Option(`${optionOf(name)} <${example}>`, meaning));
program
  .option('--json', 'print the API’s own answer')
  .option('--data <path>', 'a file or folder of centers (default: LOCATOR_DATA, else the listings and the examples)')
  .option('--url <url>', 'ask a running server instead of the data here');

// The helplines come before any check, so that an error about an option is never printed above them.
crisisFirst(process.argv.slice(2));
program.parse();
const given = program.opts<Record<string, string | boolean>>();
const query = new URLSearchParams();
const place = program.args.join(' ').trim();
if (place !== '') query.set('near', place);
for (const [name] of options) {
  const value = given[name];
  if (typeof value === 'string') query.set(name, value);
}

try {
  process.exitCode = print(await ask());
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

function ask(): Promise<Answered> {
  const { url, data = process.env.LOCATOR_DATA } = given;
  if (typeof url === 'string') return askServer(url, query);
  return askHere(typeof data === 'string' && data !== '' ? data : undefined, query);
}

/** Returns the exit code: 0 for an answer, 1 for a problem. */
function print({ status, body }: Answered): number {
  const failed = status !== 200;
  if (given.json === true) process.stdout.write(`${body}\n`);
  else if (failed) process.stderr.write(printProblem(body));
  else process.stdout.write(printAnswer(body, process.stdout.columns ?? 110));
  return failed ? 1 : 0;
}

function explain(error: unknown): string {
  if (error instanceof DataError || error instanceof NoDataError) return error.message;
  if (error instanceof TypeError && error.cause instanceof Error)
    return `No answer from ${String(given.url)}: ${error.cause.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
