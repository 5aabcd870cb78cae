import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailableError } from '../dataset/dataset-reader.ts';

export interface RetryBudget {
  /** For one read or write in all, pauses included, in milliseconds. */
  readonly totalMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/** A person waits for a search, which may read four times, and the gateway gives up after nine seconds: say so before. */
export const readBudget: RetryBudget = { totalMs: 2_000, firstPauseMs: 20, longestPauseMs: 400 };
/** A publisher has time. */
export const writeBudget: RetryBudget = { totalMs: 120_000, firstPauseMs: 50, longestPauseMs: 5_000 };

/**
 * Repeats a step until it leaves nothing over, pausing longer each time with full jitter
 * (Brooker, "Exponential Backoff And Jitter", 2015), within a budget of time.
 * @param step Does what it can and returns what is left to do; null when done. What it throws goes up as it is.
 * @throws StoreUnavailableError when the budget is used up.
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
