import { parseArgs } from 'node:util';
import { day, printedDay } from './day.ts';
import { startFront, startFrontWithIssuer } from './front.ts';
import { printedRace, race } from './race.ts';
import { printedReplay, replayQueues } from './replay.ts';
import { printedToPublic, toPublic } from './to-public.ts';
import { printedTokens, tokenTable } from './token-table.ts';

const parts = ['public', 'tokens', 'races', 'replay', 'day'] as const;
const help = `npm run agents -- [options]

Serves what the stack declares on this machine and asks it, over HTTP, as the admissions team would:

  public   how long it takes from a key press to a public answer that has the fact
  tokens   every route with every kind of token: token, route, status, type of the problem
  races    20 agents at one fact
  replay   1,000 writes that were queued during an outage, with answers lost on the way
  day      200 lookups, facts, corrections and sign-ins; then a search of every log line, stored item, published page and public
           answer for tokens, typed searches, callers' data and private fields

Exits with 1 if anything was wrong.

Options:
  --only PARTS   a comma list of these (${parts.join(',')})
  --agents N     how many race (20)
  --writes N     how many were queued (1000)
  --help         this text
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: parts.join(',') },
    agents: { type: 'string', default: '20' },
    writes: { type: 'string', default: '1000' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

function wholeNumber(name: 'agents' | 'writes'): number {
  if (/^[1-9]\d{0,4}$/.test(values[name])) return Number(values[name]);
  throw new Error(`--${name} must be a whole number, not "${values[name]}"`);
}

function show(text: string, isRight: boolean): void {
  console.log(`${text}\n`);
  if (!isRight) process.exitCode = 1;
}

async function main(): Promise<void> {
  const only = values.only.split(',');
  const unknown = only.filter((name) => !(parts as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`--only takes ${parts.join(', ')}, not "${unknown.join(', ')}"`);
  if (only.some((name) => name !== 'day')) {
    const front = await startFrontWithIssuer();
    try {
      if (only.includes('public')) show(printedToPublic(await toPublic(front, 10)), true);
      if (only.includes('races')) {
        const raced = await race(front, wholeNumber('agents'));
        show(printedRace(raced), raced.faults.length === 0);
      }
      if (only.includes('replay')) {
        const replayed = await replayQueues(front, { writes: wholeNumber('writes'), devices: 10 });
        show(printedReplay(replayed), replayed.faults.length === 0);
      }
      if (only.includes('tokens')) {
        const rows = await tokenTable(front);
        show(
          printedTokens(rows),
          rows.every(({ status, wanted }) => status === wanted),
        );
      }
    } finally {
      await front.close();
    }
  }
  if (only.includes('day')) {
    const front = await startFront();
    try {
      const report = await day(front);
      show(printedDay(report), report.faults.length === 0);
    } finally {
      await front.close();
    }
  }
}

if (values.help) process.stdout.write(help);
else await main();
