import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { startLoad } from './measure.ts';

const usage = `Usage: npm run load -- [options]

Starts the locator in a process of its own and asks seeded searches over 1, 4, 16, 64 and 256 connections: how many a second,
how long they take, how many were told to try again (429, 503 or 504), and how many were wrong (anything else that is not
200, or another body than the first time). Exits with 1 if one was.

  --seconds <n>    a row of the table                        (default: 10)
  --soak <time>    then 16 connections for so long, such as 30m, and the slope of the memory
  --data <path>    a file or folder of records               (default: as npm start)
  --seed <n>       (default: 1)
  -h, --help
`;
const SOAK_CONNECTIONS = 16;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    soak: { type: 'string' },
    data: { type: 'string' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
const minutes = values.soak === undefined ? 0 : Number(/^(\d{1,3})m$/.exec(values.soak)?.[1] ?? Number.NaN);
if (values.help) process.stdout.write(usage);
else if (!(seconds > 0) || !Number.isSafeInteger(seed) || Number.isNaN(minutes)) {
  process.stderr.write(`--seconds and --seed are numbers, --soak a time such as 30m\n\n${usage}`);
  process.exitCode = 2;
} else {
  const load = await startLoad({ data: values.data, seed });
  try {
    const table = new Table({
      head: ['connections', 'searches', 'a second', 'p50 ms', 'p99 ms', 'busy', 'wrong'],
      style: { head: [], border: [] },
      chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    });
    let wrong = 0;
    await load.row(4, Math.min(5, seconds));
    for (const connections of [1, 4, 16, 64, 256]) {
      const row = await load.row(connections, seconds);
      wrong += row.wrong;
      table.push(
        [
          connections,
          row.searches,
          Math.round(row.perSecond),
          row.p50Ms.toFixed(1),
          row.p99Ms.toFixed(1),
          row.busy,
          row.wrong,
        ].map(String),
      );
    }
    console.log(table.toString());
    if (minutes > 0) {
      const soak = await load.soak(SOAK_CONNECTIONS, minutes, (minute, mb) =>
        process.stderr.write(`${minute.toFixed(1)} min: ${mb.toFixed(0)} MB\n`),
      );
      wrong += soak.wrong;
      console.log(
        `${soak.minutes} minutes over ${SOAK_CONNECTIONS} connections: ${soak.searches} searches, ${soak.wrong} wrong; memory ${soak.firstMb.toFixed(0)} MB at first, ${soak.lastMb.toFixed(0)} MB at last, slope of the second half ${soak.slopeMbAnHour.toFixed(1)} MB an hour`,
      );
    }
    if (wrong > 0) process.exitCode = 1;
  } finally {
    await load.close();
  }
}
