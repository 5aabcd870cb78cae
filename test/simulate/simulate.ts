import { parseArgs } from 'node:util';
import { installHooks } from './hooks.ts';
import { simulatedMutants } from './mutants.ts';

const usage = `Usage: npm run simulate -- [options]

Lets publishers, editors, agents, collections, purges, rollbacks and searches work on one table at once, in every order that
chance brings: requests are late, throttled, lost, carried out twice, and processes end in between. Holds everything that
happens against what was promised. The code is the real one; time, table and chance are simulated, so that a run can be
repeated: a failure is printed with its seed and the fewest steps that bring it about.

  --seed <n>         of the first run; each run after it takes the next one   (default: 1)
  --steps <n>        requests to the table, such as 2e6                       (default: 200000)
  --calls <n>        calls a run                                              (default: 60)
  --mutant <name>    with this fault in the code; --list names them
  -h, --help
`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '200000' },
    calls: { type: 'string', default: '60' },
    mutant: { type: 'string' },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const mutant = simulatedMutants.find(({ name }) => name === values.mutant) ?? null;
const [seed, steps, calls] = [values.seed, values.steps, values.calls].map(Number) as [number, number, number];
if (values.help) process.stdout.write(usage);
else if (values.list) for (const { name } of simulatedMutants) console.log(name);
else if (values.mutant !== undefined && mutant === null) fail(`there is no mutant "${values.mutant}"`);
else if (![seed, steps, calls].every((number) => Number.isSafeInteger(number) && number > 0))
  fail('--seed, --steps and --calls are whole numbers above 0');
else {
  // The hooks must be installed before any code under test is loaded.
  installHooks(mutant);
  const { report } = await import('./report.ts');
  process.exitCode = await report({ seed, steps, calls });
}

function fail(reason: string): void {
  process.stderr.write(`${reason}\n\n${usage}`);
  process.exitCode = 2;
}
