import { parseArgs } from 'node:util';
import { killRun } from './kill-run.ts';

const usage = `Usage: node test/publish/kills.ts [--centers 20000] [--kills 200] [--seed 1]

Kills publishes of so many centers at seeded moments while searches go on, and prints what became of both: about five
minutes. Ends with an error where an answer was mixed or failed.
`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    centers: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const report = await killRun({
  centers: Number(values.centers),
  kills: Number(values.kills),
  killsADataset: 20,
  seed: Number(values.seed),
  progress: (line) => process.stderr.write(`${line}\n`),
});
const rows: [string, string | number][] = [
  ['centers', values.centers],
  ['kills (SIGKILL)', report.kills],
  ['before the first write', report.beforeFirstWrite],
  ['strictly between the first write and the last', report.between],
  ['after HEAD moved', report.afterLastWrite],
  ['publishes that completed the work', report.completed],
  ['searches meanwhile', report.searches],
  ['mixed answers', report.mixed],
  ['failed answers', report.failed],
  ['two publishers at once', report.race.join(', ')],
];
console.log(rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n'));
for (const fault of report.faults.slice(0, 10)) console.log(fault);
const missed = [
  ...(report.mixed + report.failed > 0 ? ['an answer was mixed or failed'] : []),
  ...(report.between < report.kills * 0.75 ? ['fewer than three kills in four fell between first write and last'] : []),
  ...(report.completed === 0 ? ['no publish completed the work'] : []),
  ...(report.race.join() === 'published,told'
    ? []
    : ['of two publishers at once not exactly one won and one was told']),
];
for (const what of missed) console.log(`missed: ${what}`);
if (missed.length > 0) process.exitCode = 1;
