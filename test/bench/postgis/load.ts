import { median, spreadOf } from '../statistics.ts';
import { cannon } from './packages.ts';
import { processorMs } from './processor.ts';

/** Measurements of one server during one turn. */
export interface Turn {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Milliseconds of processor time per request, summed over all the server's processes. */
  readonly cpuMsARequest: number;
}

export interface Served {
  readonly url: string;
  readonly pids: readonly number[];
}

/**
 * Sends different questions to a server over several connections at the same time.
 * @param paths More than can be answered in the time
 * @throws Error if a question was not answered with 200
 */
export async function takeTurn(
  { url, pids }: Served,
  { connections, seconds, paths }: { connections: number; seconds: number; paths: readonly string[] },
): Promise<Turn> {
  const each = Math.floor(paths.length / connections);
  let opened = 0;
  const times: number[] = [];
  let refused = 0;
  const cpuBefore = processorMs(pids);
  const run = cannon({
    url,
    connections,
    duration: seconds,
    setupClient(client) {
      const from = each * opened++;
      client.setRequests(paths.slice(from, from + each).map((path) => ({ path })));
    },
  });
  run.on('response', (_, status, __, ms) => {
    times.push(ms);
    if (status !== 200) refused += 1;
  });
  const { duration, errors, timeouts } = await run;
  const cpu = processorMs(pids) - cpuBefore;
  const { n, p50, p99 } = spreadOf(times);
  if (n === 0 || refused + errors + timeouts > 0) {
    throw new Error(
      `${n} questions to ${url}: ${refused} not answered with 200, ${errors} errors, ${timeouts} timed out`,
    );
  }
  return {
    requests: n,
    perSecond: n / duration,
    p50Ms: p50,
    p99Ms: p99,
    cpuMsARequest: cpu / n,
  };
}

/** The median of each measurement over the turns. */
export function middleOf(turns: readonly Turn[]): Turn {
  const of = (key: keyof Turn): number => median(turns.map((turn) => turn[key]));
  return {
    requests: of('requests'),
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    cpuMsARequest: of('cpuMsARequest'),
  };
}

/**
 * The median over the rounds of our requests per second divided by theirs. The servers take turns within a round, so
 * that a busy machine slows all of them.
 */
export function ratioOf(ours: readonly Turn[], theirs: readonly Turn[]): number {
  return median(ours.map(({ perSecond }, round) => perSecond / (theirs[round]?.perSecond ?? Number.NaN)));
}
