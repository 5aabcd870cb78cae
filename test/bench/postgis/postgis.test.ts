import { readdir } from 'node:fs/promises';
import type { Profiler } from 'node:inspector';
import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { mustShow } from '../must-show.ts';
import { planOf, sections } from '../plan.ts';
import { findPostgres, NoPostgisError, settings, startCluster } from './cluster.ts';
import { middleOf, ratioOf, type Turn } from './load.ts';
import type { PostgisReport } from './measure-postgis.ts';
import { processorMs, readMachine, readStat, watchOthers } from './processor.ts';
import { peerRows } from './rows.ts';
import { parts, sharesOf } from './shares.ts';
import { postgisTables } from './tables.ts';

const turn = (perSecond: number): Turn => ({ requests: perSecond, perSecond, p50Ms: 1, p99Ms: 2, cpuMsARequest: 0.5 });

describe('numbers of turns', () => {
  it('are compared round by round, so that a slow round counts for both', () => {
    const [ours, theirs] = [
      [turn(100), turn(10), turn(300)],
      [turn(50), turn(5), turn(100)],
    ];
    expect(ratioOf(ours, theirs)).toBe(2);
    expect(middleOf(ours)).toEqual(turn(100));
  });

  it('become one line for each bar', () => {
    const middle = { ours: turn(200), handler: turn(150), chosen: turn(100), prepared: turn(90) };
    const [faster, equal] = [
      { chosen: 1.9, prepared: 2.1 },
      { chosen: 1, prepared: 1 },
    ];
    const over = { ours: faster, handler: faster, chosen: equal, prepared: equal };
    const postgis: PostgisReport = {
      ...{ centers: 3, pools: { chosen: 4, prepared: 8 }, same: 9, compared: 10, profiledMs: 0.5, othersShare: 0.2 },
      levels: [{ connections: 16, middle, over }],
      shares: { parts: [{ part: 'front', share: 0.25 }], spots: [{ where: 'edge.ts toOrigin', share: 0.1 }] },
    };
    const lines = mustShow({ sizes: [], names: null, peers: null, cpu: null, coldStart: null, postgis });
    expect(lines.map(({ measured, met }) => [measured, met])).toEqual([
      ['9 of 10', false],
      ['1.9', false],
    ]);
    const tables = postgisTables(postgis);
    for (const text of [
      '4 and 8 connections',
      '2.1',
      '9 of 10',
      parts.front,
      '25.0 %',
      '0.125',
      'edge.ts toOrigin',
      '20.0 %',
      'too much',
    ]) {
      expect(tables).toContain(text);
    }
  });
});

describe('processor time of a process', () => {
  it('is read from its line, whatever the program is called', () => {
    const line = '42 (node (a) b) S 7 42 42 0 -1 4194304 102 0 0 0 31 9 0 0 20 0 1 0 3769824 3133440 394';
    expect(readStat(line)).toEqual({ parent: 7, ticks: 40 });
    expect(() => readStat('nothing')).toThrow('not a process');
  });
});

describe('processor time of the machine', () => {
  it('is read from its first line', () => {
    expect(readMachine('cpu  10 2 3 50 5 1 1 4 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n')).toEqual({ busy: 21, all: 76 });
    expect(() => readMachine('nothing')).toThrow('not the times');
  });

  it('without our own is that of others', () => {
    const others = watchOthers([]);
    const until = performance.now() + 100;
    while (performance.now() < until);
    expect(others()).toBeLessThanOrEqual(1);
  });
});

describe('a profile', () => {
  /** Makes a profile from functions, each with the position of its caller. The first function is the root. */
  const profileOf = (calls: readonly (readonly [name: string, url: string, caller: number, time: number])[]) => {
    const nodes = calls.map(([functionName, url], at) => ({
      id: at + 1,
      callFrame: { functionName, url, scriptId: '0', lineNumber: 0, columnNumber: 0 },
      children: calls.flatMap(([, , caller], child) => (caller === at && child > 0 ? [child + 1] : [])),
    }));
    const samples = nodes.map(({ id }) => id);
    return { nodes, samples, timeDeltas: calls.map(([, , , time]) => time), startTime: 0, endTime: 1 };
  };
  const shareOf = (thread: 'main' | 'worker', profile: Profiler.Profile) => {
    const { parts: all, spots } = sharesOf([{ thread, profile }]);
    return {
      parts: Object.fromEntries(all.filter(({ share }) => share > 0).map((one) => [one.part, one.share])),
      spots,
    };
  };

  it('gives what a file calls to the file, and leaves waiting out', () => {
    const main = profileOf([
      ['(root)', '', -1, 0],
      ['(idle)', '', 0, 900],
      ['onread', 'node:net', 0, 10],
      ['edge', 'file:///x/infra/local/edge.ts', 2, 20],
      ['parse', 'file:///x/node_modules/zod/index.js', 3, 5],
      ['handler', 'evalmachine.<anonymous>', 3, 5],
      ['invoke', 'file:///x/infra/local/lambda.ts', 3, 30],
      ['query', 'file:///x/node_modules/dynalite/index.js', 2, 10],
      ['(garbage collector)', '', 0, 20],
    ]);
    expect(shareOf('main', main)).toEqual({
      parts: { node: 0.1, front: 0.3, passing: 0.3, engine: 0.1, memory: 0.2 },
      spots: [
        { where: 'edge.ts edge', share: 0.3 },
        { where: 'lambda.ts invoke', share: 0.3 },
      ],
    });
  });

  it('tells the handler from its line in the log', () => {
    const worker = profileOf([
      ['(root)', '', -1, 0],
      ['search', 'file:///x/asset/index.mjs', 0, 30],
      ['stream.write', 'file:///x/infra/local/lambda-worker.ts', 1, 0],
      ['reply', 'file:///x/infra/local/lambda-worker.ts', 2, 10],
      ['reply', 'file:///x/infra/local/lambda-worker.ts', 0, 10],
    ]);
    expect(shareOf('worker', worker).parts).toEqual({ handler: 0.6, log: 0.2, passing: 0.2 });
  });
});

it('gives the peer exactly the centers that our search finds', async () => {
  const now = Date.parse('2026-01-15T12:00:00Z');
  const records = await loadRecords('test/fixtures/listings');
  const rows = peerRows(records, now);
  expect(rows).toHaveLength(records.length);
  expect(rows.some(({ iop }) => iop) && rows.some(({ iopUnknown }) => iopUnknown)).toBe(true);
  for (const { iop, iopUnknown, prepared } of rows) {
    expect(iop && iopUnknown).toBe(false);
    expect(prepared !== null).toBe(iop);
    if (prepared === null) continue;
    const { offerings } = prepared as { readonly offerings: readonly { readonly level: string }[] };
    expect(offerings.map(({ level }) => level)).toEqual(offerings.map(() => 'iop'));
    expect(offerings.length).toBeGreaterThan(0);
  }
});

it('starts a database in a folder that goes with it, or says what to install', async () => {
  const starting = startCluster();
  if ((await findPostgres()) === null) {
    await expect(starting).rejects.toThrow(NoPostgisError);
    return;
  }
  const { connection, pid, close } = await starting;
  expect(await readdir(connection.host)).toContain(`.s.PGSQL.${connection.port}`);
  expect(processorMs([pid])).toBeGreaterThan(0);
  await close();
  await expect(readdir(connection.host)).rejects.toThrow('ENOENT');
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

it('tunes the database for reading, and plans nothing without listings', () => {
  expect(settings).toMatchObject({ jit: 'off', plan_cache_mode: 'force_generic_plan' });
  const options = { quick: false, sizes: null, only: sections, seed: 1 };
  expect(planOf({ ...options, listings: null }).postgis).toBeNull();
  expect(planOf({ ...options, listings: 'data/centers' }).postgis).toMatchObject({ connections: [1, 16, 64] });
});
