import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { desktop, noBrowser, phone, searchFor } from './browser.ts';
import { withSite } from './site.ts';

/**
 * Sums layout shifts that the visitor did not cause. A shift within 500 ms of a key press counts as caused by the
 * visitor.
 */
const watchShifts = `window.shifts = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) shifts.push(one.value);
  }).observe({ type: 'layout-shift', buffered: true });`;

describe.skipIf(noBrowser !== null)('a page that holds still', () => {
  const site = withSite();

  test.each([
    ['/', phone],
    ['/es/', phone],
    ['/', desktop],
  ] as const)('at %s nothing moves by more than 0.05 while a late answer comes', async (path, viewport) => {
    const { page } = await site.open({ path, viewport });
    await page.evaluate(watchShifts);
    await page.route('**/v1/centers/search', async (route) => {
      await wait(900);
      await route.continue();
    });
    await searchFor(page, '85004');
    await page.waitForTimeout(300);
    // The visitor searches again from the box while the page shows the first answer.
    await searchFor(page, '80202');
    await page.waitForTimeout(300);
    const shifts = await page.evaluate<number[]>('shifts');
    expect(
      shifts.reduce((sum, value) => sum + value, 0),
      JSON.stringify(shifts),
    ).toBeLessThan(0.05);
  });
});
