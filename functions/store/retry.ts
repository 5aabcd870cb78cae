import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailableError } from '../dataset/dataset-reader.ts';

export interface RetryBudget {
  /** Time limit for one whole read or write, pauses included. */
  readonly totalMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/**
 * Time limit for reads of a search, because a person is waiting: a search may read four times, and must report an error
 * before the gateway's limit of 9 s.
 */
export const readBudget: RetryBudget = { totalMs: 2_000, firstPauseMs: 20, longestPauseMs: 400 };
/** Time limit for publishers, which can wait longer. */
export const writeBudget: RetryBudget = { totalMs: 120_000, firstPauseMs: 50, longestPauseMs: 5_000 };

/**
 * Repeats a step until no work is left, with exponentially growing pauses and full jitter (Brooker, "Exponential
 * Backoff And Jitter", 2015), within a time limit.
 * @param step Does what it can and returns the remaining work; null when done. Its errors are thrown to the caller.
 * @throws StoreUnavailableError if time runs out.
 */
export async function untilDone<Work>(
  work: Work,
  step: (work: Work, signal: AbortSignal) => Promise<Work | null>,
  budget: RetryBudget,
): Promise<void> {
  const signal = AbortSignal.timeout(budget.totalMs);
  let left: Work | null = work;
  try {
    for (let attempt = 0; ; attempt += 1) {
      left = await step(left, signal);
      if (left === null) return;
      const pauseMs = Math.min(budget.longestPauseMs, budget.firstPauseMs * 2 ** attempt) * Math.random();
      await sleep(pauseMs, undefined, { signal });
    }
  } catch (cause) {
    if (signal.aborted) throw new StoreUnavailableError(`no full answer within ${budget.totalMs} ms`, { cause });
    throw cause;
  }
}
