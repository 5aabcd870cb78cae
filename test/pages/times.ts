import type { Handler } from '../../functions/api/app.ts';
import { cpuMs } from '../bench/statistics.ts';
import { call } from '../support/gateway-call.ts';

/** Some systems count a thread's time in ticks of 4 ms, so each center's time is the mean of several rounds. */
const ROUNDS = 6;

/** Milliseconds of processor time for a center's page, and for the JSON answers from which the page is rendered. */
export interface Times {
  readonly page: readonly number[];
  /** `/v1/centers/{id}` and the center's continuum, together. */
  readonly answers: readonly number[];
}

/**
 * Measures centers after one warm-up round. The order alternates, so that neither the page nor the answers are always
 * second.
 */
export async function timesOf(handler: Handler, ids: readonly string[]): Promise<Times> {
  const spent = async (paths: readonly string[]): Promise<number> => {
    const before = cpuMs();
    for (const path of paths) await call(handler, path);
    return cpuMs() - before;
  };
  const [page, answers] = [ids.map(() => 0), ids.map(() => 0)];
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [at, id] of ids.entries()) {
      const ways = [
        { kept: page, paths: [`/centers/${id}`] },
        { kept: answers, paths: [`/v1/centers/${id}`, `/v1/centers/${id}/continuum`] },
      ];
      for (const { kept, paths } of (at + round) % 2 === 0 ? ways : ways.toReversed()) {
        const ms = await spent(paths);
        if (round > 0) kept[at] = (kept[at] ?? 0) + ms / ROUNDS;
      }
    }
  return { page, answers };
}
