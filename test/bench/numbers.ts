/**
 * `npm run numbers`: runs the commands of README's table "Measured" one after another. Prints each row of the table
 * beside what its command prints today, so that a reader can compare them: the program judges nothing. All rows
 * together take some hours; `--list` shows them.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Measured, measuredRows } from './numbers-table.ts';

/** The last lines that a command printed, its exit code and its duration. */
interface Ran {
  readonly code: number;
  readonly seconds: number;
  readonly last: readonly string[];
}

const usage = `Usage: npm run numbers -- [options]

Runs each command of README's table "Measured" and prints what the table says beside what the command prints.

  --list             the rows with their numbers; runs nothing
  --only <numbers>   rows to run, such as 1,4       (default: all)
  --lines <n>        last lines of each output      (default: 12)
  -h, --help
`;

const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    only: { type: 'string' },
    lines: { type: 'string', default: '12' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const root = fileURLToPath(new URL('../..', import.meta.url));
const rows = await measuredRows();
const wanted = values.only?.split(',').map(Number) ?? rows.map((_, at) => at + 1);
const wrong = wanted.filter((number) => rows[number - 1] === undefined);
const lines = Number(values.lines);
if (wrong.length > 0 || !Number.isInteger(lines) || lines < 1) {
  console.error(`--only takes numbers from 1 to ${rows.length}, and --lines a whole number from 1.\n\n${usage}`);
  process.exit(1);
}
/** The result of each command. Rows with the same command share it. */
const ran = new Map<string, Ran>();
for (const [at, row] of rows.entries()) {
  if (!wanted.includes(at + 1)) continue;
  console.log(`\n${at + 1}. ${row.claim}\n   README: ${row.value}\n   $ ${row.command}`);
  if (values.list) continue;
  const known = ran.get(row.command);
  const { code, seconds, last } = known ?? (await run(row, lines));
  ran.set(row.command, { code, seconds, last });
  for (const line of last) console.log(`   | ${line}`);
  console.log(`   exit ${code} after ${seconds} s`);
  if (code !== 0) process.exitCode = 1;
}

/**
 * Runs the command of one row in the project's root folder. Passes on its error output, so that its progress is seen.
 */
function run({ command }: Measured, most: number): Promise<Ran> {
  const begun = Date.now();
  const child = spawn(command, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const last: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.trim() === '') return;
    last.push(line);
    if (last.length > most) last.shift();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, seconds: Math.round((Date.now() - begun) / 1000), last }));
  });
}
