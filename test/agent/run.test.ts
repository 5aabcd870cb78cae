import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { day, printedDay } from './run/day.ts';
import { startFront, startFrontWithIssuer } from './run/front.ts';
import { printedRace, race } from './run/race.ts';
import { printedReplay, replayQueues } from './run/replay.ts';
import { tokenTable } from './run/token-table.ts';

/** A generous limit, because the machine may be busy. `npm run agents` prints the same table at full size. */
const LONG_MS = 600_000;

describe('over HTTP, as the stack declares it', () => {
  it(
    'every route answers every kind of token as the table says, and races and queues lose nothing',
    async () => {
      const front = await startFrontWithIssuer();
      try {
        const raced = await race(front, runs(16));
        expect(raced.faults, printedRace(raced)).toEqual([]);
        const replayed = await replayQueues(front, { writes: runs(80), devices: 4 });
        expect(replayed.faults, printedReplay(replayed)).toEqual([]);
        const rows = await tokenTable(front);
        expect(rows.filter(({ status, wanted }) => status !== wanted)).toEqual([]);
        for (const { status, problem } of rows)
          expect(problem).toBe({ 200: null, 401: 'sign-in-needed', 403: 'group-needed' }[status]);
      } finally {
        await front.close();
      }
    },
    LONG_MS,
  );

  it(
    'a day leaves no word of a caller, no search, no token and no private field where it does not belong',
    async () => {
      const front = await startFront();
      try {
        const report = await day(front, runs(80));
        expect(report.faults, printedDay(report)).toEqual([]);
        expect(Math.min(...Object.values(report.searched))).toBeGreaterThan(runs(80));
      } finally {
        await front.close();
      }
    },
    LONG_MS,
  );
});
