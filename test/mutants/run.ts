import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listNames, type Mutant, mutants, mutated } from './list.ts';
import { testsOf } from './rooms.ts';
import { type Outcome, Workshop } from './workshop.ts';

const help = `npm run mutants -- [options]

Changes one line at a time for the worse, in a copy of the working tree, and runs the tests that should notice. Prints what
noticed, what survived and the score. What was noticed stays known, so that a run that was stopped goes on from there.

Options:
  --list            names the mutants and what is known of each, and runs nothing
  --lists A,B       only these files of test/mutants/lists, without .txt (all)
  --only TEXT       only mutants whose idea or file has this in it; may be repeated
  --again           asks those again that were noticed before
  --limit SECONDS   most time for the tests of one mutant (240)
  --help            this text

The format of a list is in test/mutants/list.ts. A mutant that did not end in time counts as not noticed.
Exits with 1 if less than 90 % were noticed, or a mutant no longer fits its file.
`;
const BAR = 0.9;
const known = new URL('../../node_modules/.cache/mutants.json', import.meta.url);

const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    lists: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    again: { type: 'boolean', default: false },
    limit: { type: 'string', default: '240' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

type Known = Record<string, Outcome>;

async function main(): Promise<void> {
  const outcomes: Known = existsSync(known) ? JSON.parse(readFileSync(known, 'utf8')) : {};
  const wanted = mutants(values.lists?.split(',') ?? listNames()).filter(
    ({ idea, file }) => values.only.length === 0 || values.only.some((text) => `${idea} ${file}`.includes(text)),
  );
  if (values.list) {
    for (const mutant of wanted)
      console.log(`${(outcomes[keyOf(mutant)] ?? 'not run').padEnd(12)} ${mutant.file}: ${mutant.idea}`);
    return;
  }
  const workshop = new Workshop();
  const close = () => {
    workshop.close();
    process.exit(1);
  };
  process.once('SIGINT', close).once('SIGTERM', close);
  try {
    await run(wanted, workshop, outcomes);
  } finally {
    workshop.close();
  }
}

async function run(wanted: readonly Mutant[], workshop: Workshop, outcomes: Known): Promise<void> {
  const limitMs = Number(values.limit) * 1_000;
  const misfits: string[] = [];
  for (const [index, mutant] of wanted.entries()) {
    const before = outcomes[keyOf(mutant)];
    if (before === 'noticed' && !values.again) continue;
    const text = workshop.read(mutant.file);
    let asked: Asked;
    try {
      workshop.write(mutant.file, mutated(mutant, text));
      asked = await ask(mutant, workshop, limitMs);
    } catch (error) {
      misfits.push(error instanceof Error ? error.message : String(error));
      continue;
    } finally {
      workshop.write(mutant.file, text);
    }
    const { outcome, by } = asked;
    // A failure only counts if the tests pass without the mutant.
    if (outcome === 'noticed' && !(await passes(by, workshop, limitMs))) {
      misfits.push(`${by} fails without any mutant`);
      continue;
    }
    outcomes[keyOf(mutant)] = outcome;
    remember(outcomes);
    console.log(
      `${index + 1}/${wanted.length} ${outcome.padEnd(12)} ${mutant.file}: ${mutant.idea}${by === '' ? '' : ` (${by})`}`,
    );
  }
  report(wanted, outcomes, misfits);
}

interface Asked {
  readonly outcome: Outcome;
  /** The test file or folder that failed or was running. Empty if all tests passed. */
  readonly by: string;
}

async function ask(mutant: Mutant, workshop: Workshop, limitMs: number): Promise<Asked> {
  const ends = Date.now() + limitMs;
  for (const by of testsFor(mutant, workshop)) {
    const outcome = await workshop.test([by], Math.max(1, ends - Date.now()));
    if (outcome !== 'survived') return { outcome, by };
  }
  return { outcome: 'survived', by: '' };
}

/** The tests that a mutant names, then its room's: existing ones, each once. */
function testsFor({ file, tests }: Mutant, workshop: Workshop): string[] {
  return [...new Set([...tests, ...testsOf(file)])].filter((name) => workshop.exists(name));
}

const passed = new Set<string>();

/** True if the tests pass without a mutant. Tests that passed once are not run again for this. */
async function passes(tests: string, workshop: Workshop, limitMs: number): Promise<boolean> {
  if (!passed.has(tests) && (await workshop.test([tests], limitMs * 2)) === 'survived') passed.add(tests);
  return passed.has(tests);
}

function remember(outcomes: Known): void {
  mkdirSync(dirname(fileURLToPath(known)), { recursive: true });
  writeFileSync(known, JSON.stringify(outcomes, null, 1));
}

function report(wanted: readonly Mutant[], outcomes: Known, misfits: readonly string[]): void {
  const of = (outcome: Outcome) => wanted.filter((mutant) => outcomes[keyOf(mutant)] === outcome);
  const score = of('noticed').length / Math.max(1, wanted.length - misfits.length);
  console.log(`\n${of('noticed').length} of ${wanted.length - misfits.length} noticed: ${(100 * score).toFixed(1)} %`);
  for (const outcome of ['survived', 'out of time'] as const)
    for (const { file, idea } of of(outcome)) console.log(`  ${outcome}: ${file}: ${idea}`);
  for (const misfit of misfits) console.log(`  no longer fits: ${misfit}`);
  if (score < BAR || misfits.length > 0) process.exitCode = 1;
}

/** The key of a mutant. If the mutant's text changes, it gets another key. */
function keyOf({ file, from, to }: Mutant): string {
  return hash('sha256', JSON.stringify([file, from, to]), 'base64url').slice(0, 16);
}

if (values.help) process.stdout.write(help);
else await main();
