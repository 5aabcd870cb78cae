import type { Page } from 'playwright-core';

/** @returns what tells the CPU milliseconds of the page's main thread since it was last asked */
export async function pageCpu(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  // The thread's CPU time instead of the time on the wall.
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
