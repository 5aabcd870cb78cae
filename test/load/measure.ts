import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { places } from '../../functions/places/load.ts';
import { populationLikeOrigins } from '../support/origins.ts';
import { seeded } from '../support/random.ts';

interface LoadRow {
  readonly connections: number;
  readonly searches: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Number of allowed refusals under load: 429, and the gateway's 503 or 504. */
  readonly busy: number;
  /** Number of other wrong answers: their status was not 200, or they differed from the first answer. */
  readonly wrong: number;
}

interface Soak {
  readonly minutes: number;
  readonly searches: number;
  readonly wrong: number;
  readonly firstMb: number;
  readonly lastMb: number;
  /** Growth of memory in the second half of the run, in megabytes per hour (least squares). */
  readonly slopeMbAnHour: number;
}

interface LoadOptions {
  /** File or folder of the records to serve. @default the listings and the examples */
  readonly data?: string | undefined;
  /** Folder with a cloud assembly to serve. @default the application is synthesized */
  readonly assembly?: string;
  /** Of the points that are asked. @default 1 */
  readonly seed?: number;
}

export interface Loaded {
  row(connections: number, seconds: number): Promise<LoadRow>;
  soak(connections: number, minutes: number, sampled: (minute: number, mb: number) => void): Promise<Soak>;
  close(): Promise<void>;
}

const QUESTIONS = 200;
const BUSY = [429, 503, 504];

/**
 * Starts the locator in another process and asks it seeded searches over HTTP.
 */
export async function startLoad({ data = '', assembly = '', seed = 1 }: LoadOptions): Promise<Loaded> {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [data, assembly], {
    execArgv: ['--expose-gc'],
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  const origins = populationLikeOrigins(seeded(seed), places(), QUESTIONS);
  const targets = origins.map(({ lat, lng }) => `${url}/v1/centers?near=${lat.toFixed(4)},${lng.toFixed(4)}&level=iop`);
  const right = new Map<string, string>();

  async function ask(agent: Agent, target: string): Promise<{ ms: number; outcome: 'right' | 'busy' | 'wrong' }> {
    const started = performance.now();
    const { status, body } = await fetched(agent, target);
    const ms = performance.now() - started;
    const known = right.get(target);
    if (known === undefined && status === 200) right.set(target, body);
    if (BUSY.includes(status)) return { ms, outcome: 'busy' };
    return { ms, outcome: status === 200 && (known === undefined || known === body) ? 'right' : 'wrong' };
  }

  async function during(connections: number, until: number) {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    const times: number[] = [];
    let [busy, wrong] = [0, 0];
    let next = 0;
    const worker = async () => {
      while (performance.now() < until) {
        const target = targets[next++ % targets.length] as string;
        const answer = await ask(agent, target);
        times.push(answer.ms);
        if (answer.outcome === 'busy') busy += 1;
        if (answer.outcome === 'wrong') wrong += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    agent.destroy();
    return { times, busy, wrong };
  }

  return {
    async row(connections, seconds) {
      const started = performance.now();
      const { times, busy, wrong } = await during(connections, started + seconds * 1_000);
      const elapsed = (performance.now() - started) / 1_000;
      times.sort((a, b) => a - b);
      const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
      return {
        ...{ connections, searches: times.length, perSecond: times.length / elapsed },
        ...{ p50Ms: at(0.5), p99Ms: at(0.99), busy, wrong },
      };
    },
    async soak(connections, minutes, sampled) {
      const samples: { readonly hours: number; readonly mb: number }[] = [];
      let [searches, wrong] = [0, 0];
      const slices = Math.max(6, Math.round(minutes * 2));
      for (let slice = 0; slice < slices; slice += 1) {
        const { times, wrong: failed } = await during(connections, performance.now() + (minutes * 60_000) / slices);
        searches += times.length;
        wrong += failed;
        const mb = (await memoryOf(child)) / 2 ** 20;
        const minute = ((slice + 1) * minutes) / slices;
        samples.push({ hours: minute / 60, mb });
        sampled(minute, mb);
      }
      return {
        ...{ minutes, searches, wrong },
        firstMb: samples[0]?.mb ?? 0,
        lastMb: samples.at(-1)?.mb ?? 0,
        slopeMbAnHour: slopeOf(samples.slice(Math.floor(samples.length / 2))),
      };
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function memoryOf(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message');
  child.send('memory');
  const [{ rss }] = (await answer) as [{ rss: number }];
  return rss;
}

/** Slope of the line that fits the samples best (least squares). */
export function slopeOf(samples: readonly { readonly hours: number; readonly mb: number }[]): number {
  const mean = (pick: (sample: { hours: number; mb: number }) => number) =>
    samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length;
  const [hours, mb] = [mean((sample) => sample.hours), mean((sample) => sample.mb)];
  const over = samples.reduce((sum, sample) => sum + (sample.hours - hours) * (sample.mb - mb), 0);
  const under = samples.reduce((sum, sample) => sum + (sample.hours - hours) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

/**
 * A server closes a connection that was idle for some seconds. If a request is being sent on the connection at that
 * moment, it is sent again, as browsers do and as Node's documentation of `reusedSocket` describes.
 */
function fetched(agent: Agent, target: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = get(target, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      response.on('error', reject);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(fetched(agent, target));
      else reject(error);
    });
  });
}
