import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { faultKinds, measureFaults } from './measure.ts';

const usage = `Usage: npm run faults -- [options]

Asks searches of the deployed handler and client through a proxy that spoils 1, 10, 50 or 100 % of the requests to the
table, one kind of fault after the other, and prints what became of them: exact, a clean 503, wrong, or no answer in the nine
seconds that the gateway waits. Exits with 1 if one was wrong or hung. About five minutes.

  --searches <n>   a row of the table      (default: 150)
  --only <kind>    ${faultKinds.join(', ')}; may be repeated
  --seed <n>       (default: 1)
  -h, --help
`;

const { values } = parseArgs({
  options: {
    searches: { type: 'string', default: '150' },
    only: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const unknown = values.only.filter((kind) => !(faultKinds as readonly string[]).includes(kind));
const [searches, seed] = [Number(values.searches), Number(values.seed)];
if (values.help) process.stdout.write(usage);
else if (unknown.length > 0 || !Number.isSafeInteger(searches) || searches < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write(
    `${unknown.length > 0 ? `there is no fault "${unknown[0]}"` : 'a number is missing'}\n\n${usage}`,
  );
  process.exitCode = 2;
} else {
  const cells = await measureFaults({
    ...{ searches, seed, shares: [0.01, 0.1, 0.5, 1] },
    kinds: values.only.length === 0 ? faultKinds : faultKinds.filter((kind) => values.only.includes(kind)),
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  const table = new Table({
    head: ['fault', 'of requests', 'exact', 'clean 503', 'wrong', 'hang', 'p50 / max ms', 'engine requests a search'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const { kind, share, exact, unavailable, wrong, hang, p50Ms, maxMs, requests } of cells) {
    const times = `${Math.round(p50Ms)} / ${Math.round(maxMs)}`;
    table.push([kind, `${share * 100} %`, exact, unavailable, wrong, hang, times, requests.toFixed(1)].map(String));
  }
  console.log(table.toString());
  const sum = (pick: (cell: (typeof cells)[number]) => number) => cells.reduce((total, cell) => total + pick(cell), 0);
  const [wrong, hang] = [sum((cell) => cell.wrong), sum((cell) => cell.hang)];
  console.log(`${sum((cell) => cell.searches)} searches: ${wrong} wrong, ${hang} without an answer in 9 s`);
  if (wrong + hang > 0) process.exitCode = 1;
}
