import type { Page } from 'playwright-core';

/** @returns a function that returns the CPU milliseconds of the page's main thread since the last call */
export async function pageCpu(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  // Makes the browser report CPU time of the thread instead of elapsed time.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  let before = 0;
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const now = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
    const spent = now - before;
    before = now;
    return spent;
  };
}
