import { Command, Option } from 'commander';
import { DataError } from '../../data/records/load.ts';
import { NoDataError } from '../local/data.ts';
import { type Answered, askHere, askServer } from './ask.ts';
import { crisisFirst } from './crisis-first.ts';
import { printAnswer, printProblem } from './print.ts';

/** Options that are the API's own parameters, with what they mean. */
const fields: readonly (readonly [name: string, example: string, meaning: string])[] = [
  ['level', 'iop,php', 'levels of care'],
  ['within', '25mi', 'radius: 25mi, 40km; without it the nearest, however far'],
  ['state', 'AZ', 'a whole state, instead of a place'],
  ['q', 'iop near 85004 medicaid', 'what people type, instead of a place'],
  ['name', 'lantern bridge', "words of a center's or organization's name, alone or beside a place"],
  ['condition', 'alcohol', 'what is treated'],
  ['population', 'women', 'for whom'],
  ['therapy', 'cbt', 'how'],
  ['payer', 'medicaid', 'ways to pay, or an insurer'],
  ['modality', 'telehealth', 'in-person or telehealth'],
  ['schedule', 'evening', 'day, evening or weekend'],
  ['language', 'es', 'BCP 47, such as es or es-MX; ase is American Sign Language'],
  ['housing', 'true', 'whether clients live there'],
  ['max-hours-per-week', '9', 'only schedules that are known and fit'],
  ['max-sessions-per-week', '3', 'likewise'],
  ['max-weeks', '8', 'likewise'],
  ['organization', 'slug', 'only centers that these run'],
  ['confirmed', '30d', 'confirmed by admissions: true, or a longest age'],
  ['accepting', 'true', 'leave out those known to be full or closed'],
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
for (const [name, example, meaning] of fields) program.addOption(new Option(`--${name} <${example}>`, meaning));
program
  .option('--json', 'print the API’s own answer')
  .option('--data <path>', 'a file or folder of centers (default: LOCATOR_DATA, else the listings and the examples)')
  .option('--url <url>', 'ask a running server instead of the data here');

// Before anything is checked: a wrong option must not come before the helplines.
crisisFirst(process.argv.slice(2));
program.parse();
const options = program.opts<Record<string, string | boolean>>();
const query = new URLSearchParams();
const place = program.args.join(' ').trim();
if (place !== '') query.set('near', place);
for (const [name] of fields) {
  const parameter = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const value = options[parameter];
  if (typeof value === 'string') query.set(parameter, value);
}

try {
  process.exitCode = print(await ask());
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

function ask(): Promise<Answered> {
  const { url, data = process.env.LOCATOR_DATA } = options;
  if (typeof url === 'string') return askServer(url, query);
  return askHere(typeof data === 'string' && data !== '' ? data : undefined, query);
}

/** The exit status: 0 for an answer, 1 for a problem. */
function print({ status, body }: Answered): number {
  const failed = status !== 200;
  if (options.json === true) process.stdout.write(`${body}\n`);
  else if (failed) process.stderr.write(printProblem(body));
  else process.stdout.write(printAnswer(body, process.stdout.columns ?? 110));
  return failed ? 1 : 0;
}

function explain(error: unknown): string {
  if (error instanceof DataError || error instanceof NoDataError) return error.message;
  if (error instanceof TypeError && error.cause instanceof Error)
    return `No answer from ${String(options.url)}: ${error.cause.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
