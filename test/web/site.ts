import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startLocal } from '../../infra/local/start.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { records } from '../support/real-records.ts';
import { launchBrowser, noBrowser, type Visit, visit } from './browser.ts';

/** A town far from every listing: nothing within 5 miles. */
export const lonely = 'Tonopah, NV';

/**
 * Runs the product and a browser for the tests of one file.
 * @returns What opens the page, each time as a new visitor.
 */
export function withSite() {
  let site: Awaited<ReturnType<typeof startLocal>>;
  let browser: Browser;

  beforeAll(async () => {
    if (noBrowser !== null) return console.warn(`The tests of the page are skipped: ${noBrowser}.`);
    [site, browser] = await Promise.all([
      startLocal({ assembly: await assemblyFolder(), port: 0, data: records, log: () => {} }),
      launchBrowser(),
    ]);
  }, 120_000);
  afterEach(() => Promise.all((browser?.contexts() ?? []).map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return {
    url: () => site.url,
    open: (options?: Parameters<typeof visit>[2]): Promise<Visit> => visit(browser, site.url, options),
  };
}
