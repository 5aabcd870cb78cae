import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { places } from '../../functions/places/load.ts';
import { localCredentials, localRegion } from '../../infra/local/engine.ts';
import { engineStore } from '../support/engine-store.ts';
import { listingLike } from '../support/listing-like.ts';
import { eventOf } from './ask.ts';
import { type Bundle, bundle } from './bundle.ts';
import type { Progress } from './progress.ts';
import { publishTo } from './size.ts';
import { median } from './statistics.ts';

export interface ColdStartReport {
  readonly runs: number;
  /** Median milliseconds from the start of the process to its first answer. */
  readonly oursMs: number;
  readonly bareMs: number;
  /** Median milliseconds that it takes to start a process that does nothing. */
  readonly emptyMs: number;
  /** Our time divided by the bare handler's in each run: the median of these ratios. */
  readonly ratio: number;
  readonly bundleBytes: { readonly ours: number; readonly bare: number };
  readonly parts: Bundle['parts'];
}

export interface ColdStartPlan {
  readonly centers: number;
  readonly runs: number;
  readonly seed: number;
  readonly now: number;
}

const ANSWERED = 3;

/**
 * Measures bundled handlers, each in a new process. They use the embedded engine, which runs in this process, and take
 * turns.
 */
export async function measureColdStart(plan: ColdStartPlan, progress: Progress): Promise<ColdStartReport> {
  const folder = mkdtempSync(join(tmpdir(), 'locator-bench-'));
  const engine = await engineStore();
  try {
    progress('cold start: bundling and publishing');
    await publishTo(engine.store, [...listingLike(plan.seed, plan.centers, places())], plan.now);
    const ours = bundle('functions/api/handler.ts', join(folder, 'ours'));
    const bare = bundle('test/bench/bare-handler.ts', join(folder, 'bare'));
    const event = eventOf({
      origin: { lat: 33.4484, lng: -112.074 },
      withinMiles: null,
      filter: { level: ['iop'] },
      limit: 10,
    });
    const environment = {
      TABLE_NAME: engine.tableName,
      PUBLIC_URL: 'http://localhost',
      AWS_REGION: localRegion,
      AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    };
    const starts = {
      ours: starter(ours.folder, runner(event)),
      bare: starter(bare.folder, runner(event)),
      empty: starter(join(folder, 'bare'), EMPTY, 'empty.mjs'),
    };
    const times = { ours: [] as number[], bare: [] as number[], empty: [] as number[] };
    for (let run = 0; run <= plan.runs; run += 1) {
      for (const name of ['ours', 'bare', 'empty'] as const) {
        const ms = await starts[name](environment);
        // Run 0 only fills the file system's caches.
        if (run > 0) times[name].push(ms);
      }
      progress(`cold start: run ${run} of ${plan.runs}`);
    }
    return {
      runs: plan.runs,
      oursMs: median(times.ours),
      bareMs: median(times.bare),
      emptyMs: median(times.empty),
      ratio: median(times.ours.map((ms, run) => ms / (times.bare[run] ?? Number.NaN))),
      bundleBytes: { ours: ours.bytes, bare: bare.bytes },
      parts: ours.parts,
    };
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const EMPTY = `import { writeSync } from 'node:fs'; writeSync(${ANSWERED}, 'x');`;

function runner(event: object): string {
  return `import { writeSync } from 'node:fs';
import { handler } from './index.mjs';
const { statusCode, body } = await handler(${JSON.stringify(event)}, {});
if (statusCode !== 200) throw new Error(body);
writeSync(${ANSWERED}, 'x');
process.exit();
`;
}

/** Starts a process on the runner's file. Resolves with the time until its first answer. */
function starter(folder: string, code: string, name = 'run.mjs'): (env: NodeJS.ProcessEnv) => Promise<number> {
  const file = join(folder, name);
  writeFileSync(file, code);
  return (env) =>
    new Promise((resolve, reject) => {
      const from = performance.now();
      const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
      let complaint = '';
      let ms: number | null = null;
      child.stderr?.on('data', (text: Buffer) => {
        complaint += text.toString();
      });
      child.stdio[ANSWERED]?.once('data', () => {
        ms = performance.now() - from;
      });
      child.once('error', reject);
      child.once('close', () =>
        ms === null ? reject(new Error(`no answer from ${name}:\n${complaint}`)) : resolve(ms),
      );
    });
}
