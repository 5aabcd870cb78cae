import { planOf } from './plan.ts';
import { type Counts, run } from './run.ts';
import { shrink } from './shrink.ts';

export interface ReportOptions {
  readonly seed: number;
  /** Number of requests to simulate. The run that reaches this number is still completed. */
  readonly steps: number;
  /** Calls per run. */
  readonly calls: number;
}

// The process's own clock, saved before a run replaces it.
const clock = performance.now.bind(performance);
const MOST_LINES = 400;
const REQUESTS_A_LINE = 25_000;

/** Runs the plans of one seed after another, and prints what happened. @returns the exit code */
export async function report({ seed: first, steps, calls }: ReportOptions): Promise<number> {
  const started = clock();
  const all: Counts[] = [];
  let requests = 0;
  for (let seed = first; requests < steps; seed += 1) {
    const plan = planOf(seed, calls);
    const { counts, violation } = await run(plan, seed);
    if (violation !== null) return explain(seed, plan.length, violation);
    all.push(counts);
    const before = Math.floor(requests / REQUESTS_A_LINE);
    requests += counts.requests;
    if (Math.floor(requests / REQUESTS_A_LINE) > before)
      process.stderr.write(`${requests.toLocaleString('en-US')} requests, seeds ${first} to ${seed}: no violation\n`);
  }
  const seconds = (clock() - started) / 1000;
  const sum = (pick: (counts: Counts) => number): string =>
    all.reduce((total, counts) => total + pick(counts), 0).toLocaleString('en-US');
  const rows: readonly (readonly [string, string])[] = [
    ['runs', `${all.length}, seeds ${first} to ${first + all.length - 1}`],
    ['requests to the table', sum((counts) => counts.requests)],
    ...[...new Set(all.flatMap(({ kinds }) => Object.keys(kinds)))].map(
      (kind) => [`calls: ${kind}`, sum(({ kinds }) => kinds[kind] ?? 0)] as const,
    ),
    ['moves of HEAD, each complete and told of', sum(({ heads }) => heads)],
    ['processes that ended in the middle', sum(({ ended }) => ended)],
    ['requests throttled', sum(({ throttled }) => throttled)],
    ['requests carried out without an answer', sum(({ lostAnswers }) => lostAnswers)],
    ['requests carried out twice', sum(({ repeated }) => repeated)],
    ['searches, each exact for the dataset it read', sum(({ searches }) => searches)],
    ['searches that ended in a clean error', sum(({ unavailable }) => unavailable)],
    ['final datasets equal to a build of their records', sum(({ rebuilt }) => rebuilt)],
    ['violations', '0'],
    ['seconds', `${seconds.toFixed(1)} (${Math.round(requests / seconds).toLocaleString('en-US')} requests a second)`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) console.log(`${name.padEnd(width)}  ${value}`);
  return 0;
}

async function explain(seed: number, calls: number, violation: string): Promise<number> {
  console.log(`seed ${seed}: ${violation}`);
  const { plan, outcome } = await shrink(planOf(seed, calls), seed);
  console.log(`\nThe fewest calls that bring it about (${plan.length} of ${calls}):`);
  const { trace } = outcome;
  const skipped = Math.max(0, trace.length - MOST_LINES);
  if (skipped > 0) console.log(`(${skipped} lines before)`);
  for (const line of trace.slice(skipped)) console.log(line);
  console.log(`\n${outcome.violation}`);
  console.log(`\nAgain: npm run simulate -- --seed ${seed} --steps 1${calls === 60 ? '' : ` --calls ${calls}`}`);
  return 1;
}
