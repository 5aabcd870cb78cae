import type { Handler } from '../../functions/api/app.ts';
import { cpuMs } from '../bench/statistics.ts';
import { call } from '../support/gateway-call.ts';

/** Some systems count a thread's time in ticks of 4 ms, so each is asked so many times at once. */
const REPEATS = 6;

/** Processor milliseconds of a center's page and of the answers that it is drawn from. */
export interface Times {
  readonly page: readonly number[];
  /** `/v1/centers/{id}` and its continuum, together. */
  readonly answers: readonly number[];
}

/** Times of centers after one round that warms everything; the order changes, so that neither is always second. */
export async function timesOf(handler: Handler, ids: readonly string[]): Promise<Times> {
  const spent = async (paths: readonly string[]): Promise<number> => {
    const before = cpuMs();
    for (let again = 0; again < REPEATS; again += 1) for (const path of paths) await call(handler, path);
    return (cpuMs() - before) / REPEATS;
  };
  const [page, answers]: [number[], number[]] = [[], []];
  for (const round of [0, 1])
    for (const [at, id] of ids.entries()) {
      const ways = [
        { kept: page, paths: [`/centers/${id}`] },
        { kept: answers, paths: [`/v1/centers/${id}`, `/v1/centers/${id}/continuum`] },
      ];
      for (const { kept, paths } of at % 2 === 0 ? ways : ways.toReversed()) {
        const ms = await spent(paths);
        if (round === 1) kept.push(ms);
      }
    }
  return { page, answers };
}
